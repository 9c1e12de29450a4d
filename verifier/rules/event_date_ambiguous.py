"""
A relative date counts from a range of days.

Why it matters: "two days later" after "the night of 1-2 October" may be the 3rd or the 4th.

Remedy: write the date.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each claim with such a date of its own."""
    for index, event in enumerate(dossier.recovery.events):
        if event.ambiguous and not event.inherited and event.dates is not None:
            claim = dossier.article.claims[index]
            message = f'"{event.dates.text}" counts from a range of days: {event.dates.lo} or {event.dates.hi}'
            yield Hit(message, claim.span, claim=dossier.claim_ids[index], about=event.dates.text)


RULE = Rule("event-date-ambiguous", "a relative date on a range of days", Severity.NOTE, check)
