"""
A footnote of a Markdown file has a number as its label, and readers see another number.

Why it matters: GitHub numbers footnotes by their first call, whatever their labels are. Who cites "note 7" after the
file means another note than who reads the page.

Remedy: use words as labels, or renumber the labels in the order of the first calls.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.article import Marker
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

_MANY = 20  # labels that are listed one by one
_ANCHOR = "fn-"


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such label at its first call, or one for all of them if they are many."""
    if dossier.article.format != "markdown":
        return
    first: dict[str, Marker] = {}
    for marker in dossier.article.markers:
        label = marker.anchor.removeprefix(_ANCHOR)
        if marker.anchor.startswith(_ANCHOR) and label.isdecimal() and label != marker.label:
            first.setdefault(label, marker)
    if len(first) > _MANY:
        told = ", ".join(_told(label, marker) for label, marker in list(first.items())[:3])
        message = f"{len(first)} footnotes are labelled with numbers and show others: {told} ..."
        yield Hit(message, next(iter(first.values())).span)
        return
    for label, marker in first.items():
        yield Hit(f"{_told(label, marker)} to readers", marker.span, about=f"[^{label}]")


def _told(label: str, marker: Marker) -> str:
    return f"[^{label}] shows {marker.label}"


RULE = Rule("footnote-label-renumbered", "a footnote that shows another number", Severity.WARNING, check)
