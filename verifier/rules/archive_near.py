"""
The archive leads to another capture than the one cited, within a day.

Why it matters: the cited second was never captured; the page shown is close, but the address is not exact.

Remedy: cite the capture that plays; it is suggested.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.hits import of_snapshots
from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    return of_snapshots(dossier, ArchiveVerdict.PRESENT_NEAR)


RULE = Rule("archive-near", "a snapshot that plays another second", Severity.WARNING, check, "archive")
