"""
The snapshot is a redirect to another address of what seems to be the same page.

Why it matters: it works, through a page that the site moved.

Remedy: look at the target, and cite its snapshot.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    for reference in dossier.registry.references if dossier.registry else ():
        lookup = dossier.evidence.lookup(reference.id)
        if lookup is not None and lookup.holds(ArchiveVerdict.REDIRECT_OK):
            message = f"{reference.id}: {lookup.told(ArchiveVerdict.REDIRECT_OK)}"
            line, suggestion = reference.line_of("archive_url"), lookup.proposal
            yield Hit(message, line=line, reference=reference.id, suggestion=suggestion)


RULE = Rule("archive-moved", "a snapshot that leads to a moved page", Severity.WARNING, check, "archive")
