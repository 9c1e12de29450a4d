"""
The snapshot is a page that stands in for a missing one: it says "not found", is blank, for sale, or asks for a login.

Why it matters: the archive kept what the site showed instead of the page, with a status that says all is well. Each
sign is named in the evidence; one strong one or two weak ones decide, and a page under the citation's title is cleared.

Remedy: cite a capture from when the page was there.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.hits import of_snapshots
from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    return of_snapshots(dossier, ArchiveVerdict.SOFT_404)


RULE = Rule("archive-soft-404", "a snapshot that says the page is gone", Severity.ERROR, check, "archive")
