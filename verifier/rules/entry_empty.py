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
    """Yield one hit for each entry without a letter or digit, and for each other template without a value."""
    empty = {each.template.span for each in dossier.sources if _is_empty(each)}
    told = set()
    for entry in (entry for each in dossier.article.lists for entry in each.entries):
        spans = {template.span for template in entry.templates}
        # a template that is not known prints something, and a bare address is printed as a number
        if not any(char.isalnum() for char in entry.text) and spans <= empty and entry.citation.url is None:
            told |= spans
            yield Hit(f"entry {entry.printed} has no text", entry.span, about=f"entry {entry.printed}")
    yield from of_sources(
        dossier, lambda source: (Fault("an empty citation"),) if source.template.span in empty - told else ()
    )


def _is_empty(source: Source) -> bool:
    return source.is_full and not any(each.value for each in source.template.parameters)


RULE = Rule("entry-empty", "an entry without text", Severity.ERROR, check)
