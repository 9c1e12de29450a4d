"""
Numbers first appear behind greater ones, although the text is numbered by first citation.

Why it matters: the order is lost when passages are moved, or when the part that cited the lower numbers first is gone
(an infobox): then `prefix-hidden` explains it. Lists in alphabetical order are left alone.

Remedy: number by first citation, or restore the missing part.

Elsewhere: JMIR's checker renumbers, rumdl MD067 looks at definitions.
"""

from collections.abc import Iterator

from verifier.model.article import Marker
from verifier.model.rules import Dossier, Hit, Severity
from verifier.recovery.structure import body_markers, is_alphabetical
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for all numbers that come too late, at the first of them."""
    late: list[tuple[Marker, int]] = []
    seen: set[int] = set()
    greatest = 0
    for marker in body_markers(dossier.article):
        number = marker.number or 0
        if number in seen or number in dossier.reading.elsewhere or number in dossier.recovery.structure.wild:
            continue
        seen.add(number)
        if number < greatest:
            late.append((marker, greatest))
        greatest = max(greatest, number)
    main = dossier.article.main_list
    if late and not is_alphabetical(main):
        told = ", ".join(f"[{marker.label}] after [{before}]" for marker, before in late[:5])
        more = f" and {len(late) - 5} more" if len(late) > 5 else ""
        yield Hit(f"numbers first appear out of order: {told}{more}", late[0][0].span)


RULE = Rule("citation-out-of-order", "numbers first appear out of order", Severity.WARNING, check)
