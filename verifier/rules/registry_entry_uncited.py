"""
A reference of the registry is cited by none of its claims.

Why it matters: it is checked for nothing, or a claim should cite it.

Remedy: name it in the ``cites`` of the claim that rests on it, or remove it.

Elsewhere: biber and checkcites *unused*.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such reference."""
    if dossier.registry is None:
        return
    cited = {each for claim in dossier.registry.claims for each in claim.cites}
    for reference in dossier.registry.references:
        if reference.id not in cited:
            yield Hit(f"reference {reference.id} is cited by no claim", line=reference.line, reference=reference.id)


RULE = Rule("registry-entry-uncited", "a reference that no claim cites", Severity.WARNING, check, "registry")
