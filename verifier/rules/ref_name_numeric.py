"""
The name of a reference is a number.

Why it matters: MediaWiki takes no number for a name. It ignores the name, so that references with this name are not
brought together; with `follow`, or if nothing but the name is given, the reference is lost, which is an error.

Remedy: give it a name with a letter in it.

Elsewhere: MediaWiki `cite_error_ref_numeric_key` (https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each number that is used as a name, an error where the reference is lost by it."""
    yield from of_remarks(dossier, _told, messages.REF_NUMERIC_KEY)


def _told(remark: Remark) -> Hit:
    severity = Severity.ERROR if remark.forks else None
    return Hit(f"{remark.text} is a number, which MediaWiki takes for no name", severity=severity, about=remark.text)


RULE = Rule("ref-name-numeric", "a number as the name of a reference", Severity.WARNING, check)
