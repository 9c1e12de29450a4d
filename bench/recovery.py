"""How often recovery is right: seeded losses from lists that are whole, for each page and way of losing.

Run from the top folder: python -m bench.recovery [--seeds N] [--shared FOLDER] [--write] [ARTICLE ...]. Articles are
files with whole lists in any format that the program reads; without any, the plain-text copies and the wikitext
articles of the shared data. Each loss is drawn N times (default 200) from the page's entries; what is left is numbered
afresh, and links are taken away, for they would tell everything. With --write the tables go into docs/numbering.md.

First table: share of the entries that are right when read as printed, and on the best mapping; share that is confirmed,
and how many of those are right; the same for likely, which is stated only where a mapping is proposed; share of the
sets of .95 that hold the truth, with their mean size; share of the runs in which no mapping was proposed. Where the end
is uncited, the text has lost its citations of the last tenth of the list as well. Gained are entries of the next page,
put in at random. Second table:
each entry but the last is taken away alone. Found is what the shift test finds, without the sizes of text and list.
Third table: entries that stand elsewhere in a list of the right length (`bench/recovery_order.py`).
Fourth table: the first page again, with entries that do not say one kind of thing, to tell which evidence gives what.
"""

import argparse
import random
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import product, repeat
from pathlib import Path
from typing import Any

from bench import recovery_order
from verifier import articles
from verifier.articles import Parser
from verifier.inputs import file
from verifier.model.article import Article, Entry, EntryList
from verifier.model.recovery import Class, Placement
from verifier.parts import discover
from verifier.recovery import recover
from verifier.recovery.classes import likely_set

LOSSES = ("10 %", "30 %", "50 %", "one", "beginning", "end", "30 %, end uncited")
ABLATED = ("10 %", "30 %")
GAINS = ("gained 3", "gained 10 %")
KINDS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "dates": {"published": None, "accessed": None, "archived": None},
    "titles": {"title": None, "translated": None},
    "authors": {"author": None},
    "outlets": {"outlet": None},
    "addresses": {"url": None, "archive_url": None},
    "details": {"details": (), "tail": ""},
}
PAGES = ("plaintext/*.intact.txt", "wikitext/*.txt")
DOCUMENT, BEGIN, END = Path("docs/numbering.md"), "<!-- bench/recovery.py -->", "<!-- end of bench/recovery.py -->"
_LEAST = 10  # entries a page must have
_WITHIN = 5  # numbers
_WORKERS = 2


def read(path: Path) -> Article:
    """Return the article, read by the reader that recognises it best, without its links."""
    text = file.read(str(path)).text
    parser = max(discover(articles, "PARSER", Parser), key=lambda each: each.recognises(text, path.suffix))
    article = parser.parse(text, path.name, articles.LEGACY)
    claims = (
        replace(claim, markers=tuple(replace(each, anchor="") for each in claim.markers)) for claim in article.claims
    )
    return replace(article, claims=tuple(claims))


