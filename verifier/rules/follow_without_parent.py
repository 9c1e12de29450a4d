"""
A reference continues one that has not been used before (`follow`).

Why it matters: its text is printed without a number and no marker leads to it; Parsoid gives it a number. On
Wikisource, where a note goes on from the page before, this is normal.

Remedy: use the reference it continues first, or correct the name.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.hits import of_remarks
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such reference."""
    yield from of_remarks(dossier, _told, messages.FOLLOW_WITHOUT_PARENT)


def _told(remark: Remark) -> Hit:
    return Hit(f"no reference {remark.names[0]} stands before this one, which continues it")


RULE = Rule("follow-without-parent", "a reference that continues none", Severity.NOTE, check)
