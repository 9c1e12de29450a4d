"""How the time of each reader grows with the size of a text that is made to be slow: 10 kB, 100 kB, 1 MB, 10 MB.

Run from the top folder: python -m bench.growth [READER ...] [--shared SHARED]. A generator makes every text that
repeats one piece of a format, or two of them in turn (`[` and `](`, `<p>` and `</a>`), or one after many of another
(`<ref>` ... `}}` ...), reads each at two sizes, and keeps the slowest and those that grow fastest. These, a few texts
by name and the hostile articles of the shared data (repeated) make the table. A size is left out where the one before
says that it would take too long, and what takes over a second for 100 kB is marked.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.pieces import NAMED, PIECES
from verifier import articles
from verifier.articles import LEGACY, Parser
from verifier.cli import collect_late
from verifier.parts import discover

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
_SMALL, _LARGE = 2_000, 16_000  # characters of the texts that the generator tries
_KEPT = 6  # of the slowest, and of those that grow fastest
_LONGEST = 60.0  # seconds; a size that would take longer is not read
_LIMIT = 1.0  # seconds for 100 kB

Parse = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Made:
    """A text of any size: a lead, a unit again and again, and perhaps another one as often behind that."""

    unit: str
    lead: str = ""
    behind: str = ""

    def text(self, size: int) -> str:
        """Return it in about so many characters."""
        count = max(1, (size - len(self.lead)) // len(self.unit + self.behind))
        return self.lead + self.unit * count + self.behind * count

    def __str__(self) -> str:
        """Return it as a row of the table names it."""
        return " ".join(f"{each!r} ..." for each in (self.lead, self.unit, self.behind) if each)


def candidates(pieces: tuple[str, ...]) -> Iterator[Made]:
    """Yield every piece alone, every two of them in turn, and many of one before as many of the other."""
    for first in pieces:
        yield Made(first)
        for second in pieces:
            if second != first:
                yield Made(first + second)
                yield Made(first, behind=second)


def seconds(parse: Parse, text: str) -> float:
    """Return the CPU time of one reading."""
    start = time.process_time()
    parse(text)
    return time.process_time() - start


def worst(parse: Parse, pieces: tuple[str, ...]) -> list[Made]:
    """Return the candidates that are slowest, and those whose time grows fastest."""
    tried = []
    for number, made in enumerate(candidates(pieces)):
        small, large = seconds(parse, made.text(_SMALL)), seconds(parse, made.text(_LARGE))
        tried.append((large, large / max(small, 1e-3), number, made))
    slow = sorted(tried, reverse=True)[:_KEPT]
    growing = sorted(tried, key=lambda each: each[0] * each[1], reverse=True)[:_KEPT]
    return list(dict.fromkeys(each[-1] for each in [*slow, *growing]))


def row(parse: Parse, made: Made) -> str:
    """Return the times for each size as text, marked where 100 kB take too long."""
    cells, taken, mark = [], [0.001], ""
    for size in SIZES:
        if taken[-1] * max(10, taken[-1] / taken[-2] if len(taken) > 2 else 0) > _LONGEST:
            cells.append("        -")
            continue
        taken.append(seconds(parse, made.text(size)))
        cells.append(f"{taken[-1]:9.3f}")
        mark = "  OVER THE LIMIT" if size == SIZES[1] and taken[-1] > _LIMIT else mark
    return "".join(cells) + mark


def show(name: str, parse: Parse, shared: Path) -> None:
    """Print the table of one reader."""
    print(f"\n{name:44}" + "".join(f"{f'{size // 1000} kB':>9}" for size in SIZES))
    rows = {title: Made(unit, lead) for title, (lead, unit) in NAMED[name].items()}
    rows |= {str(made): made for made in worst(parse, PIECES[name])}
    for path in sorted((shared / "data/hostile/articles").glob("*")):
        text = path.read_bytes()[: SIZES[1]].decode("utf-8", "replace")
        rows |= {path.name: Made(text)} if text else {}
    for title, made in rows.items():
        print(f"{title[:44]:44}{row(parse, made)}", flush=True)


def main() -> None:
    """Print the tables of the readers that are named, or of all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("readers", nargs="*")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    options = parser.parse_args()
    collect_late()  # as verify does
    for reader in discover(articles, "PARSER", Parser):
        if not options.readers or reader.name in options.readers:
            show(reader.name, lambda text, read=reader.parse: read(text, "a", LEGACY), options.shared)  # type: ignore[misc]


if __name__ == "__main__":
    main()
