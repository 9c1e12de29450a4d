"""
The snapshot was taken long after the source was read.

Why it matters: what was read and what was kept may differ: pages are corrected, shortened and replaced. A year is long.

Remedy: cite a capture near the access date, if the archive has one, or read the snapshot and say so by the access date.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.urls import moment

_LONG = 365  # days


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    for reference in dossier.registry.references if dossier.registry else ():
        lookup = dossier.evidence.lookup(reference.id)
        taken = moment(lookup.asked or "") if lookup else None
        if taken is None or reference.accessed is None or (taken.date() - reference.accessed.hi).days <= _LONG:
            continue
        message = (
            f"reference {reference.id}: the snapshot of {taken.date()} was taken long after the source was read "
            f"({reference.accessed})"
        )
        yield Hit(message, line=reference.line_of("archive_url"), reference=reference.id)


RULE = Rule("archive-after-access", "a snapshot much later than the visit", Severity.NOTE, check, "archive")
