"""Find the heads and feet of printed pages in the text of a PDF: page numbers, and lines that come again on every page.

A form feed begins a page (pdftotext writes one), or a line such as "Page 3 of 9" ends it. Beside these stand page
numbers and running heads; a head is told by coming again, whatever numbers are in it. A line that cites something is
none, and a year is no page.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from verifier.model.article import Span

_PAGE = r"(?:page|seite|p\u00e1gina|pagina)"
_COUNTED = re.compile(
    rf"\s*(?:{_PAGE}\s*\d{{1,4}}(?:\s*(?:of|von|de|sur|/)\s*\d{{1,4}})?|\d{{1,4}}\s+(?:of|von)\s+\d{{1,4}})\s*", re.I
)
_ALONE = re.compile(r"\s*[-\u2013]?\s*(?:\d{1,3}|[ivxl]{1,6})\s*[-\u2013]?\s*")
_CITES = re.compile(r"\[\s*\d")
_NEAR = 2  # filled lines at either side of a page's end
_TIMES = 2  # how often a running head comes at least
_LONGEST = 120  # characters of one


def furniture(text: str, rows: Sequence[Span]) -> list[Span]:
    """Return the lines among `rows` that belong to the printed page."""
    filled = [row for row in rows if text[row.start : row.end].strip()]
    beside = sorted({index for edge in _edges(text, filled) for index in edge})
    lines = {index: text[filled[index].start : filled[index].end] for index in beside}
    times = Counter(_key(line) for line in lines.values())
    return [filled[index] for index, line in lines.items() if _is_furniture(line, times[_key(line)])]


def _edges(text: str, filled: Sequence[Span]) -> Iterator[range]:
    """Yield the lines around each page's end, as indices."""
    for index, row in enumerate(filled):
        line = text[row.start : row.end]
        before = filled[index - 1].end if index else 0
        if "\f" in text[before : row.start + len(line) - len(line.lstrip())]:
            yield range(max(0, index - _NEAR), min(len(filled), index + _NEAR))
        elif _COUNTED.fullmatch(line):
            yield range(max(0, index - 1), min(len(filled), index + 2))


def _is_furniture(line: str, times: int) -> bool:
    if _COUNTED.fullmatch(line) or _ALONE.fullmatch(line):
        return True
    return times >= _TIMES and len(line) <= _LONGEST and not _CITES.search(line)


def _key(line: str) -> str:
    """Return the line without its numbers: what comes again."""
    return " ".join(re.sub(r"\d+", " ", line).split()).casefold()
