"""
Two entries of one list print the same number.

Why it matters: the number does not say which of them is meant.

Remedy: number the list anew, or merge the entries if they are one source.

Elsewhere: docutils "Duplicate explicit target name", Sphinx "duplicate citation", markdownlint MD053.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each entry whose printed label stood before in its list."""
    for each in dossier.article.lists:
        first: dict[str, int] = {}
        for entry in each.entries:
            if entry.label is None:
                continue
            position = first.setdefault(entry.label, entry.position)
            if position != entry.position:
                message = f"entries at positions {position} and {entry.position} both print {entry.label}"
                yield Hit(message, entry.span, about=f"{entry.label} at {entry.position}")


RULE = Rule("entry-duplicate-number", "two entries of one list print one number", Severity.ERROR, check)
