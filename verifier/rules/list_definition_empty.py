"""
A reference that is defined in a list has no text.

Why it matters: it defines nothing, and the uses of its name lead to an empty entry.

Remedy: write the source between the tags, or remove them.

Elsewhere: MediaWiki `cite_error_empty_references_define` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks, spoiled
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each definition without a text; its name is undefined by it."""
    yield from of_remarks(dossier, _told, messages.LIST_EMPTY)


def _told(remark: Remark) -> Hit:
    return Hit(f"{_whose(remark)} in the list has no text", explains=spoiled(remark))


def _whose(remark: Remark) -> str:
    return f"the definition of {remark.names[0]}" if remark.names else "a definition"


RULE = Rule("list-definition-empty", "a definition in a list without a text", Severity.ERROR, check)
