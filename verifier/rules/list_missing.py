"""
The text cites numbers, and no reference list was found.

Why it matters: no reader can follow a single citation. A copy often loses its list when a page is saved without its
last part, or when the list stands under a heading that is not known as one.

Remedy: copy the list from the original page. A heading such as "References" must stand above it.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.article import CITEKEYS
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit if there are markers and no list at all; of a group of wikitext another rule says so."""
    article = dossier.article
    unlisted = {each.text for each in article.remarks if each.kind == messages.GROUP_WITHOUT_LIST}
    told = {CITEKEYS, *unlisted}  # bibliography-unread and list-missing-for-group tell of those
    markers = [each for each in article.markers if each.group not in told]
    if markers and not article.lists:
        uses = f"{len(markers)} citation{'s' if len(markers) > 1 else ''}"
        suggestion = "copy the list from the original, under a heading such as References"
        yield Hit(f"no reference list was found for {uses}", markers[0].span, suggestion=suggestion)


RULE = Rule("list-missing", "citations without any reference list", Severity.ERROR, check)
