"""
An entry that the article cites has no reference in the registry.

Why it matters: the registry cannot vouch for what it does not know.

Remedy: run ``verify init`` again; it adds what is missing and keeps what is there.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.recovery.readings import pairs
from verifier.rules import Rule
from verifier.text import shorten


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each cited entry whose printed label no reference names."""
    if dossier.registry is None:
        return
    recorded = {reference.entry for reference in dossier.registry.references}
    seen: set[str] = set()
    sources = {id(entry) for each in dossier.article.plain_lists for entry in each.entries}  # notes are none
    for _, _, _, entry in pairs(dossier.article, dossier.reading):
        if id(entry) in sources and entry.printed not in recorded and entry.printed not in seen:
            seen.add(entry.printed)
            shown = f": {shorten(entry.text, 80)}" if entry.text else ""
            message = f"entry {entry.printed} has no reference{shown}"
            yield Hit(message, entry.span, suggestion="draft it with: verify init ARTICLE", about=entry.text[:80])


RULE = Rule("registry-entry-missing", "a cited entry without a reference", Severity.WARNING, check, "registry")
