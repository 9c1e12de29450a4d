"""
A second list starts again at 1.

Why it matters: a number alone does not say which list it belongs to; what stands before a list usually means that one.

Remedy: none needed where each part has its own list.

Elsewhere: refextract handles one list only (https://github.com/inspirehep/invenio/issues/1118).
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each further numbered list that starts at 1, of a chapter or beside the first."""
    plain = dossier.article.plain_lists
    for each in dossier.article.lists:
        linked = any(entry.anchor for entry in each.entries)  # as MediaWiki does it, and no reader goes astray
        further = each in plain[1:] or each.group.startswith("part ")
        if further and not linked and each.entries[0].printed == "1":
            yield Hit(f'the list under "{each.heading}" starts again at 1', each.span, about=each.heading)


RULE = Rule("numbering-restarts", "a second list starts again at 1", Severity.NOTE, check)
