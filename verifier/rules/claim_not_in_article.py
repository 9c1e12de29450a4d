"""
The text of a claim of the registry is not in the article.

Why it matters: the article was edited, so whatever was found out about this claim is about words that are gone.

Remedy: copy the passage as it reads now, or remove the claim. White space and citation markers do not count.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import shorten


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each claim that was not located."""
    claims = dossier.registry.claims if dossier.registry else ()
    for claim, place in zip(claims, dossier.located, strict=True):
        if place is None:
            message = f'the text of claim {claim.id} is not in the article: "{shorten(claim.text, 80)}"'
            suggestion = "copy the passage as it reads now, or remove the claim"
            yield Hit(message, line=claim.line, claim=claim.id, suggestion=suggestion)


RULE = Rule("claim-not-in-article", "a claim whose text is not in the article", Severity.ERROR, check, "registry")
