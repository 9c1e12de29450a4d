"""How often entries that stand elsewhere are found, for `bench.recovery`: swapped, moved, replaced or shuffled ones."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from verifier.model.article import Article, Entry, EntryList
from verifier.model.recovery import Class
from verifier.recovery import recover

KINDS = ("two swapped", "one moved", "one replaced", "shuffled")
HEAD = ("| page | changed | found | shift instead | confirmed that moved (right) |", "|---|---|---|---|---|")


def reordered(kind: str, total: int, rng: random.Random) -> list[int | None]:
    """Return for each place of the list the position (0-based) its entry had, None for one of another list."""
    order: list[int | None] = list(range(total))
    first, second = rng.sample(range(total), 2)
    if kind == "shuffled":
        rng.shuffle(order)
    elif kind == "two swapped":
        order[first], order[second] = order[second], order[first]
    else:
        order.insert(second, order.pop(first))
        if kind == "one replaced":
            order[second] = None
    return order


def rearranged(article: Article, main: EntryList, order: Sequence[int | None], other: Entry) -> Article:
    """Return the article with its main list in this order, numbered afresh."""
    entries = tuple(
        replace(each, label=each.label and str(number), position=number, anchor="")
        for number, each in enumerate((other if place is None else main.entries[place] for place in order), 1)
    )
    lists = tuple(replace(each, entries=entries) if each is main else each for each in article.lists)
    return replace(article, lists=lists)


def measure(article: Article, kind: str, seeds: int, others: Sequence[Entry]) -> Counter[str]:
    """Return the counts over all seeds; an entry counts as moved where the best mapping gives it another number."""
    counts, main = Counter[str](), article.main_list
    if main is None:
        return counts
    for seed in range(seeds):
        rng = random.Random(f"{kind} {seed}")
        order = reordered(kind, len(main.entries), rng)
        found = recover.of(rearranged(article, main, order, rng.choice(others)))
        counts["runs"] += 1
        counts["found"] += found.rearranged is not None or found.disordered
        counts["shift"] += found.shift is not None
        for each in found.placements if found.rearranged else ():
            if each.kind is Class.CONFIRMED and each.best != each.entry + 1:
                place = order[each.entry]
                counts["confirmed"] += 1
                counts["right"] += place is not None and each.best == place + 1
    return counts


def row(page: str, kind: str, counts: Counter[str]) -> str:
    """Return the counts as a row of the table."""
    runs, confirmed = max(1, counts["runs"]), counts["confirmed"]
    told = f"{confirmed} ({counts['right'] / confirmed:.3f})" if confirmed else "0"
    return f"| {page} | {kind} | {counts['found'] / runs:.2f} | {counts['shift'] / runs:.2f} | {told} |"
