"""
The snapshot is an archived error page.

Why it matters: the archive kept the answer of a site that was failing or refusing, not the page.

Remedy: cite a capture from when the page answered.

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
        if lookup is not None and lookup.holds(ArchiveVerdict.ERROR_CAPTURE):
            message = f"{reference.id}: {lookup.told(ArchiveVerdict.ERROR_CAPTURE)}"
            line, suggestion = reference.line_of("archive_url"), lookup.proposal
            yield Hit(message, line=line, reference=reference.id, suggestion=suggestion)


RULE = Rule("archive-error-capture", "an archived error page", Severity.ERROR, check, "archive")
