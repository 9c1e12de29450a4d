"""
A reference that is defined in a list is never used before the list.

Why it matters: nothing in the text rests on the source. The legacy parser prints it first and without a number, so that
every number a browser prints in the list is one too high; Parsoid prints it last.

Remedy: use the reference where it belongs, correct its name, or remove the definition.

Elsewhere: MediaWiki `cite_error_references_missing_key` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each definition without a use."""
    yield from of_remarks(dossier, _told, messages.MISSING_KEY)


def _told(remark: Remark) -> Hit:
    return Hit(f"{remark.names[0]} is defined in the list and not used before it")


RULE = Rule("list-definition-unused", "a definition in a list that nothing uses", Severity.WARNING, check)
