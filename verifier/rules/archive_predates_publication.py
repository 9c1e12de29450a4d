"""
An entry says that its source was archived before it was published.

Why it matters: a date is wrong, or the snapshot shows something else: an older page or an error page.

Remedy: look at the snapshot.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.hits import of_date_order
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such entry of the article, and each such reference of the registry."""
    return of_date_order(dossier, "archived", "archived")


RULE = Rule("archive-predates-publication", "a source archived before its publication", Severity.WARNING, check)
