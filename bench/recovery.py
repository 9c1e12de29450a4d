"""How often recovery is right: seeded losses from lists that are whole, for each page and way of losing.

Run from the top folder: python -m bench.recovery [SEEDS] [PAGE ...]. Pages are plain-text articles with whole lists
(default: those of ../shared/data/numbering/plaintext). Columns: share of the entries that are right when read as
printed, and on the best mapping; share of the entries that are confirmed, and how many of those are right; the same for
likely; share of the alternatives that hold the truth; share of the runs whose mapping was refused.
"""

import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from verifier.articles import plaintext
from verifier.model.article import EntryList
from verifier.model.recovery import Class
from verifier.recovery import recover

DATA = Path("../shared/data/numbering/plaintext")
LOSSES = ("10 %", "30 %", "50 %", "one", "end", "beginning", "block")


def dropped(loss: str, total: int, rng: random.Random) -> set[int]:
    """Return the positions (0-based) that a loss takes from a list of `total` entries."""
    if loss.endswith("%"):
        return set(rng.sample(range(total), max(1, round(total * int(loss.split()[0]) / 100))))
    length = rng.randint(1, max(1, total // 3))
    start = rng.randint(0, total - length)
    return {
        "one": {rng.randrange(total)},
        "end": set(range(total - length, total)),
        "beginning": set(range(length)),
        "block": set(range(start, start + length)),
    }[loss]


def damaged(text: str, main: EntryList, lost: set[int]) -> str:
    """Return the text with these entries gone and the others numbered afresh."""
    kept = [entry.text for position, entry in enumerate(main.entries) if position not in lost]
    lines = [f"{number}. {entry}" for number, entry in enumerate(kept, 1)]
    return text[: main.entries[0].span.start] + "\n".join(lines) + text[main.entries[-1].span.end :]


def measure(text: str, path: str, main: EntryList, loss: str, seeds: Sequence[int]) -> Counter[str]:
    """Return the counts over all seeds."""
    counts: Counter[str] = Counter()
    for seed in seeds:
        lost = dropped(loss, len(main.entries), random.Random(f"{loss} {seed}"))
        truth = [position + 1 for position in range(len(main.entries)) if position not in lost]
        found = recover.of(plaintext.parse(damaged(text, main, lost), path))
        counts["runs"] += 1
        counts["refused"] += bool(found.refusals) or not found.ran
        counts["entries"] += len(truth)
        counts["printed"] += sum(number == position for position, number in enumerate(truth, 1))
        for placement, number in zip(found.placements, truth, strict=bool(found.placements)):
            right = placement.best == number
            counts["best"] += right
            counts[placement.kind] += 1
            counts[f"{placement.kind} right"] += right
            counts["held"] += number in [each for each, _ in placement.alternatives]
    return counts


def row(name: str, loss: str, counts: Counter[str]) -> str:
    """Return the counts as a row of the table."""
    total = max(1, counts["entries"])

    def share(kind: str) -> str:
        right = f"{counts[f'{kind} right'] / counts[kind]:.3f}" if counts[kind] else "-"
        return f"{counts[kind] / total:.2f} ({right})"

    held, refused = counts["held"] / total, counts["refused"] / max(1, counts["runs"])
    cells = (name, loss, f"{counts['printed'] / total:.2f}", f"{counts['best'] / total:.2f}")
    return f"| {' | '.join((*cells, share(Class.CONFIRMED), share(Class.LIKELY), f'{held:.2f}', f'{refused:.2f}'))} |"


def main() -> None:
    """Measure every page and loss, and print the table."""
    seeds = range(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
    pages = [Path(each) for each in sys.argv[2:]] or sorted(DATA.glob("*.intact.txt"))
    print("| page | loss | printed | best | confirmed (right) | likely (right) | held | refused |")
    print("|---|---|---|---|---|---|---|---|")
    for page in pages:
        text = page.read_text("utf-8")
        whole = plaintext.parse(text, page.name).main_list
        if whole is None:
            print(f"{page}: no list")
            continue
        for loss in LOSSES:
            print(row(page.name.partition(".")[0], loss, measure(text, page.name, whole, loss, seeds)), flush=True)


if __name__ == "__main__":
    main()
