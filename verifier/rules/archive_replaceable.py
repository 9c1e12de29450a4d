"""
A snapshot is in an archive that may be gone tomorrow, or behind an address that is none of an archive.

Why it matters: no program can tell whether readers still see it: the service is not dependable, or only leads on to
whichever archive it finds today.

Remedy: cite a snapshot of a lasting archive beside it or instead.

Elsewhere: InternetArchiveBot replaces WebCite's snapshots.
"""

from collections.abc import Iterator

from verifier import hosts
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

_TRUSTS = ("unverifiable", "replace", "weak")


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    for reference in dossier.registry.references if dossier.registry else ():
        archive = hosts.archive_host(reference.archive_url or "")
        if archive is not None and archive.trust in _TRUSTS:
            told = f"{archive.name} is no lasting archive" + (f": {archive.note}" if archive.note else "")
            line = reference.line_of("archive_url")
            yield Hit(f"reference {reference.id}: {told}", line=line, reference=reference.id)


RULE = Rule("archive-replaceable", "a snapshot in an archive that does not last", Severity.NOTE, check, "archive")
