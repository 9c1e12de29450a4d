"""
A `<ref />` has no name, so that it refers to nothing.

Why it matters: readers find an error instead of a source. The legacy parser gives it no number, Parsoid does, so that
all later numbers differ between the two.

Remedy: give it the name of the reference that is meant, or a text.

Elsewhere: MediaWiki `cite_error_ref_no_key` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each self-closing reference without a name."""
    yield from of_remarks(dossier, _told, messages.REF_NO_KEY)


def _told(remark: Remark) -> Hit:
    return Hit("a <ref /> without a name refers to nothing")


RULE = Rule("ref-without-name", "a `<ref />` without a name", Severity.ERROR, check)
