"""
A name, number or date of the claim stands nowhere on the cited page, or not near the rest of the claim.

Why it matters: the page carries a part of the claim only; the rest has no source. A finding of low confidence, that
values stand apart or words are missing, is a note.

Remedy: read the passages, and cite a second source for what is missing.

Elsewhere: the template {{failed verification span}} of Wikipedia, set by people.
"""

from collections.abc import Iterator

from verifier.backing import of_claims
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such claim."""
    return of_claims(dossier, "partial")


RULE = Rule(
    "claim-partly-supported",
    "a claim with a fact that stands nowhere on the cited page",
    Severity.WARNING,
    check,
    "support",
)
