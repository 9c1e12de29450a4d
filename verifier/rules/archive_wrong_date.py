"""
The archive plays another capture than the one cited, days or years away.

Why it matters: what is shown is not what was cited: the archive silently leads to the nearest capture it has, which may
be older or newer than the claim.

Remedy: cite the capture that was read; the nearest one is suggested.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.hits import of_snapshots
from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

_REASONS = ("closest-out-of-tolerance", "other-dates-only", "before-publication")


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    return of_snapshots(dossier, ArchiveVerdict.WRONG_DATE, *_REASONS)


RULE = Rule("archive-wrong-date", "a snapshot of another date", Severity.ERROR, check, "archive")
