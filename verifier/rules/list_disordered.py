"""
The list is in another order than the numbers: as printed it fits the text no better than shuffled.

Why it matters: a list that was sorted, or that belongs to another version of the text, has as many entries as the text
has numbers, and every number leads to a wrong source. Dates, names and words of the entries are found in the claims,
but not where the numbers say. Which entry a number means is not told: without the order little is sure. This is a root
cause; what it explains is folded under it.

Remedy: get the list that belongs to this text, or number the citations anew.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit where the printed order says nothing."""
    main = dossier.article.main_list
    if dossier.recovery.disordered and main is not None:
        message = "the list is not in the order of the numbers: as printed it fits the text no better than shuffled"
        yield Hit(message, main.span, suggestion="get the list that belongs to this text, or number it anew")


RULE = Rule("list-disordered", "a list in another order than the numbers", Severity.ERROR, check, root=True)
