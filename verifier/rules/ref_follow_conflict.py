"""
A reference continues another one (`follow`) and has a name or details of its own.

Why it matters: only one of the two is possible, and the reference is lost: the legacy parser shows an error in its
place and gives it no number.

Remedy: remove `follow`, or the name and the details.

Elsewhere: MediaWiki `cite_error_ref_follow_conflicts` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks, spoiled
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such reference; uses of its name are undefined by it."""
    yield from of_remarks(dossier, _told, messages.REF_FOLLOW_CONFLICTS)


def _told(remark: Remark) -> Hit:
    return Hit("a reference has follow together with a name or details", explains=spoiled(remark))


RULE = Rule("ref-follow-conflict", "`follow` together with a name or details", Severity.ERROR, check)
