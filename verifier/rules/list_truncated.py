"""
The list has fewer entries than the text cites: it lost some, and what is left may have been numbered afresh.

Why it matters: with the numbers of the full list in the text and a renumbered list below it, most numbers lead to a
wrong source without anything looking wrong. This is the root cause; the many findings it makes are folded under it.

Remedy: restore the list from the original page. Until then use the recovered numbers, where they are confirmed.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.recovery import Regime
from verifier.model.rules import Dossier, Hit, Severity
from verifier.recovery.readings import place_of
from verifier.rules import Rule

_SHIFT = 3  # with so few lost entries a shift, where one is seen, says it better


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit if the list lost entries."""
    found, main = dossier.recovery.structure, dossier.article.main_list
    if main is None or (dossier.recovery.shift is not None and found.lost <= _SHIFT):
        return
    suggestion = "restore the list from the original page"
    if found.regime is Regime.SUBSET:
        cited = len({*found.cited} - {*found.wild})
        message = (
            f"the list lost at least {found.lost} of {found.greatest} entries: the text cites {cited} "
            f"different numbers up to [{found.greatest}], the list has {_numbered(found.entries)}"
        )
        yield Hit(message, main.span, suggestion=suggestion)
    elif found.regime is Regime.LABELLED:
        plain = [marker for marker in dossier.article.markers if not marker.group and marker.number is not None]
        lost = {marker.number for marker in plain if place_of(dossier.reading, marker) is None} - {*found.wild}
        if lost:
            message = f"the list lost {len(lost)} of the entries that the text cites; those left kept their numbers"
            yield Hit(message, main.span, suggestion="restore the missing entries from the original page")


def _numbered(entries: int) -> str:
    return "1 entry" if entries == 1 else f"{entries} entries, numbered 1 to {entries}"


RULE = Rule("list-truncated", "the list lost entries", Severity.ERROR, check, root=True)
