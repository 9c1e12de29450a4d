"""
One number fits entries of two lists.

Why it matters: two lists that both start at 1 leave open which of them a number means.

Remedy: give one of the lists its own labels ("note 1", "a").

Elsewhere: GROBID MANY_CANDIDATES, HarvErrors "multiple targets".
"""

from collections import Counter
from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.recovery.readings import is_linked, key_of
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for all numbers that two lists without a group print."""
    plain = dossier.article.plain_lists
    printed = Counter(label for each in plain for label in {entry.printed for entry in each.entries})
    loose = [
        marker for marker in dossier.article.markers if not marker.group and not is_linked(dossier.reading, marker)
    ]
    cited = [marker for marker in loose if printed[key_of(marker)] > 1]
    if not cited:
        return
    labels = list(dict.fromkeys(f"[{marker.label}]" for marker in cited))
    headings = " and ".join(dict.fromkeys(each.heading or "a list without heading" for each in plain))
    more = f" and {len(labels) - 5} more" if len(labels) > 5 else ""
    message = f"{', '.join(labels[:5])}{more} could mean entries of {len(plain)} lists ({headings})"
    yield Hit(message, cited[0].span)


RULE = Rule("citation-ambiguous", "a number that fits entries of two lists", Severity.WARNING, check)
