"""
The writing direction of a reference is neither ltr, rtl nor auto.

Why it matters: MediaWiki drops it, so the text may run the wrong way.

Remedy: write `dir="ltr"` or `dir="rtl"`.

Elsewhere: MediaWiki `cite_error_ref_invalid_dir` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each reference with such a direction."""
    yield from of_remarks(dossier, _told, messages.REF_INVALID_DIR)


def _told(remark: Remark) -> Hit:
    return Hit(f'"{remark.text}" is no writing direction', about=remark.text)


RULE = Rule("ref-direction-invalid", "an unknown writing direction", Severity.NOTE, check)
