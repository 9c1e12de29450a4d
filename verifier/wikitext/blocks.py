"""Cut an evaluated page into headings, paragraphs, list items and rows of tables, line by line.

The line starts are MediaWiki's (https://www.mediawiki.org/wiki/Help:Formatting, Help:Tables): ``==``, ``*#:;``, a blank
line, ``{|``, ``|-``, ``|+``, ``|}``, and ``|`` or ``!`` for cells in a table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from verifier.prose import typed
from verifier.prose.flow import CELL, Block, Listing, Words
from verifier.prose.flow import Cite as Marked
from verifier.text import one_line
from verifier.wikitext.inline import Reader
from verifier.wikitext.items import inlines_of
from verifier.wikitext.pieces import Break, Listed, Piece, Raw

_HEADING = re.compile(r"={1,6}(?=[^=])")
_HEADING_END = re.compile(r"(?<=[^=])(={1,6})[ \t]*$")
_ITEM = re.compile(r"[*#:;]+")
_TABLE = re.compile(r"[ \t:]*(\{\||\|\}|\|\+|\|-+|\||!)")
_CELLS = re.compile(r"\|\||!!")
_RULE = re.compile(r"-{4,}")

Line = list[Raw | Words | Marked]


def blocks(text: str, pieces: Sequence[Piece]) -> Iterator[Block | Listing]:
    """Yield the blocks and lists of a page, in order.

    On a page without a reference the numbers and the list count that were typed by hand, "[1]" and "# Doe. Rye.".
    """
    found = list(_Builder(text).run(pieces))
    lines = [each for each in found if isinstance(each, typed.Line)]
    if len(lines) == len(found) and not any(isinstance(piece, Marked) for piece in pieces):
        read = typed.read(lines, (), lambda _: (), alone=False)
        if read.styles:  # a number was found, and not only a list of further reading
            return iter(read.parts)
    return iter([each.block if isinstance(each, typed.Line) else each for each in found])


class _Builder:
    """The block that is open: its kind, what stands in it, and how deep in tables it is."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._reader = Reader(text)
        self._kind: Literal["paragraph", "row"] = "paragraph"
        self._open: Line = []
        self._tables = 0
        self._heading = ""
        self._label, self._at, self._goes_on = "", 0, False  # of the open block: see typed.Line
        self._listed, self._count = False, 0  # whether the line before is an item, and how many "#" there were

    def run(self, pieces: Sequence[Piece]) -> Iterator[typed.Line | Listing]:
        """Yield what the pieces make."""
        for line in _lines(self._text, pieces):
            if isinstance(line, Listed):
                yield from self._flush()
                if line.items:
                    yield Listing(self._heading, line.group, "ol", line.items, line.place)
            elif isinstance(line, Break):
                yield from self._flush()
                self._kind = line.kind
            else:
                yield from self._line(line)
        yield from self._flush()

    def _line(self, line: Line) -> Iterator[typed.Line]:
        lead = self._lead(line)
        mark = _TABLE.match(lead)
        if mark is not None and (self._tables or mark[1] == "{|"):
            yield from self._table(line, mark)
        elif self._tables:
            self._add(line)
        elif not line or (len(line) == 1 and not lead.strip() and isinstance(line[0], Raw)):
            yield from self._flush()
            self._end_list()
        elif (heading := self._titled(line, lead)) is not None:
            yield from self._flush()
            self._end_list()
            inlines = list(inlines_of(heading, self._reader))
            self._heading = one_line("".join(each.text for each in inlines if isinstance(each, Words)))
            yield typed.Line(Block("heading", inlines))
        elif (item := _ITEM.match(lead) or _RULE.match(lead)) is not None:
            yield from self._flush()
            self._begin(item[0], _place(line))
            self._add(_from(line, item.end()))
        else:
            self._add(line)

    def _table(self, line: Line, mark: re.Match[str]) -> Iterator[typed.Line]:
        token, rest = mark[1], _from(line, mark.end())
        if token in ("|", "!"):
            self._cells(rest, both=token == "!")
            return
        yield from self._flush()
        if token == "|}":
            self._tables -= 1
            self._kind = "row" if self._tables else "paragraph"
            self._add(rest)
        elif token == "|+":
            self._kind = "paragraph"
            self._add(self._without_attributes(rest))
            yield from self._flush()
            self._kind = "row"
        else:
            self._tables += token == "{|"
            self._kind = "row"
            self._open += _hidden(rest)

    def _cells(self, line: Line, *, both: bool) -> None:
        """Add the cells of one line to the row."""
        for cell in self._split(line, ("||", "!!") if both else ("||",)):
            shown = self._without_attributes(cell)
            if any(not isinstance(each, Marked) or not each.hidden for each in self._open):
                self._open.append(Words(CELL, _place(shown), 0))
            self._open += shown

    def _split(self, line: Line, marks: Sequence[str]) -> Iterator[Line]:
        cell: Line = []
        for piece in line:
            if not isinstance(piece, Raw):
                cell.append(piece)
                continue
            start = piece.start
            for match in _CELLS.finditer(self._text, piece.start, piece.end):
                if match[0] in marks:
                    yield [*cell, Raw(start, match.start())]
                    cell, start = [], match.end()
            cell.append(Raw(start, piece.end))
        yield cell

    def _without_attributes(self, cell: Line) -> Line:
        """Return a cell without what stands before its bar: attributes, in which a reference is hidden."""
        for index, piece in enumerate(cell):
            bar = self._text.find("|", piece.start, piece.end) if isinstance(piece, Raw) else -1
            if bar >= 0 and isinstance(piece, Raw):
                return [*_hidden(cell[:index]), Raw(bar + 1, piece.end), *cell[index + 1 :]]
        return cell

    def _titled(self, line: Line, lead: str) -> Line | None:
        """Return what stands between the equals signs of a heading, None if the line is none."""
        first, last = _HEADING.match(lead), line[-1]
        if first is None or not isinstance(last, Raw):
            return None
        end = _HEADING_END.search(self._text[last.start : last.end])
        if end is None:
            return None
        level = min(first.end(), len(end[1]))
        inner = _from(line, level)
        tail = inner[-1]
        if not isinstance(tail, Raw):
            return None
        return [*inner[:-1], Raw(tail.start, max(tail.start, last.start + end.end(1) - level))]

    def _lead(self, line: Line) -> str:
        return self._text[line[0].start : line[0].end] if line and isinstance(line[0], Raw) else ""

    def _add(self, line: Line) -> None:
        if self._open and line:
            self._open.append(Words("\n", _place(line), 0))
        self._open += line

    def _begin(self, mark: str, place: int) -> None:
        """Begin an item, or what has a rule before it: "#" prints a number, deeper lists nothing that is looked at."""
        if mark[0] != "#":
            self._count = 0
        self._count += mark == "#"
        self._label = f"{self._count}." if mark == "#" else "*" if mark == "*" else ""
        self._at, self._goes_on, self._listed = place, self._listed, True

    def _end_list(self) -> None:
        self._listed, self._count = False, 0

    def _flush(self) -> Iterator[typed.Line]:
        line, self._open = self._open, []
        if line:
            self._reader.begin()
            block = Block(self._kind, list(inlines_of(line, self._reader)))
            yield typed.Line(block, self._label, self._at, self._goes_on)
            self._label, self._goes_on = "", False
        self._kind = "row" if self._tables else "paragraph"


def _lines(text: str, pieces: Sequence[Piece]) -> Iterator[Line | Break | Listed]:
    """Yield the lines of the page, and what stands between them."""
    line: Line = []
    for piece in pieces:
        if isinstance(piece, Break | Listed):
            if line:
                yield line
            line = []
            yield piece
        elif isinstance(piece, Raw):
            start = piece.start
            while (end := text.find("\n", start, piece.end)) >= 0:
                yield [*line, Raw(start, end)] if end > start else line
                line, start = [], end + 1
            if piece.end > start:
                line.append(Raw(start, piece.end))
        else:
            line.append(piece)
    if line:
        yield line


def _from(line: Line, count: int) -> Line:
    """Return the line without the first characters of its first run."""
    first = line[0]
    return [Raw(min(first.start + count, first.end), first.end), *line[1:]] if isinstance(first, Raw) else line


def _hidden(line: Line) -> Line:
    """Return the markers of a line that nobody sees."""
    return [replace(each, hidden=True) for each in line if isinstance(each, Marked)]


def _place(line: Line) -> int:
    first = line[0] if line else None
    return first.start if isinstance(first, Raw) else first.place if first is not None else 0
