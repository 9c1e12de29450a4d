"""
A claim dates its event by words like "three days later", and nothing before it gives the day.

Why it matters: no reader can know when it was; in a copy the passage with the date may be gone.

Remedy: write the date.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such claim."""
    for index, event in enumerate(dossier.recovery.events):
        if event.unresolved is not None:
            claim = dossier.article.claims[index]
            message = f'"{event.unresolved}" counts from a day that is not given'
            yield Hit(message, claim.span, claim=dossier.claim_ids[index], about=event.unresolved)


RULE = Rule("date-relative-unresolved", "a relative date without a date before it", Severity.NOTE, check)
