"""
An entry of the list has no text.

Why it matters: the number leads to an entry, and the entry to nothing.

Remedy: restore the entry from the original.

Elsewhere: rumdl MD068, eslint no-empty-definitions, CS1 `err_empty_citation`.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each entry without a letter or digit."""
    for each in dossier.article.lists:
        for entry in each.entries:
            if not any(char.isalnum() for char in entry.text):
                yield Hit(f"entry {entry.printed} has no text", entry.span, about=f"entry {entry.printed}")


RULE = Rule("entry-empty", "an entry without text", Severity.ERROR, check)
