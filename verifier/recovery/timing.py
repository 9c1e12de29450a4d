"""Sources that are older than what they would prove: which pairs of claim and entry to believe that of.

A rule fires at its own severity only on a day that the claim itself gives. A day from earlier in the paragraph counts
where the text goes forward in time, a month or a year always, both less; an inherited month never. A day without a year
has that of the text before: where the source is over a year older, it is rather that year that is wrong. Plans ("will
be shut down on 30 November") are cited to sources from before, and so is what has no verb in the past tense.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from verifier.model.article import Claim, Entry, Marker
from verifier.model.dates import Dates
from verifier.model.recovery import Event
from verifier.model.rules import Dossier
from verifier.recovery.readings import pairs
from verifier.values import frozen

TOLERANCE = 1  # days, for time zones
_YEAR = 366  # days
_YEAR_WRITTEN = re.compile(r"\d{4}")


@frozen
class Early:
    """A date of an entry that lies `days` before the claim's event; `own` tells that the claim gives the day.

    `event` is the claim's first day, or its month or year; where it is `inherited`, the paragraph gave it before.
    """

    claim: int
    passage: Claim
    marker: Marker
    entry: Entry
    date: Dates
    event: Dates
    days: int
    own: bool
    inherited: bool


def early(dossier: Dossier, pick: Callable[[Entry], Dates | None]) -> Iterator[Early]:
    """Yield the pairs in which the date that `pick` takes from the entry is before the event."""
    for index, claim, marker, entry in pairs(dossier.article, dossier.reading):
        event, date = dossier.recovery.events[index], pick(entry)
        if date is None or event.dates is None or event.earliest is None or not _counts(event, dossier):
            continue
        days = (event.earliest - date.hi).days
        if days > TOLERANCE and (days <= _YEAR or _YEAR_WRITTEN.search(event.dates.text)):
            own = not event.inherited and event.dates.is_day
            first = replace(event.dates, lo=event.earliest, hi=event.earliest) if event.dates.is_day else event.dates
            yield Early(index, claim, marker, entry, date, first, days, own, event.inherited)


def _counts(event: Event, dossier: Dossier) -> bool:
    if event.future or not event.past or event.dates is None:
        return False
    return not event.inherited or (event.dates.is_day and dossier.recovery.chronological)
