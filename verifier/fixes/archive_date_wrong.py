"""Correct an archive date that is not the day in the archive URL.

A date of the neighbouring day is left: where the author was it may have been that day. The new date is written as the
old one was; where that form is not known (months in another language), nothing is changed.
"""

from collections.abc import Iterator

from verifier.citations.cs1 import archives, written
from verifier.fixes import Case, Fix
from verifier.model.change import Change


def propose(case: Case) -> Iterator[Change]:
    """Yield one change for each such date."""
    for source in case.sources:
        found = archives.disagreement(source)
        if found is not None and not found.is_near and found.stated.style in written.STYLES:
            reason = f"|{found.parameter.name}={found.parameter.value} is wrong; the address is of {found.taken}"
            yield Change(found.parameter.span, written.date(found.taken, found.stated.style), reason)


FIX = Fix(
    "archive-date-wrong", "corrects an archive date that is not the day in the archive URL", propose, ("wikitext",)
)
