"""
The archive does not hold the snapshot.

Why it matters: the address looks like proof and leads to nothing. It is said only when the archive itself says so and a
second witness agrees; on one witness it is a warning. No answer is never absence.

Remedy: archive the page again, or cite another archive.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.hits import of_snapshots
from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    return of_snapshots(dossier, ArchiveVerdict.ABSENT)


RULE = Rule("archive-absent", "a snapshot that does not exist", Severity.ERROR, check, "archive")
