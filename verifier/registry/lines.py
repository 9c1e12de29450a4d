"""Where each table and key of a TOML text stands: tomllib gives values without lines.

A line scan beside the real parser. Multi-line strings and arrays are followed; where the scan counts other tables than
tomllib it is not believed, and no line is given rather than a wrong one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_HEADER = re.compile(r"\s*\[\[?\s*([A-Za-z0-9_.\-\s\"']+?)\s*\]?\]\s*(?:#.*)?")
_KEY = re.compile(r"\s*([A-Za-z0-9_\-]+|\"[^\"\n]*\"|'[^'\n]*')\s*(?:\.|=)")
_TOKEN = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*|[\[\]{}]', re.S)


@dataclass(slots=True)
class Table:
    """One table: its name ("" for the top of the file), its line, and the line of each key."""

    name: str
    line: int
    keys: dict[str, int] = field(default_factory=dict)


def tables(text: str) -> list[Table]:
    """Return the tables of the text in order, the top of the file first; lines count from 1."""
    found = [Table("", 1)]
    for number, line in outside_strings(text):
        header, key = _HEADER.fullmatch(line), _KEY.match(line)
        if header:
            found.append(Table(re.sub(r"[\s\"']", "", header[1]), number))
        elif key:
            found[-1].keys.setdefault(key[1].strip("\"'"), number)
    return found


def outside_strings(text: str) -> Iterator[tuple[int, str]]:
    """Yield (number, line) of the lines that do not begin inside a multi-line string, array or inline table."""
    depth, quote = 0, ""
    for number, line in enumerate(text.split("\n"), 1):
        if not depth and not quote:
            yield number, line
            if _HEADER.fullmatch(line):
                continue
        depth, quote = _after(line, depth, quote)


def named(found: list[Table], name: str, count: int) -> list[Table] | None:
    """Return the tables of that name if the scan found as many as the parser did, else None."""
    alike = [table for table in found if table.name == name]
    return alike if len(alike) == count else None


def _after(line: str, depth: int, quote: str) -> tuple[int, str]:
    """Return how deep in brackets the line ends, and the mark of a multi-line string it ends in."""
    position = 0
    while position < len(line):
        if quote:
            end = line.find(quote, position)
            if end < 0:
                return depth, quote
            position, quote = end + 3, ""
            continue
        token = _TOKEN.search(line, position)
        if token is None:
            break
        position = token.end()
        if token[0] in ('"""', "'''"):
            quote = token[0]
        elif token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth = max(0, depth - 1)
    return depth, quote
