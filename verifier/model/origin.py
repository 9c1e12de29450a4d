"""Where an article's text stands in its file: offsets become lines and columns here, and nowhere else.

A format with markup is read into plain text; the pieces of that text know the place in the file they came from.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Self

from verifier.values import frozen

_BREAK = re.compile(r"\r\n|\n|\r")


@frozen
class Piece:
    """A run of the article's text from the offset `start` on, and where it stands in the file (`place`, an offset).

    Without a `width` it is the same in both. Any other piece (a decoded entity, a marker that the format numbers)
    stands as a whole for `width` characters of the file.
    """

    start: int
    place: int
    width: int | None = None


_WHOLE = Piece(0, 0)


@frozen
class Annex:
    """A further file that the text comes from (a bibliography), by the path that reports print.

    Its offsets go on behind those of the files before it: it begins at `start`, and its lines at `line_starts`.
    """

    path: str
    text: str
    start: int
    line_starts: tuple[int, ...]


@frozen
class Origin:
    """The map from the article's text to its file. Offsets are code points from 0; lines and columns count from 1.

    A line ends at LF, CR LF or CR. Form feeds, U+0085, U+2028 and U+2029 end no line: editors and version control
    do not count them either. Without `pieces` the text is the file. `annexes` are the further files.
    """

    line_starts: tuple[int, ...]
    pieces: tuple[Piece, ...] = ()
    annexes: tuple[Annex, ...] = ()

    @classmethod
    def of(cls, source: str, pieces: Sequence[Piece] = (), annexes: Sequence[Annex] = ()) -> Self:
        """Return the origin of a text made of `pieces` of the file `source`; the pieces are sorted by `start`."""
        return cls(_line_starts(source, 0), tuple(pieces), tuple(annexes))

    def at(self, offset: int) -> tuple[int, int]:
        """Return (line, column) in the file of an offset into the article's text."""
        return self.in_file(self.place(offset))

    def place(self, offset: int) -> int:
        """Return the offset in the file of an offset into the article's text."""
        piece = self._piece(offset)
        return piece.place + (offset - piece.start if piece.width is None else 0)

    def ends(self, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return the (line, column) in the file where the text from `start` to `end` begins, and where it ends.

        What ends in another file than it begins in has its end at its beginning.
        """
        first, last = self.places(start, end)
        return self.in_file(first), self.in_file(last if self.annex(last) is self.annex(first) else first)

    def places(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the file where the text from `start` to `end` begins, and where it ends."""
        first = self.place(start)
        if end <= start:
            return first, first
        piece = self._piece(end - 1)
        return first, max(first, piece.place + (end - piece.start if piece.width is None else piece.width))

    def _piece(self, offset: int) -> Piece:
        if not self.pieces:
            return _WHOLE
        return self.pieces[max(0, bisect_right(self.pieces, offset, key=lambda each: each.start) - 1)]

    def in_file(self, place: int) -> tuple[int, int]:
        """Return (line, column) of an offset in the file, or in the annex that holds it."""
        annex = self.annex(place)
        starts = annex.line_starts if annex else self.line_starts
        line = bisect_right(starts, place)
        return line, place - starts[line - 1] + 1

    def annex(self, place: int) -> Annex | None:
        """Return the further file that an offset is in, None for the article's own."""
        return next((each for each in reversed(self.annexes) if each.start <= place), None) if self.annexes else None


def annexes(source: str, files: Iterable[tuple[str, str]]) -> Iterator[Annex]:
    """Yield the (path, text) of further files with the offsets that they have behind the file `source`."""
    start = len(source) + 1  # an offset at the very end of a file is still in it
    for path, text in files:
        yield Annex(path, text, start, _line_starts(text, start))
        start += len(text) + 1


def _line_starts(text: str, offset: int) -> tuple[int, ...]:
    return (offset, *(offset + match.end() for match in _BREAK.finditer(text)))
