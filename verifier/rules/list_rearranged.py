"""
Entries of the list changed places, or one was lost and another put in, so that those between are off by one.

Why it matters: the text and the list agree in size, so nobody notices, and every number between leads to a neighbour of
the right source. Dates and words fit clearly better when the entries are read in their own places. This is a root
cause; what it explains is folded under it.

Remedy: put the entries named back where they belong; restore the one that is lost from the original page.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Confidence, Dossier, Hit, Severity
from verifier.recovery import rearranged
from verifier.rules import Rule

_SURE = 0.95


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit where entries stand elsewhere than their numbers say."""
    way, main = dossier.recovery.rearranged, dossier.article.main_list
    if way is not None and main is not None:
        sure = way.probability >= _SURE
        severity, confidence = (Severity.ERROR, Confidence.HIGH) if sure else (Severity.WARNING, Confidence.MEDIUM)
        message = f"the list is not in the order of the numbers: {rearranged.words(way)}"
        span = main.entries[way.first - 1].span
        yield Hit(message, span, suggestion=rearranged.remedy(way), severity=severity, confidence=confidence)


RULE = Rule("list-rearranged", "entries that stand elsewhere than their numbers say", Severity.ERROR, check, root=True)
