"""Recognise what mirrors leave of a page: it is reported, and never taken for a claim.

Each pattern is a phrase that Wikipedia mirrors and extractors leave in plain text. A line that carries a marker is
never boilerplate: nothing that is cited may vanish.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from verifier.model.article import Remark, Span
from verifier.text import fold, one_line

_PHRASES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("quick-facts", re.compile(r"quick facts\b|more information\s*$|close\s*$", re.IGNORECASE)),
    ("add-description", re.compile(r"add (?:an? )?(?:article )?description\b", re.IGNORECASE)),
    ("share-links", re.compile(r"share this (?:article|page|story|post)\b"
                               r"|share on (?:facebook|twitter|x|linkedin|whatsapp|reddit|e-?mail)\b"
                               r"|tweet\s*$|print(?:able version)?\s*$|download as pdf", re.IGNORECASE)),
    ("licence-footer", re.compile(r"this article (?:uses|is based on|incorporates) (?:material|text|content) from\b"
                                  r"|(?:text|content) is available under\b"
                                  r"|.{0,60}(?:licen[sc]ed|available) under .{0,30}creative commons\b", re.IGNORECASE)),
    ("site-furniture", re.compile(r"from wikipedia, the free encyclopedia|jump to (?:navigation|search|content)\b"
                                  r"|toggle the table of contents|retrieved from \"http|hidden categor|categories:\s"
                                  r"|last edited (?:on )?\d|this page was last (?:edited|modified)", re.IGNORECASE)),
)  # fmt: skip
_LEAVES = frozenset({"see also", "external links", "further reading", "gallery", "notes", "footnotes", "bibliography"})


def find(text: str, rows: Sequence[Span], title: str, cited: Sequence[Span]) -> Iterator[Remark]:
    """Yield a remark for each line of `rows` that is boilerplate. Lines that hold a `cited` span (a marker) are not."""
    titles: Counter[str] = Counter()
    wanted = _title_key(title)
    marks = sorted(cited)
    position = 0
    for row in rows:
        while position < len(marks) and marks[position].end <= row.start:
            position += 1
        if position < len(marks) and marks[position].start < row.end:
            continue
        line = text[row.start : row.end]
        if found := kind(line):
            yield Remark(found, one_line(line), row)
        elif wanted and len(line) <= 2 * len(title) + 20 and _title_key(line) == wanted:
            titles[wanted] += 1
            if titles[wanted] > 1:
                yield Remark("title-repeated", one_line(line), row)


def empty_sections(text: str, rows: Sequence[Span], is_heading: Callable[[str], object]) -> Iterator[Remark]:
    """Yield a remark for each section that never has subsections ("See also") and has no text.

    `rows` are all lines of the text; `is_heading` knows the headings of reference lists.
    """
    filled = [row for row in rows if text[row.start : row.end].strip()]
    if not filled:
        return
    for row, following in zip(filled, [*filled[1:], None], strict=True):
        if _section_name(text, row) not in _LEAVES:
            continue
        after = text[following.start : following.end] if following else ""
        if following is None or is_heading(after) or _section_name(text, following) in _LEAVES:
            yield Remark("empty-section", one_line(text[row.start : row.end]), row)


def _section_name(text: str, row: Span) -> str:
    if row.end - row.start > 60:
        return ""
    name = re.sub(r"\s*\[edit\]\s*$", "", one_line(text[row.start : row.end]))
    return name.strip("=# ").casefold()


def kind(line: str) -> str | None:
    """Return the kind of boilerplate that a line is, None if it is none."""
    stripped = line.strip()
    return next((name for name, pattern in _PHRASES if pattern.match(stripped)), None)


def _title_key(title: str) -> str:
    return " ".join(fold(title).replace("_", " ").split())
