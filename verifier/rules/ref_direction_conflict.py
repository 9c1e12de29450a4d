"""
One name is given two writing directions.

Why it matters: the first one holds, whatever the second says.

Remedy: give the direction where the text is, and only there.

Elsewhere: MediaWiki `cite_error_ref_conflicting_dir` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each use that gives another direction than the first."""
    yield from of_remarks(dossier, _told, messages.REF_CONFLICTING_DIR)


def _told(remark: Remark) -> Hit:
    return Hit(f"{remark.names[0]} is given two writing directions")


RULE = Rule("ref-direction-conflict", "two writing directions for one name", Severity.NOTE, check)
