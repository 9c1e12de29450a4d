"""
The page names its authors, and a person cited is not among them.

Why it matters: words are put into a mouth that did not say them. A first name may be an initial, and the order of the
parts is free.

Remedy: name the authors as the page does.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.backing import of_fields
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such reference."""
    return of_fields(dossier, "author")


RULE = Rule("author-mismatch", "a cited author whom the page does not name", Severity.WARNING, check, "support")
