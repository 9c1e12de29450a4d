"""Cut a text into headings and paragraphs.

A paragraph is a run of lines without a blank line between them. Where the lines are long the text is not wrapped, and
every line is a paragraph of its own; so is every list item.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from verifier.model.article import Span
from verifier.values import frozen

_UNWRAPPED = 120  # longer lines than any wrapped text has
_HEADING_LENGTH = 80
_ITEM = re.compile(r"\s*(?:[*\u2022\u00b7-]|\d{1,3}[.)])\s")
_MARKED_HEADING = re.compile(r"\s*(={2,6}|#{1,6})\s*\S.*")
_ENDS_SENTENCE = re.compile("[.!?:;,\u2026\u3002][\"'\u201d\u2019)\\]]*\\s*$")


@frozen
class Block:
    """A heading or a paragraph; `section` is the heading it stands under."""

    span: Span
    heading: bool
    section: str


def split(text: str, rows: Sequence[Span], cited: Sequence[Span]) -> Iterator[Block]:
    """Yield the blocks of the given lines, in order. A line that holds a `cited` span is never a heading."""
    section = ""
    marks = sorted(cited)
    position = 0
    for run in _runs(text, rows):
        for piece in _pieces(text, run):
            while position < len(marks) and marks[position].end <= piece.start:
                position += 1
            has_marker = position < len(marks) and marks[position].start < piece.end
            heading = not has_marker and _is_heading(text[piece.start : piece.end])
            if heading:
                section = _heading_text(text[piece.start : piece.end])
            yield Block(piece, heading, section)


def _runs(text: str, rows: Sequence[Span]) -> Iterator[list[Span]]:
    run: list[Span] = []
    for row in rows:
        if text[row.start : row.end].strip():
            if run and text[run[-1].end : row.start].strip():
                yield run  # the rows between were taken by somebody else (a list, boilerplate)
                run = []
            run.append(row)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _pieces(text: str, run: list[Span]) -> Iterator[Span]:
    """Yield the paragraphs of one run of lines."""
    longest = max(row.end - row.start for row in run)
    start = run[0].start
    for row, following in pairwise(run):
        line = text[row.start : row.end]
        if (
            longest > _UNWRAPPED
            or _ITEM.match(text[following.start : following.end])
            or _MARKED_HEADING.fullmatch(line)
            or _MARKED_HEADING.fullmatch(text[following.start : following.end])
        ):
            yield Span(start, row.end)
            start = following.start
    yield Span(start, run[-1].end)


def _is_heading(piece: str) -> bool:
    stripped = piece.strip()
    if _MARKED_HEADING.fullmatch(stripped):
        return True
    return len(stripped) <= _HEADING_LENGTH and "\n" not in stripped and not _ENDS_SENTENCE.search(stripped)


def _heading_text(piece: str) -> str:
    return re.sub(r"\s*\[edit\]\s*$", "", " ".join(piece.split())).strip("=# ")
