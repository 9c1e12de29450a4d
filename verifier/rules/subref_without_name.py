"""
A reference with a text and details has no name.

Why it matters: the details are dropped, for only a named reference can have them.

Remedy: give the reference a name, or put the details into its text.

Elsewhere: MediaWiki `cite_error_ref_with_details_no_name` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such reference."""
    yield from of_remarks(dossier, _told, messages.DETAILS_NO_NAME)


def _told(remark: Remark) -> Hit:
    return Hit("the details of a reference without a name are dropped")


RULE = Rule("subref-without-name", "details of a reference without a name", Severity.WARNING, check)
