"""
The snapshot is an archived error page.

Why it matters: the archive kept the answer of a site that was failing or refusing, not the page.

Remedy: cite a capture from when the page answered.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.hits import of_snapshots
from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    return of_snapshots(dossier, ArchiveVerdict.ERROR_CAPTURE)


RULE = Rule("archive-error-capture", "an archived error page", Severity.ERROR, check, "archive")
