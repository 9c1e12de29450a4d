"""
The name of a reference is used, and nowhere is a text given for it.

Why it matters: the number leads to an empty entry, so the claim has no source. Usually the reference that had the text
was removed with its passage, or the name is misspelt in one place.

Remedy: look in the history of the page for the text of that name, or correct the name.

Elsewhere: MediaWiki `cite_error_references_no_text` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each name without a text, at its first use."""
    yield from (
        hit for hit in of_remarks(dossier, _told, messages.NO_TEXT) if hit.about
    )  # one without a name is broken itself


def _told(remark: Remark) -> Hit:
    return Hit(f"the reference {''.join(remark.names)} is used, and no text is given for it")


RULE = Rule("ref-name-undefined", "a reference name without a text", Severity.ERROR, check)
