"""
The page states when it was published, and it is not the day cited.

Why it matters: a date tells whether a source can know of an event. A day more or less is the time zone's; a date that
is only that of the last change is accepted.

Remedy: correct the date to the page's own.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.backing import of_fields
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such reference."""
    return of_fields(dossier, "date")


RULE = Rule("date-mismatch", "a cited date on which the page was not published", Severity.WARNING, check, "support")
