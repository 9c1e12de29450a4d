"""
The archive plays another capture than the one cited, days or years away.

Why it matters: what is shown is not what was cited: the archive silently leads to the nearest capture it has, which may
be older or newer than the claim.

Remedy: cite the capture that was read; the nearest one is suggested.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

_REASONS = ("closest-out-of-tolerance", "other-dates-only", "before-publication")


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    for reference in dossier.registry.references if dossier.registry else ():
        lookup = dossier.evidence.lookup(reference.id)
        if lookup is not None and lookup.holds(ArchiveVerdict.WRONG_DATE, *_REASONS):
            message = f"{reference.id}: {lookup.told(ArchiveVerdict.WRONG_DATE, *_REASONS)}"
            line, suggestion = reference.line_of("archive_url"), lookup.proposal
            yield Hit(message, line=line, reference=reference.id, suggestion=suggestion)


RULE = Rule("archive-wrong-date", "a snapshot of another date", Severity.ERROR, check, "archive")
