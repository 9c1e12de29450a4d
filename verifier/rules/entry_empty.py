"""
An entry of the list has no text. In wikitext `ref-name-undefined` says so.

Why it matters: the number leads to an entry, and the entry to nothing.

Remedy: restore the entry from the original.

Elsewhere: rumdl MD068, eslint no-empty-definitions, CS1 `err_empty_citation`.
"""

from collections.abc import Iterator

from verifier.hits import entry_at, remarked_at
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each entry without a letter or digit."""
    article = dossier.article
    undefined = remarked_at(article, messages.NO_TEXT)
    for each in article.lists:
        for entry in each.entries:
            silent = not any(char.isalnum() for char in entry.text)
            if silent and entry_at(article, entry) not in undefined:
                yield Hit(f"entry {entry.printed} has no text", entry.span, about=f"entry {entry.printed}")


RULE = Rule("entry-empty", "an entry without text", Severity.ERROR, check)
