"""
Dates of one list are written in different orders: "7 September 2016" beside "September 7, 2016", or beside ISO.

In the templates of an English article a range of dates with a hyphen in place of the dash is noted as well.

Why it matters: entries in another format came from another hand; and "7/9" style slips hide among them. Access and
archive dates may be ISO throughout.

Remedy: use one format (https://en.wikipedia.org/wiki/MOS:DATEUNIFY).

Elsewhere: CS1 `maint_date_format` (https://en.wikipedia.org/wiki/Help:CS1_errors#date_format).
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from verifier.citations.cs1 import forms
from verifier.hits import Fault, of_sources
from verifier.language import is_english
from verifier.model.article import Entry
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule

_NAMES = {"dmy": "day-month", "mdy": "month-day", "iso": "ISO"}


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each list with dates out of its usual format, and for each range with a hyphen."""
    if is_english(dossier.article):
        yield from of_sources(dossier, lambda source: _hyphens(source, dossier.today))
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


def _hyphens(source: Source, today: dt.date) -> Iterator[Fault]:
    date = source.parameter("date", "publication-date")
    if date is None or not source.is_full or not forms.has_hyphen(date.value) or "{" in date.value:
        return
    if forms.problem(date.value, "date", today) is None:
        dashed = date.value.replace("-", "\u2013")
        yield Fault(f"|{date.name}={date.value} has a hyphen for a dash", date, f"write {dashed}")


def _styles(entry: Entry) -> Iterator[str]:
    """Yield the formats that count: ISO only as a publication date."""
    citation = entry.citation
    if citation.published and citation.published.style in _NAMES:
        yield citation.published.style
    for date in (citation.accessed, citation.archived):
        if date is not None and date.style in ("dmy", "mdy"):
            yield date.style


RULE = Rule("dates-mixed-format", "dates of one list in different formats", Severity.NOTE, check)
