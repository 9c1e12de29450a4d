"""
A citation template gives the year twice: in |date= and again in |year=.

Why it matters: one of the two gets changed and the other does not. |year= is needed beside |date= only where the date
is in ISO form and a letter tells two works of one year apart ("2016a").

Remedy: take |year= out.

Elsewhere: CS1 `maint_date_year` (https://en.wikipedia.org/wiki/Help:CS1_errors#date_year).
"""

import re
from collections.abc import Iterator

from verifier.citations.cs1 import days
from verifier.hits import Fault, of_sources
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule

_PLAIN = re.compile(r"\d{4}")


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such template; a year that is not the date's is date-invalid."""
    return of_sources(dossier, _find)


def _find(source: Source) -> Iterator[Fault]:
    date, year = source.parameter("date"), source.parameter("year")
    if not source.is_full or date is None or year is None or not _PLAIN.fullmatch(year.value):
        return
    read = days.read(date.value)
    if read is not None and int(year.value) in (read.lo.year, read.hi.year):
        yield Fault(f"|{year.name}={year.value} says again what |{date.name}={date.value} says", year)


RULE = Rule("date-redundant", "a year given twice", Severity.NOTE, check)
