"""
Half of the list or more is one outlet.

Why it matters: many numbers, one voice. Whether that is a fault depends on the subject.

Remedy: look for independent sources of the central claims.

Elsewhere: none found.
"""

from collections import Counter
from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import fold

_LEAST, _SHARE = 4, 0.5


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each list that one outlet dominates."""
    for each in dossier.article.lists:
        outlets = Counter(fold(entry.citation.outlet) for entry in each.entries if entry.citation.outlet)
        if not outlets:
            continue
        most, count = min(outlets.items(), key=lambda pair: (-pair[1], pair[0]))
        if count >= _LEAST and count >= _SHARE * len(each.entries):
            name = next(e.citation.outlet for e in each.entries if fold(e.citation.outlet or "") == most)
            yield Hit(f"{count} of {len(each.entries)} entries are from {name}", each.span, about=most)


RULE = Rule("sources-concentrated", "one outlet has half of the list", Severity.NOTE, check)