def dropped(loss: str, total: int, rng: random.Random) -> set[int]:
    """Return the positions (0-based) that a loss takes from a list of `total` entries."""
    if "%" in loss:
        return set(rng.sample(range(total), max(1, round(total * int(loss.split()[0]) / 100))))
    length = rng.randint(1, max(1, total // 3))
    return {
        "one": {rng.randrange(total)},
        "end": set(range(total - length, total)),
        "beginning": set(range(length)),
    }[loss]


def damaged(article: Article, main: EntryList, lost: set[int]) -> Article:
    """Return the article with these entries of its main list gone and the others numbered afresh."""
    gone = [main.entries[position].span for position in lost]
    kept = [entry for position, entry in enumerate(main.entries) if position not in lost]
    entries = tuple(
        replace(entry, label=entry.label and str(number), position=number, anchor="")
        for number, entry in enumerate(kept, 1)
    )
    lists = tuple(replace(each, entries=entries) if each is main else each for each in article.lists)
    inside = (claim for claim in article.claims if not any(span.start <= claim.span.start < span.end for span in gone))
    return replace(article, lists=lists, claims=tuple(inside))


def until(article: Article, last: int) -> Article:
    """Return the article without its citations of numbers greater than `last`."""
    kept = (
        replace(claim, markers=tuple(each for each in claim.markers if each.group or (each.number or 0) <= last))
        for claim in article.claims
    )
    return replace(article, claims=tuple(kept))


def padded(main: EntryList, gain: str, others: Sequence[Entry], rng: random.Random) -> tuple[EntryList, list[int]]:
    """Return the list with entries of another one put in, and the positions (0-based) of its own ones."""
    many = max(1, len(main.entries) // 10) if gain.endswith("%") else int(gain.split()[-1])
    total = len(main.entries) + min(many, len(others))
    new = dict(zip(rng.sample(range(total), total - len(main.entries)), rng.sample(others, len(others)), strict=False))
    own = iter(main.entries)
    entries = [new[position] if position in new else next(own) for position in range(total)]
    fresh = (
        replace(each, label=each.label and str(number), position=number, anchor="")
        for number, each in enumerate(entries, 1)
    )
    return replace(main, entries=tuple(fresh)), [position for position in range(total) if position not in new]


def measure_gain(page: Path, gain: str, seeds: int, other: Path) -> Counter[str]:
    """Return the counts over all seeds for a list that gains entries of the other page."""
    article, donor, counts = read(page), read(other).main_list, Counter[str]()
    main = article.main_list
    if main is None or donor is None:
        return counts
    for seed in range(seeds):
        longer, own = padded(main, gain, donor.entries, random.Random(f"{gain} {seed}"))
        lists = tuple(longer if each is main else each for each in article.lists)
        found = recover.of(replace(article, lists=lists))
        truth = {position: number for number, position in enumerate(own, 1)}
        counts["runs"] += 1
        counts["refused"] += not found.proposes
        counts["entries"] += len(truth)
        counts["printed"] += sum(number == position + 1 for position, number in truth.items())
        for placement in found.placements:
            counts += judged(placement, truth.get(placement.entry, 0))
    return counts


def following(pages: Sequence[Path], page: Path) -> Path:
    """Return the page behind this one, whose entries are put into its list."""
    return pages[(pages.index(page) + 1) % len(pages)]


def elsewhere(page: Path, kind: str, seeds: int, other: Path) -> str:
    """Return the row of the third table: how often entries that stand elsewhere are found."""
    donor = read(other).main_list
    found = recovery_order.measure(read(page), kind, seeds, donor.entries if donor else ())
    return recovery_order.row(page.stem.partition(".")[0], kind, found)


def without(article: Article, kind: str) -> Article:
    """Return the article whose entries do not say one kind of thing."""
    lists = (
        replace(
            each,
            entries=tuple(replace(one, citation=replace(one.citation, **KINDS[kind])) for one in each.entries),
        )
        for each in article.lists
    )
    return replace(article, lists=tuple(lists))


def measure(page: Path, loss: str, seeds: int, missing: str = "nothing") -> Counter[str]:
    """Return the counts over all seeds, of entries that do not say what is `missing`."""
    article, counts = without(read(page), missing), Counter[str]()
    main = article.main_list
    if main is None:
        return counts
    if loss.endswith("uncited"):
        article = until(article, len(main.entries) - len(main.entries) // 10)
    for seed in range(seeds):
        lost = dropped(loss, len(main.entries), random.Random(f"{loss} {seed}"))
        truth = [position + 1 for position in range(len(main.entries)) if position not in lost]
        found = recover.of(damaged(article, main, lost))
        counts["runs"] += 1
        counts["refused"] += not found.proposes
        counts["entries"] += len(truth)
        counts["printed"] += sum(number == position for position, number in enumerate(truth, 1))
        for placement, number in zip(found.placements, truth, strict=bool(found.placements)):
            counts += judged(placement, number)
    return counts


def judged(placement: Placement, truth: int) -> Counter[str]:
    """Return what one placement adds to the counts."""
    right = placement.best == truth
    held = likely_set(placement.alternatives)
    return Counter(
        {
            "placed": 1,
            "best": right,
            str(placement.kind): 1,
            f"{placement.kind} right": right,
            "held": truth in [number for number, _ in held] or placement.kind is Class.UNKNOWN,
            "size": len(held),
        }
    )


def row(page: Path, loss: str, counts: Counter[str]) -> str:
    """Return the counts as a row of the first table."""
    total, placed = max(1, counts["entries"]), max(1, counts["placed"])

    def share(kind: str) -> str:
        right = f" ({counts[f'{kind} right'] / counts[kind]:.3f})" if counts[kind] else ""
        return f"{counts[kind] / total:.2f}{right}"

    held = f"{counts['held'] / placed:.3f} ({counts['size'] / placed:.1f})" if counts["placed"] else "-"
    cells = (page.stem.partition(".")[0], loss, f"{counts['printed'] / total:.2f}", f"{counts['best'] / total:.2f}")
    refused = counts["refused"] / max(1, counts["runs"])
    return f"| {' | '.join((*cells, share(Class.CONFIRMED), share(Class.LIKELY), held, f'{refused:.2f}'))} |"


def ablation(page: Path, missing: str, seeds: int) -> str:
    """Return the row of the fourth table: what is left of a page's recovery without one kind of evidence."""
    cells = []
    for loss in ABLATED:
        counts = measure(page, loss, seeds, missing)
        total = max(1, counts["entries"])
        cells += [f"{counts['best'] / total:.2f}", f"{counts[Class.CONFIRMED] / total:.2f}"]
    return f"| {page.stem.partition('.')[0]} | {missing} | {' | '.join(cells)} |"


def deletions(page: Path) -> str:
    """Return the row of the second table: every entry but the last is lost in turn."""
    article = read(page)
    main = article.main_list
    if main is None:
        return ""
    shifts = [recover.of(damaged(article, main, {place})).shift for place in range(len(main.entries) - 1)]
    errors = [abs(shift.place[1] - number) for number, shift in enumerate(shifts, 1) if shift is not None]
    alarm = "yes" if recover.of(damaged(article, main, set())).shift is not None else "no"
    cells = [page.stem.partition(".")[0], alarm, f"{len(errors)} of {len(shifts)}", "-", "-"]
    if errors:
        cells[3:] = f"{statistics.median(errors):g}", f"{sum(each <= _WITHIN for each in errors) / len(errors):.2f}"
    return f"| {' | '.join(cells)} |"


def tables(pages: Sequence[Path], seeds: int) -> Iterator[str]:
    """Yield the lines of the tables."""
    with ProcessPoolExecutor(_WORKERS) as pool:
        yield "| page | loss | printed | best | confirmed (right) | likely (right) | set (size) | refused |"
        yield "|---|---|---|---|---|---|---|---|"
        cases = list(product(pages, LOSSES))
        counts = pool.map(partial(measure, seeds=seeds), *zip(*cases, strict=True))
        yield from (row(*case, found) for case, found in zip(cases, counts, strict=True))
        cases = list(product(pages, GAINS))
        others = [following(pages, page) for page, _ in cases]
        gains = pool.map(measure_gain, *zip(*cases, strict=True), repeat(seeds), others)
        yield from (row(*case, found) for case, found in zip(cases, gains, strict=True))
        yield ""
        yield "| page | alarm when whole | found | median error of the place | within five |"
        yield "|---|---|---|---|---|"
        yield from pool.map(deletions, pages)
        yield ""
        yield from recovery_order.HEAD
        cases = list(product(pages, recovery_order.KINDS))
        yield from pool.map(
            elsewhere, *zip(*cases, strict=True), repeat(seeds), [following(pages, p) for p, _ in cases]
        )
        yield ""
        yield "| page | without | best, 10 % lost | confirmed | best, 30 % lost | confirmed |"
        yield "|---|---|---|---|---|---|"
        yield from pool.map(partial(ablation, seeds=seeds), *zip(*product(pages[:1], KINDS), strict=True))


def is_whole(page: Path) -> bool:
    """Tell whether a page has a list, cited to its end: else nobody could tell how many entries it loses."""
    article = read(page)
    main = article.main_list
    cited = {marker.number for marker in article.markers if not marker.group and marker.number is not None}
    return main is not None and len(main.entries) >= _LEAST and max(cited, default=0) == len(main.entries)


def main() -> None:
    """Measure every page and loss, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", type=Path)
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    folder = given.shared / "data/numbering"
    pages = given.pages or [page for pattern in PAGES for page in sorted(folder.glob(pattern))]
    whole = [page for page in pages if is_whole(page)]
    if not whole:
        parser.error(f"no article with a whole list among {len(pages)} in {folder}; name some, or give --shared FOLDER")
    lines = []
    for line in tables(whole, given.seeds):
        print(line, flush=True)
        lines.append(line)
    if given.write:
        before, _, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
        written = "\n".join([BEGIN, "", *lines, "", END])
        DOCUMENT.write_text(f"{before}{written}{rest.partition(END)[2]}", "utf-8")


if __name__ == "__main__":
    main()
