"""
An entry says that its source was read before it was published.

Why it matters: one of the two dates is wrong, or the page was published again with a new date.

Remedy: compare both dates with the source.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.hits import of_date_order
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such entry of the article, and each such reference of the registry."""
    return of_date_order(dossier, "accessed", "read")


RULE = Rule("source-accessed-before-published", "a source read before its publication", Severity.ERROR, check)
