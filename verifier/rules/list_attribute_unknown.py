"""
A `<references>` has an attribute that there is none of.

Why it matters: the legacy parser shows an error in place of the list and counts on behind it; Parsoid shows the list
and starts again at 1.

Remedy: remove the attribute; there are `group` and `responsive`. Columns are made by `{{reflist}}`.

Elsewhere: MediaWiki `cite_error_references_invalid_parameters` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks, spoiled
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such list; its group has no list by it."""
    yield from of_remarks(dossier, _told, messages.LIST_PARAMETERS)


def _told(remark: Remark) -> Hit:
    return Hit(f'<references> has no attribute "{remark.text}"', about=remark.text, explains=spoiled(remark))


RULE = Rule("list-attribute-unknown", "an unknown attribute of a list", Severity.ERROR, check)
