"""
A date cannot be right: no such day, in the future, or before the web could be cited.

In the templates of an English article a date must also be written as the templates want it; in other languages these
are not assessed.

Why it matters: a source with a wrong date cannot be placed in time, and often not be found.

Remedy: take the date from the source. Access dates are valid from 2001-01-15, when Wikipedia began.

Elsewhere: CS1 `err_bad_date` (https://en.wikipedia.org/wiki/Help:CS1_errors#bad_date).
"""

import datetime as dt
import re
from collections.abc import Iterator

from verifier import dates
from verifier.citations.cs1 import days, forms
from verifier.hits import Fault, has_template, of_sources
from verifier.language import is_english
from verifier.model.article import Entry
from verifier.model.dates import Dates
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule
from verifier.text import shorten

_DATES = ("date", "year", "publication-date", "access-date", "archive-date")
_PLAIN = re.compile("[0-9]{4}[a-z]?")
_DAY, _YEAR = dt.timedelta(days=1), dt.timedelta(days=366)


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such date of the list, of the article's templates and of the registry."""
    if is_english(dossier.article):
        yield from of_sources(dossier, lambda source: _in_template(source, dossier.latest))
        yield from _in_lists(dossier)
    for reference in dossier.registry.references if dossier.registry else ():
        for what in _wrong(reference.published, reference.accessed, reference.archived, dossier.latest):
            yield Hit(f"reference {reference.id}: {what}", line=reference.line, reference=reference.id, about=what)


def _in_template(source: Source, today: dt.date) -> Iterator[Fault]:
    """Yield dates that are not written as the templates want them, and a year that is not the date's."""
    if not source.is_full:
        return
    for meaning in _DATES:
        date = source.parameter(meaning)
        if date is not None and (told := forms.problem(date.value, meaning, today)):
            yield Fault(f"|{date.name}={shorten(date.value, 40)} {told}", date)
    date, year = source.parameter("date"), source.parameter("year")
    if date is not None and year is not None and _disagree(date.value, year.value):
        yield Fault(f"|{year.name}={year.value} is not the year of |{date.name}={shorten(date.value, 40)}", year)


def _disagree(date: str, year: str) -> bool:
    read = days.read(date)
    return read is not None and bool(_PLAIN.fullmatch(year)) and not read.lo.year <= int(year[:4]) <= read.hi.year


def _in_lists(dossier: Dossier) -> Iterator[Hit]:
    is_judged = has_template(dossier)
    for entry in (entry for each in dossier.article.lists for entry in each.entries if not is_judged(entry)):
        citation = entry.citation
        told = list(_wrong(citation.published, citation.accessed, citation.archived, dossier.latest))
        told += [f'"{text}" is no date' for text in dates.impossible(_outside_title(entry))]
        for what in told:
            yield Hit(f"entry {entry.printed}: {what}", entry.span, about=f"{what} {entry.text[:80]}")


def _outside_title(entry: Entry) -> str:
    """Return the entry's text without its title and its URLs, where anything may look like a date."""
    text = re.sub(r"https?://\S+", " ", entry.text)
    return text.replace(entry.citation.title, " ") if entry.citation.title else text


def _wrong(published: Dates | None, accessed: Dates | None, archived: Dates | None, today: dt.date) -> Iterator[str]:
    if published is not None and (published.lo.year > today.year + 1 or published.lo > today + _YEAR):
        yield f"the publication date {published} is in the future"
    for name, date in (("access", accessed), ("archive", archived)):
        if date is not None and date.lo > today + _DAY:
            yield f"the {name} date {date} is in the future"
        elif date is not None and date.hi < forms.FIRST_ACCESS and name == "access":
            yield f"the access date {date} is before {forms.FIRST_ACCESS}"


RULE = Rule("date-invalid", "a date that cannot be right", Severity.ERROR, check)
