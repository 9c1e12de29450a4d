"""
References of a group are used, and there is no list for the group after them.

Why it matters: their numbers lead nowhere. Only the default group gets a list at the page's end by itself. Parsoid
shows one for every group; the legacy parser, which most readers see, shows an error.

Remedy: add `<references group="..." />`, or the template that makes the list (`{{notelist}}`, `{{reflist|group=...}}`).

Elsewhere: MediaWiki `cite_error_group_refs_without_references` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections import Counter
from collections.abc import Iterator

from verifier.hits import of_remarks
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import counted
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each group without a list, at its first reference."""
    uses = Counter(marker.group for marker in dossier.article.markers)

    def told(remark: Remark) -> Hit:
        many = counted(uses[remark.text], "reference")
        suggestion = f'add <references group="{remark.text}" />'
        return Hit(f'no list follows for group "{remark.text}" with {many}', suggestion=suggestion)

    yield from of_remarks(dossier, told, messages.GROUP_WITHOUT_LIST)


RULE = Rule("list-missing-for-group", "a group of references without a list", Severity.ERROR, check)
