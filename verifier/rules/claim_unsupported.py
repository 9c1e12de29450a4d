"""
The cited page hardly has a word of the claim, and most of its facts stand nowhere on it.

Why it matters: the citation probably belongs to another claim, or the page is another one now. It is said only of a
whole page, after variants of names, numbers and dates were looked for in its captions, tables and links too.

Remedy: find the source the claim was taken from, or take the claim out.

Elsewhere: the template {{failed verification}} of Wikipedia, set by people.
"""

from collections.abc import Iterator

from verifier.backing import of_claims
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such claim."""
    return of_claims(dossier, "not-found")


RULE = Rule(
    "claim-unsupported", "a claim of which the cited page hardly has a word", Severity.WARNING, check, "support"
)
