"""
The snapshot of a source is older than the event it is cited for.

Why it matters: the snapshot cannot hold what had not happened when it was taken.
Where the numbers of the list are wrong this is the first thing to be seen; then it is folded under the root cause. On a
date that the claim itself does not give, and on months and years, it is a warning.

Remedy: find the source that the claim was written from, or correct the date.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.hits import of_early_sources
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each citation of such an entry."""
    return of_early_sources(dossier, lambda citation: citation.archived, "archived")


RULE = Rule("archive-predates-event", "a source archived before what it would prove", Severity.ERROR, check)
