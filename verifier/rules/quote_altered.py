"""
A quotation stands on the cited page in other words.

Why it matters: what stands in quotation marks is said to be verbatim. Changes of case, quotation marks, dashes, words
in brackets and omissions marked by an ellipsis are no change; a span that reads as a title is not judged.

Remedy: copy the words of the page, or take the quotation marks away.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.backing import of_quotes
from verifier.model.rules import Confidence, Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import shorten


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such quotation."""
    spans = dict(zip(dossier.claim_ids, (each.span for each in dossier.article.claims), strict=False))
    for claim, made, fact in of_quotes(dossier):
        yield Hit(
            f"reference {made.reference}: the claim quotes \u201c{shorten(fact.text, 80)}\u201d, the page has "
            f"\u201c{shorten(fact.page_text or '', 80)}\u201d",
            spans[claim],
            claim=claim,
            reference=made.reference,
            suggestion="copy the words of the page, or take the quotation marks away",
            confidence=Confidence.MEDIUM,
            about=fact.text[:80],
        )


RULE = Rule("quote-altered", "a quotation in other words than the cited page has", Severity.WARNING, check, "support")
