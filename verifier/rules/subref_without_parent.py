"""
A reference has details and neither a name nor a text: there is nothing they could be details of.

Why it matters: the reference is lost: the legacy parser shows an error in its place and gives it no number.

Remedy: give it the name of the reference that the details belong to.

Elsewhere: MediaWiki `cite_error_details_missing_parent` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each reference with nothing but details."""
    yield from of_remarks(dossier, _told, messages.DETAILS_MISSING_PARENT)


def _told(remark: Remark) -> Hit:
    return Hit("a reference has details, and no name of the reference they belong to")


RULE = Rule("subref-without-parent", "details of no reference", Severity.ERROR, check)
