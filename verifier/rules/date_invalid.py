"""
A date cannot be right: no such day, in the future, or before the web could be cited.

Why it matters: a source with a wrong date cannot be placed in time, and often not be found.

Remedy: take the date from the source. Access dates are valid from 2001-01-15, when Wikipedia began.

Elsewhere: CS1 `err_bad_date` (https://en.wikipedia.org/wiki/Help:CS1_errors#bad_date).
"""

import datetime as dt
import re
from collections.abc import Iterator

from verifier import dates
from verifier.model.article import Entry
from verifier.model.dates import Dates
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

_FIRST_ACCESS = dt.date(2001, 1, 15)
_DAY, _YEAR = dt.timedelta(days=1), dt.timedelta(days=366)


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such date of the list and of the registry."""
    for each in dossier.article.lists:
        for entry in each.entries:
            citation = entry.citation
            told = list(_wrong(citation.published, citation.accessed, citation.archived, dossier.today))
            told += [f'"{text}" is no date' for text in dates.impossible(_outside_title(entry))]
            for what in told:
                yield Hit(f"entry {entry.printed}: {what}", entry.span, about=f"{what} {entry.text[:80]}")
    for reference in dossier.registry.references if dossier.registry else ():
        for what in _wrong(reference.published, reference.accessed, reference.archived, dossier.today):
            yield Hit(f"reference {reference.id}: {what}", line=reference.line, reference=reference.id, about=what)


def _outside_title(entry: Entry) -> str:
    """Return the entry's text without its title and its URLs, where anything may look like a date."""
    text = re.sub(r"https?://\S+", " ", entry.text)
    return text.replace(entry.citation.title, " ") if entry.citation.title else text


def _wrong(published: Dates | None, accessed: Dates | None, archived: Dates | None, today: dt.date) -> Iterator[str]:
    if published is not None and (published.lo.year > today.year + 1 or published.lo > today + _YEAR):
        yield f"the publication date {published} is in the future"
    for name, date in (("access", accessed), ("archive", archived)):
        if date is not None and date.lo > today + _DAY:
            yield f"the {name} date {date} is in the future (today is {today})"
        elif date is not None and date.hi < _FIRST_ACCESS and name == "access":
            yield f"the access date {date} is before {_FIRST_ACCESS}"


RULE = Rule("date-invalid", "a date that cannot be right", Severity.ERROR, check)
