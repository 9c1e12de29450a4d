"""
Numbers first appear behind greater ones, although the text is numbered by first citation.

Why it matters: the order is lost when passages are moved, or when the part that cited the lower numbers first is gone
(an infobox): then `prefix-hidden` explains it. Lists in alphabetical order are left alone.

Remedy: number by first citation, or restore the missing part.

Elsewhere: JMIR's checker renumbers, rumdl MD067 looks at definitions.
"""

from collections.abc import Iterator
from itertools import pairwise

from verifier.model.article import EntryList, Marker
from verifier.model.rules import Dossier, Hit, Severity
from verifier.recovery.structure import plain_markers
from verifier.rules import Rule
from verifier.text import fold

_AUTHORS, _SORTED = 5, 0.9  # authors a list must name, and the share of neighbours in alphabetical order


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for all numbers that come too late, at the first of them."""
    late: list[tuple[Marker, int]] = []
    seen: set[int] = set()
    greatest = 0
    for marker in plain_markers(dossier.article, body_only=True):
        number = marker.number or 0
        if number in seen or number in dossier.reading.elsewhere or number in dossier.recovery.structure.wild:
            continue
        seen.add(number)
        if number < greatest:
            late.append((marker, greatest))
        greatest = max(greatest, number)
    main = dossier.article.main_list
    if late and not (main and _is_alphabetical(main)):
        told = ", ".join(f"[{marker.label}] after [{before}]" for marker, before in late[:5])
        more = f" and {len(late) - 5} more" if len(late) > 5 else ""
        yield Hit(f"numbers first appear out of order: {told}{more}", late[0][0].span)


def _is_alphabetical(main: EntryList) -> bool:
    names = [fold(entry.citation.author.split(",")[0]) for entry in main.entries if entry.citation.author]
    steps = [first <= second for first, second in pairwise(names)]
    return len(names) >= _AUTHORS and sum(steps) >= _SORTED * len(steps)


RULE = Rule("citation-out-of-order", "numbers first appear out of order", Severity.WARNING, check)
