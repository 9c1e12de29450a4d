"""
The snapshot of a source is older than the event it is cited for.

Why it matters: the snapshot cannot hold what had not happened when it was taken.
Where the numbers of the list are wrong this is the first thing to be seen; then it is folded under the root cause. On a
date that the claim itself does not give, and on months and years, it is a warning.

Remedy: find the source that the claim was written from, or correct the date.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Confidence, Dossier, Hit, Severity
from verifier.recovery.timing import early
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each citation of such an entry."""
    unreliable = dossier.recovery.structure.lost and not dossier.recovery.proposes
    for found in early(dossier, lambda entry: entry.citation.archived):
        message = (
            f"[{found.marker.label}] is cited for {found.event}, and entry {found.entry.printed} was archived on "
            f"{found.date}, {found.days} days before"
        )
        if unreliable:
            message += "; the numbers of this copy are unreliable"
        severity = Severity.ERROR if found.own else Severity.WARNING
        confidence = Confidence.HIGH if found.own and not unreliable else Confidence.MEDIUM
        yield Hit(
            message,
            found.marker.span,
            claim=dossier.claim_ids[found.claim],
            severity=severity,
            confidence=confidence,
            about=f"[{found.marker.label}]",
        )


RULE = Rule("archive-predates-event", "a source archived before what it would prove", Severity.ERROR, check)
