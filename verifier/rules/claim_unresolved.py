"""
A claim of the registry rests on no reference.

Why it matters: nobody can check it. Its entry was lost, or it is not known which entry its number means.

Remedy: find the source, add a reference for it, and name that in ``cites``.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each claim that cites nothing."""
    for claim in dossier.registry.claims if dossier.registry else ():
        if not claim.cites:
            told = " ".join(f"[{marker}]" for marker in claim.markers) or "no number"
            yield Hit(f"claim {claim.id} ({told}) rests on no reference", line=claim.line, claim=claim.id)


RULE = Rule("claim-unresolved", "a claim that rests on no reference", Severity.NOTE, check, "registry")
