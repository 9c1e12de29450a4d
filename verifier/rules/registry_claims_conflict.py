"""
Two claims of the registry have the same single number and rest on different references.

Why it matters: one number means one entry, so one of the two is wrong.

Remedy: find out which, and correct ``cites`` or ``markers``.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.registry import RegistryClaim
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each claim that contradicts an earlier one."""
    first: dict[str, RegistryClaim] = {}
    for claim in dossier.registry.claims if dossier.registry else ():
        if len(claim.markers) != 1 or not claim.cites:
            continue
        before = first.setdefault(claim.markers[0], claim)
        if not set(before.cites) & set(claim.cites):
            message = (
                f"claims {claim.id} and {before.id} (line {before.line}) both have [{claim.markers[0]}] and rest on "
                f"different references"
            )
            yield Hit(message, line=claim.line, claim=claim.id, about=claim.markers[0])


RULE = Rule("registry-claims-conflict", "one number, different references", Severity.ERROR, check, "registry")
