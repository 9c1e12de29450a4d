"""
A reference without a name has no text either.

Why it matters: readers find an error instead of a source. The legacy parser gives it no number, Parsoid does, so that
all later numbers differ between the two.

Remedy: write the source between the tags, or remove them.

Elsewhere: MediaWiki `cite_error_ref_no_input` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each reference that is empty and has no name."""
    yield from of_remarks(dossier, _told, messages.REF_NO_INPUT)


def _told(remark: Remark) -> Hit:
    return Hit("a reference has neither a name nor a text")


RULE = Rule("ref-without-text", "a reference without name and text", Severity.ERROR, check)
