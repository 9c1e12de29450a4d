"""
Templates are nested so deep that they are not read.

Why it matters: references in them are not counted. MediaWiki does not expand them either.

Remedy: none here; such a page is damaged, or made to do harm.

Elsewhere: MediaWiki's limit `$wgMaxTemplateDepth` (https://www.mediawiki.org/wiki/Manual:$wgMaxTemplateDepth).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each place where reading stopped."""
    yield from of_remarks(dossier, _told, messages.TOO_DEEP)


def _told(remark: Remark) -> Hit:
    return Hit("templates are nested too deep here and are not read", about="nesting")


RULE = Rule("nesting-too-deep", "templates nested too deep to be read", Severity.WARNING, check)
