"""
Dates of one list are written in different orders: "7 September 2016" beside "September 7, 2016", or beside ISO.

Why it matters: entries in another format came from another hand; and "7/9" style slips hide among them. Access and
archive dates may be ISO throughout.

Remedy: use one format (https://en.wikipedia.org/wiki/MOS:DATEUNIFY).

Elsewhere: CS1 `maint_date_format`.
"""

from collections import Counter
from collections.abc import Iterator

from verifier.model.article import Entry
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

_NAMES = {"dmy": "day-month", "mdy": "month-day", "iso": "ISO"}


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each list with dates out of its usual format."""
    for each in dossier.article.lists:
        dated = [(entry, style) for entry in each.entries for style in _styles(entry)]
        counts = Counter(style for _, style in dated)
        if len(counts) < 2:
            continue
        usual = min(counts, key=lambda style: (-counts[style], style))
        others = list(dict.fromkeys(entry.printed for entry, style in dated if style != usual))
        first = next(entry for entry, style in dated if style != usual)
        told = ", ".join(others[:8]) + (" ..." if len(others) > 8 else "")
        styles = " and ".join(_NAMES[style] for style in sorted(counts) if style != usual)
        entries, have = ("entry", "has") if len(others) == 1 else ("entries", "have")
        message = f"{entries} {told} {have} {styles} dates, the others {_NAMES[usual]}"
        yield Hit(message, first.span, about=each.heading)


def _styles(entry: Entry) -> Iterator[str]:
    """Yield the formats that count: ISO only as a publication date."""
    citation = entry.citation
    if citation.published and citation.published.style in _NAMES:
        yield citation.published.style
    for date in (citation.accessed, citation.archived):
        if date is not None and date.style in ("dmy", "mdy"):
            yield date.style


RULE = Rule("dates-mixed-format", "dates of one list in different formats", Severity.NOTE, check)
