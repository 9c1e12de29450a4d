"""
An entry says that its source was archived before it was published.

Why it matters: a date is wrong, or the snapshot shows something else: an older page or an error page.

Remedy: look at the snapshot.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

_TOLERANCE = 1  # days, for time zones


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such entry of the article, and each such reference of the registry."""
    for each in dossier.article.lists:
        for entry in each.entries:
            published, archived = entry.citation.published, entry.citation.archived
            if published and archived and (published.lo - archived.hi).days > _TOLERANCE:
                message = f"entry {entry.printed} was archived on {archived}, before its publication ({published})"
                yield Hit(message, entry.span, about=entry.text[:80])
    for reference in dossier.registry.references if dossier.registry else ():
        published, archived = reference.published, reference.archived
        if published and archived and (published.lo - archived.hi).days > _TOLERANCE:
            message = f"{reference.id} was archived on {archived}, before its publication ({published})"
            yield Hit(message, line=reference.line_of("archived"), reference=reference.id)


RULE = Rule("archive-predates-publication", "a source archived before its publication", Severity.WARNING, check)
