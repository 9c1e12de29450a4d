"""
A reference that is defined in a list has no name.

Why it matters: nothing can use it. It is printed without a number, and moves the numbers that a browser prints.

Remedy: give it a name and use it, or remove it; general reading belongs outside the list.

Elsewhere: MediaWiki `cite_error_references_no_key` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each definition without a name."""
    yield from of_remarks(dossier, _told, messages.LIST_NO_KEY)


def _told(remark: Remark) -> Hit:
    return Hit("a reference defined in the list has no name, so nothing can use it")


RULE = Rule("list-definition-unnamed", "a definition in a list without a name", Severity.WARNING, check)
