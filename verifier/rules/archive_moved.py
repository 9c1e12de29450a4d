"""
The snapshot is a redirect to another address of what seems to be the same page.

Why it matters: it works, through a page that the site moved.

Remedy: look at the target, and cite its snapshot.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.hits import of_snapshots
from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    return of_snapshots(dossier, ArchiveVerdict.REDIRECT_OK)


RULE = Rule("archive-moved", "a snapshot that leads to a moved page", Severity.WARNING, check, "archive")
