"""
A reference that is defined in a list names another group than the list.

Why it matters: MediaWiki takes it for one of the list's group. So the name stays undefined in the group that it names,
and is not used in the one that it got.

Remedy: correct the group, or move the definition to the list of its group.

Elsewhere: MediaWiki `cite_error_references_group_mismatch` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks, spoiled
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such definition; what follows from it in either group is explained by it."""
    yield from of_remarks(dossier, _told, messages.GROUP_MISMATCH)


def _told(remark: Remark) -> Hit:
    return Hit(f"{_whose(remark)} names another group than the list it stands in", explains=spoiled(remark))


def _whose(remark: Remark) -> str:
    return f"the definition of {remark.names[0]}" if remark.names else "a definition"


RULE = Rule("list-group-mismatch", "a definition that names another group than its list", Severity.WARNING, check)
