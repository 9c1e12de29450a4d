"""
An archive URL holds another page than the reference's URL.

Why it matters: the snapshot may be fine and still prove nothing about this source. Letter case, "www", tracking
parameters and the like do not count.

Remedy: archive the page that is cited, or correct the URL.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.hits import of_snapshots
from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    return of_snapshots(dossier, ArchiveVerdict.WRONG_PAGE, "other-url")


RULE = Rule("archive-original-mismatch", "a snapshot of another page", Severity.ERROR, check, "archive")
