"""
An entry says that its source was read before it was published.

Why it matters: one of the two dates is wrong, or the page was published again with a new date.

Remedy: compare both dates with the source.

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
            published, accessed = entry.citation.published, entry.citation.accessed
            if published and accessed and (published.lo - accessed.hi).days > _TOLERANCE:
                message = f"entry {entry.printed} was read on {accessed}, before its publication ({published})"
                yield Hit(message, entry.span, about=entry.text[:80])
    for reference in dossier.registry.references if dossier.registry else ():
        published, accessed = reference.published, reference.accessed
        if published and accessed and (published.lo - accessed.hi).days > _TOLERANCE:
            message = f"{reference.id} was read on {accessed}, before its publication ({published})"
            yield Hit(message, line=reference.line_of("accessed"), reference=reference.id)


RULE = Rule("source-accessed-before-published", "a source read before its publication", Severity.ERROR, check)
