"""
The title names a period, and the text runs far beyond it.

Why it matters: either the title or the scope of the text is wrong.

Remedy: rename the article, or shorten it.

Elsewhere: none found.
"""

import datetime as dt
import re
from collections.abc import Iterator

from verifier import dates
from verifier.model.dates import Grain
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

_FAR = dt.timedelta(days=30)
_OPEN = re.compile(r"\b(?:since|from|after)\s+$", re.IGNORECASE)  # a period without an end


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit if a claim's day lies more than 30 days behind the last period of the title."""
    periods = [found.dates for found in dates.find(dossier.article.title)]
    if not periods:
        return
    period = periods[-1]
    if _OPEN.search(dossier.article.title, 0, dossier.article.title.find(period.text)):
        return
    days = [
        (event.dates.lo, index)
        for index, event in enumerate(dossier.recovery.events)
        if event.dates is not None and (event.dates.is_day or period.grain is Grain.YEAR) and not event.future
    ]
    if any(period.lo <= day <= period.hi for day, _ in days) and max(days)[0] > period.hi + _FAR:
        day, index = max(days)
        until = dossier.recovery.events[index].dates
        message = f"the title speaks of {period.text}, the text goes on to {until or day}"
        yield Hit(message, dossier.article.claims[index].span, claim=dossier.claim_ids[index])


RULE = Rule("title-period-exceeded", "the text goes beyond the period of its title", Severity.NOTE, check)
