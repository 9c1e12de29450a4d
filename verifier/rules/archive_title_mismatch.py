"""
The captured page has another title than the reference.

Why it matters: the address is right and the page is another: it was replaced before the archive came, or the reference
is mixed up with another one. It is said only of a whole page in the same script, whose titles and text lack the words.

Remedy: look at the snapshot; cite an earlier capture, or correct the title.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.hits import of_snapshots
from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Confidence, Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    return of_snapshots(dossier, ArchiveVerdict.WRONG_PAGE, "other-title", confidence=Confidence.MEDIUM)


RULE = Rule("archive-title-mismatch", "a snapshot of a page with another title", Severity.ERROR, check, "archive")
