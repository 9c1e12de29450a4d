"""
One name is given two different texts.

Why it matters: readers see the first text only, so the claims with the second one seem to rest on a source that nobody
meant.

Remedy: give one of the two references another name.

Elsewhere: MediaWiki `cite_error_references_duplicate_key` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each further text of a name."""
    yield from of_remarks(dossier, _told, messages.DUPLICATE_KEY)


def _told(remark: Remark) -> Hit:
    return Hit(f"{remark.names[0]} is given a second text that differs from the first; readers see the first")


RULE = Rule("ref-name-redefined", "one reference name with two texts", Severity.ERROR, check)
