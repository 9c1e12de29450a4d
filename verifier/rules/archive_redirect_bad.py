"""
The snapshot is a redirect that does not lead to the cited page.

Why it matters: it leads to a home page, a login, an error, or in a circle: readers see something else than was cited.

Remedy: cite an earlier capture, from before the page was redirected.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.hits import of_snapshots
from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    return of_snapshots(dossier, ArchiveVerdict.REDIRECT_BAD)


RULE = Rule("archive-redirect-bad", "a snapshot that leads elsewhere", Severity.ERROR, check, "archive")
