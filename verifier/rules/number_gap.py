"""
A number below the greatest one is never cited.

Why it matters: in texts that are numbered by first citation every number is cited; a gap means that the citing passage
is gone, or the number wrong.

Remedy: look at the original for the passage that cites it.

Elsewhere: none found in open tools.
"""

from collections.abc import Iterator

from verifier.model.article import Marker
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

_MANY = 20  # gaps that are listed one by one


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each gap, or one for all of them if they are many."""
    gaps = [number for number in dossier.recovery.structure.never_cited if number not in dossier.reading.elsewhere]
    if not gaps:
        return
    if len(gaps) > _MANY:
        first = ", ".join(f"[{number}]" for number in gaps[:5])
        yield Hit(f"{len(gaps)} numbers are never cited: {first} ...", _next(dossier, gaps[0]).span)
        return
    for number in gaps:
        marker = _next(dossier, number)
        yield Hit(f"[{number}] is never cited, [{marker.label}] is", marker.span, about=f"[{number}]")


def _next(dossier: Dossier, number: int) -> Marker:
    """Return the first marker with the next greater number that is cited."""
    greater = [each for each in dossier.article.markers if not each.group and (each.number or 0) > number]
    least = min(each.number or 0 for each in greater)
    return next(each for each in greater if each.number == least)


RULE = Rule("number-gap", "a number that is never cited", Severity.WARNING, check)
