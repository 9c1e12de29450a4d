"""
References stand in a list template where it does not look for them: in its positional parameter.

Why it matters: the template takes that for the number of columns and drops the references, so that their names are
undefined. This is the cause; the undefined names are folded under it.

Remedy: write `refs=` before them: `{{reflist|refs=...}}`.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.hits import of_remarks, spoiled
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each definition that is dropped; its name is undefined by it."""
    yield from of_remarks(dossier, _told, messages.DEFINITION_MISPLACED)


def _told(remark: Remark) -> Hit:
    whose = f"the definition of {remark.names[0]}" if remark.names else "a reference without a name"
    message = f"{whose} stands in the list template without refs=, and is dropped"
    return Hit(message, suggestion="write refs= before the definitions", explains=spoiled(remark))


RULE = Rule("list-definition-misplaced", "definitions where a list does not look for them", Severity.WARNING, check)
