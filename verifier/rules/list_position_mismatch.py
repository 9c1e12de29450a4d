"""
The numbers that a browser prints in a list are not those of the markers that lead there.

Why it matters: somebody who follows the printed number lands at a neighbour of the entry that the link leads to. It
happens when a list shows a definition that nothing uses before the others, or when an extractor dropped an item.

Remedy: remove or use the unused definition; restore the dropped items.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.recovery.labels import disagree
from verifier.recovery.readings import pairs
from verifier.rules import Rule
from verifier.text import counted


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each list that a browser numbers and whose markers say something else."""
    article = dossier.article
    linked = [
        (marker, entry) for _, _, marker, entry in pairs(article, dossier.reading) if marker.anchor == entry.anchor
    ]
    for each in article.lists:
        own = {id(entry) for entry in each.entries}
        wrong = [
            (marker, entry)
            for marker, entry in linked
            if each.style == "ol" and id(entry) in own and marker.anchor and disagree(marker, entry)
        ]
        if wrong:
            marker, entry = wrong[0]
            count = len({id(entry) for _, entry in wrong})
            message = (
                f"{counted(count, 'entry stands', 'entries stand')} under another number than the markers that lead "
                f"there: [{marker.label}] leads to the entry printed {entry.printed}"
            )
            yield Hit(message, entry.span, about=each.heading)


RULE = Rule("list-position-mismatch", "a list that counts otherwise than its markers", Severity.ERROR, check)
