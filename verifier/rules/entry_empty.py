"""
An entry of the list has no text, or a citation template nothing in it.

Why it matters: the number leads to an entry, and the entry to nothing.

Remedy: restore the entry from the original.

Elsewhere: rumdl MD068, eslint no-empty-definitions, CS1 `err_empty_citation`
(https://en.wikipedia.org/wiki/Help:CS1_errors#empty_citation).
"""

from collections.abc import Iterator

from verifier.hits import Fault, of_sources
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each entry without a letter or digit, and for each citation template without a value."""
    yield from of_sources(dossier, _in_template)
    for each in dossier.article.lists:
        for entry in each.entries:
            if not any(char.isalnum() for char in entry.text):
                yield Hit(f"entry {entry.printed} has no text", entry.span, about=f"entry {entry.printed}")


def _in_template(source: Source) -> Iterator[Fault]:
    if source.is_full and not any(each.value for each in source.template.parameters):
        yield Fault("an empty citation")


RULE = Rule("entry-empty", "an entry without text", Severity.ERROR, check)
