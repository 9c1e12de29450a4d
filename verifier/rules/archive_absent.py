"""
The archive does not hold the snapshot.

Why it matters: the address looks like proof and leads to nothing. It is said only when the archive itself says so and a
second witness agrees; on one witness it is a warning. No answer is never absence.

Remedy: archive the page again, or cite another archive.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.evidence import ArchiveVerdict, Lookup
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    for reference in dossier.registry.references if dossier.registry else ():
        lookup = dossier.evidence.lookup(reference.id)
        if lookup is not None and lookup.holds(ArchiveVerdict.ABSENT):
            message = f"{reference.id}: {lookup.told(ArchiveVerdict.ABSENT)}"
            line, suggestion = reference.line_of("archive_url"), lookup.proposal
            yield Hit(message, line=line, reference=reference.id, suggestion=suggestion, severity=_severity(lookup))


def _severity(lookup: Lookup) -> Severity:
    return Severity.WARNING if lookup.reason == "single-witness" else Severity.ERROR


RULE = Rule("archive-absent", "a snapshot that does not exist", Severity.ERROR, check, "archive")
