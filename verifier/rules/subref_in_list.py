"""
A reference that is defined in a list has details.

Why it matters: details belong to a use in the text; in a list they are dropped.

Remedy: give the details where the reference is used.

Elsewhere: MediaWiki `cite_error_details_unsupported_context` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each definition with details."""
    yield from of_remarks(dossier, _told, messages.DETAILS_IN_LIST)


def _told(remark: Remark) -> Hit:
    return Hit("details in a list are dropped; they belong to a use in the text")


RULE = Rule("subref-in-list", "details in a list", Severity.WARNING, check)
