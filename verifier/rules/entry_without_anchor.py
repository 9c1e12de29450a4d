"""
An entry has no id, though others of its list have one.

Why it matters: no marker can link to it. In a wiki it is a definition that nothing uses; in a copy the id may be lost.

Remedy: none needed if nothing cites it; else restore the id.

Elsewhere: none found.
"""

from collections.abc import Iterator, Sequence

from verifier.model.article import Entry
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import shorten


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such entry; one that is only cited by its parts ("1.1") needs no id."""
    for each in dossier.article.lists:
        if not any(entry.anchor for entry in each.entries):
            continue
        for place, entry in enumerate(each.entries):
            if not entry.anchor and entry.label is not None and not _has_parts(each.entries, place):
                about = shorten(entry.text, 80)
                yield Hit(f"entry {entry.printed} has no id to link to: {about}", entry.span, about=about)


def _has_parts(entries: Sequence[Entry], place: int) -> bool:
    following = entries[place + 1].label if place + 1 < len(entries) else None
    return following is not None and following.startswith(f"{entries[place].label}.")


RULE = Rule("entry-without-anchor", "an entry without an id", Severity.NOTE, check)
