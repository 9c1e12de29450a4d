"""
An archive URL is not the address of one snapshot.

Why it matters: it leads to a list of captures, orders a new capture, or to nothing; readers cannot check it.

Remedy: use the address of one capture: https://web.archive.org/web/ + 14 digits + / + the page's address.

Elsewhere: CS1 `err_archive_url`.
"""

from collections.abc import Iterator

from verifier.hits import of_snapshots
from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    return of_snapshots(dossier, ArchiveVerdict.MALFORMED)


RULE = Rule("archive-url-malformed", "an archive URL that names no snapshot", Severity.ERROR, check, "archive")
