"""
A page number (`{{rp}}`) stands without a reference before it.

Why it matters: nobody can tell of which source it is a page.

Remedy: put it directly behind the reference it belongs to.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.hits import of_remarks
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import shorten
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such page number."""
    yield from of_remarks(dossier, _told, messages.PAGE_ORPHAN)


def _told(remark: Remark) -> Hit:
    return Hit(f"{shorten(remark.text, 40)} stands behind no reference")


RULE = Rule("page-superscript-orphan", "a page number without a reference", Severity.NOTE, check)
