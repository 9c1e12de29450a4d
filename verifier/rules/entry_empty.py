"""
An entry of the list has no text, or a citation template nothing in it.

Of a name that has no text in wikitext `ref-name-undefined` says so.

Why it matters: the number leads to an entry, and the entry to nothing.

Remedy: restore the entry from the original.

Elsewhere: rumdl MD068, eslint no-empty-definitions, CS1 `err_empty_citation`
(https://en.wikipedia.org/wiki/Help:CS1_errors#empty_citation).
"""

from collections.abc import Iterator

from verifier.hits import Fault, entry_at, of_sources, remarked_at
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each entry without a letter or digit, and for each citation template without a value."""
    yield from of_sources(dossier, _in_template)
    undefined = remarked_at(dossier.article, messages.NO_TEXT)
    for each in dossier.article.lists:
        for entry in () if each.has_own_rules else each.entries:
            silent = not any(char.isalnum() for char in entry.text)
            if silent and entry_at(dossier.article, entry) not in undefined:
                yield Hit(f"entry {entry.printed} has no text", entry.span, about=f"entry {entry.printed}")


def _in_template(source: Source) -> Iterator[Fault]:
    if source.is_full and not any(each.value for each in source.template.parameters):
        yield Fault("an empty citation")


RULE = Rule("entry-empty", "an entry without text", Severity.ERROR, check)
