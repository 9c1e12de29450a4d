"""
The archive leads to another capture than the one cited, within a day.

Why it matters: the cited second was never captured; the page shown is close, but the address is not exact.

Remedy: cite the capture that plays; it is suggested.

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
        if lookup is not None and lookup.holds(ArchiveVerdict.PRESENT_NEAR):
            message = f"{reference.id}: {lookup.told(ArchiveVerdict.PRESENT_NEAR)}"
            line, suggestion = reference.line_of("archive_url"), lookup.proposal
            yield Hit(message, line=line, reference=reference.id, suggestion=suggestion)


RULE = Rule("archive-near", "a snapshot that plays another second", Severity.WARNING, check, "archive")
