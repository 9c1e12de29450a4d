"""
The first number of the text is not 1.

Why it matters: the text is an excerpt, or what cited the lower numbers is gone.

Remedy: none where it is an excerpt; else look for the missing part.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.recovery.structure import body_markers, missing_below, noted
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit if the first marker's number is greater than 1 and nothing explains it."""
    first = next(iter(body_markers(dossier.article)), None)
    if first is None or first.number is None:
        return
    known = dossier.reading.elsewhere | noted(dossier.article)
    if first.number not in known and missing_below(first.number, known):
        yield Hit(f"the first number of the text is [{first.label}]", first.span)


RULE = Rule("numbering-starts-late", "the first number is not 1", Severity.NOTE, check)
