"""
An archive URL is not the address of one snapshot.

Why it matters: it leads to a list of captures, orders a new capture, or to nothing; readers cannot check it.

Remedy: use the address of one capture: https://web.archive.org/web/ + 14 digits + / + the page's address.

Elsewhere: CS1 `err_archive_url`.
"""

from collections.abc import Iterator

from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    for reference in dossier.registry.references if dossier.registry else ():
        lookup = dossier.evidence.lookup(reference.id)
        if lookup is not None and lookup.holds(ArchiveVerdict.MALFORMED):
            message = f"{reference.id}: {lookup.told(ArchiveVerdict.MALFORMED)}"
            line, suggestion = reference.line_of("archive_url"), lookup.proposal
            yield Hit(message, line=line, reference=reference.id, suggestion=suggestion)


RULE = Rule("archive-url-malformed", "an archive URL that names no snapshot", Severity.ERROR, check, "archive")
