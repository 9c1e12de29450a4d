"""
The text holds remains of the page it was taken from: "Quick Facts", a repeated title, an empty section, share links.

Why it matters: they show that the text is a copy and what the copy left out; they are not taken for claims.

Remedy: remove them.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.article import Remark
from verifier.model.origin import Origin
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import shorten

_KINDS = {
    "quick-facts": "a stripped infobox",
    "add-description": "an editing prompt",
    "title-repeated": "the title again",
    "empty-section": "an empty section",
    "share-links": "share links",
    "licence-footer": "a licence footer",
    "site-furniture": "page furniture",
    "page-head": "the head or foot of a printed page",
}
_NAMED = 8


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for all remains, at the first."""
    found = [remark for remark in dossier.article.remarks if remark.kind in _KINDS]
    if not found:
        return
    told = "; ".join(_told(remark, dossier.article.origin) for remark in found[:_NAMED])
    more = f"; and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    yield Hit(f"remains of the page this was copied from: {told}{more}", found[0].span)


def _told(remark: Remark, origin: Origin) -> str:
    return f'{_KINDS[remark.kind]} ("{shorten(remark.text, 40)}", line {origin.at(remark.span.start)[0]})'


RULE = Rule("boilerplate-in-text", "remains of a page in the text", Severity.NOTE, check)
