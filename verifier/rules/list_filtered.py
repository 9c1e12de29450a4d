"""
All entries that are left share a property that citations usually do not all have.

Why it matters: it hints at how the list lost its entries: whoever made the copy kept only those with an archive, a
link, or an access date.

Remedy: restore the list from the original page.

Elsewhere: none found.
"""

from collections.abc import Callable, Iterator

from verifier.model.article import Citation
from verifier.model.rules import Confidence, Dossier, Hit, Severity
from verifier.rules import Rule

_LEAST = 5  # entries that must share it
_PROPERTIES: tuple[tuple[str, Callable[[Citation], bool]], ...] = (
    ("have an archive", lambda citation: citation.says_archived),
    ("have an access date", lambda citation: citation.says_accessed),
    ("have a link", lambda citation: citation.url is not None),
    ("name an author", lambda citation: citation.author is not None),
)


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each property of a list that lost entries."""
    main = dossier.article.main_list
    if main is None or not dossier.recovery.structure.lost or len(main.entries) < _LEAST:
        return
    for name, has in _PROPERTIES:
        if all(has(entry.citation) for entry in main.entries):
            message = f"all {len(main.entries)} entries that are left {name}: the list may have been filtered by that"
            yield Hit(message, main.span, confidence=Confidence.LOW, about=name)


RULE = Rule("list-filtered", "all entries left share a property", Severity.NOTE, check)
