"""Add the archive date that a citation template lacks: the day that its archive URL names.

The date is written as most dates of the article's templates are, else in ISO form, which the templates of every wiki
understand. The parameter is written as those around it.
"""

import re
from collections.abc import Iterator

from verifier.citations.cs1 import archives, names, written
from verifier.fixes import Case, Fix
from verifier.model.article import Parameter, Span
from verifier.model.change import Change
from verifier.model.source import Source

_LEAD = re.compile(r"(\s*)\|(\s*)[^|={}]*?(\s*)=(\s*)")
_NEAR = 200  # characters before a value in which its name stands


def propose(case: Case) -> Iterator[Change]:
    """Yield one change for each full citation with a dated archive URL and without an archive date."""
    style = written.usual_style(case.article, case.sources)
    for source in case.sources:
        archive = source.parameter("archive-url")
        day = archives.taken_on(archive.value) if archive is not None else None
        if archive is None or day is None or "archive-date" in source.given or not source.is_full:
            continue
        reason = f"|{archive.name}= has no date; its address is of {day}"
        change = _filled(case.text, source, written.date(day, style), reason)
        change = change or _added(case.text, source, archive, written.date(day, style), reason)
        if change is not None:
            yield change


def _filled(text: str, source: Source, date: str, reason: str) -> Change | None:
    """Put the date where its parameter stands without a value."""
    empty = next((each for each in source.template.parameters if names.means(each.name) == "archive-date"), None)
    if empty is None:
        return None
    at = text.rfind("=", source.template.span.start, empty.span.start) + 1
    at += text.startswith(" ", at) and at < empty.span.start
    return Change(Span(at, at), date if text[at - 1] == " " or empty.span.start == at else f" {date}", reason)


def _added(text: str, source: Source, archive: Parameter, date: str, reason: str) -> Change | None:
    """Put the parameter behind the archive URL, spaced as that is."""
    start = max(source.template.span.start, archive.span.start - _NEAR)
    lead = list(_LEAD.finditer(text, start, archive.span.start))
    if not lead or lead[-1].end() != archive.span.start:
        return None
    before, after, left, right = lead[-1].groups()
    name = names.partner(archive.name, "archive-date")
    if len(left) > 1:  # the signs stand below each other
        left = " " * max(1, len(archive.name) + len(left) - len(name))
    at = archive.span.end
    return Change(Span(at, at), f"{before}|{after}{name}{left}={right}{date}", reason)


FIX = Fix("archive-date-missing", "adds the archive date that an archive URL names", propose, ("wikitext",))
