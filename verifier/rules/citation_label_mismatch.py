"""
A marker prints another label than the entry its link leads to.

Why it matters: somebody who clicks and somebody who looks the number up read two different sources.

Remedy: find out which of the two is meant, and correct the other. Where a browser numbers the list, see
`list-position-mismatch`.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.recovery.labels import disagree
from verifier.recovery.readings import pairs
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each label and entry that disagree, at the first use."""
    counted = {id(entry) for each in dossier.article.lists if each.style == "ol" for entry in each.entries}
    told = set[tuple[str, int]]()
    for index, _, marker, entry in pairs(dossier.article, dossier.reading):
        key = (marker.label, id(entry))
        linked = bool(marker.anchor) and marker.anchor == entry.anchor
        if not linked or id(entry) in counted or key in told or not disagree(marker, entry):
            continue
        told.add(key)
        message = f"[{marker.label}] leads to the entry that prints {entry.printed}"
        claim = dossier.claim_ids[index]
        yield Hit(message, marker.span, claim=claim, about=f"[{marker.label}]", in_file=marker.in_file)


RULE = Rule("citation-label-mismatch", "a marker's label is not its entry's", Severity.ERROR, check)
