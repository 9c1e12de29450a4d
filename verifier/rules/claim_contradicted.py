"""
The cited page gives another number or date of the same thing than the claim.

Why it matters: a reader who follows the citation reads something else. It is said only where no value of the whole
page agrees, and where a passage about the claim has a rival of the same kind: how sure that is was measured
(docs/support.md).

Remedy: read the passage beside the claim, and correct the claim or cite another source.

Elsewhere: none found; other tools ask a language model.
"""

from collections.abc import Iterator

from verifier.backing import of_claims
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such claim."""
    return of_claims(dossier, "contradicted")


RULE = Rule(
    "claim-contradicted",
    "a claim whose cited page gives another value of the same thing",
    Severity.ERROR,
    check,
    "support",
)
