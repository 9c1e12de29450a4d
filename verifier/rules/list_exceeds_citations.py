"""
The list has more entries than the text has numbers.

Why it matters: lists that machines wrote often hold sources that nothing in the text rests on; in a copy it may be the
text that lost a part.

What other rules say of single entries (`list-definition-unused`, `footnote-unused`) does not count.

Remedy: find out whether the text is whole; move what is not cited to "Further reading".

Elsewhere: partly what checkcites and markdownlint MD053 report entry by entry.
"""

from collections.abc import Iterator

from verifier.hits import entry_at, remarked_at
from verifier.model.article import Entry, EntryList
from verifier.model.recovery import Regime
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit if the list goes on behind the greatest cited number."""
    found, main = dossier.recovery.structure, dossier.article.main_list
    gained = dossier.recovery.gained and dossier.recovery.rearranged is None
    if main is None or found.regime not in (Regime.IDENTITY, Regime.LINKED) or gained:
        return  # entries that the list gained are told of by citations-shifted
    unused = remarked_at(dossier.article, messages.MISSING_KEY, messages.LIST_NO_KEY, "footnote-unused")
    count = sum(1 for entry in _numbered(main) if entry_at(dossier.article, entry) not in unused)
    if found.greatest < count:
        yield Hit(f"the list has {count} entries, the greatest number in the text is [{found.greatest}]", main.span)


def _numbered(main: EntryList) -> list[Entry]:
    """Return the entries that take a number: no part of another ("1.2"), no star, nothing without a label."""
    numbered = [entry for entry in main.entries if entry.label is not None and entry.label.isdecimal()]
    return numbered or [entry for entry in main.entries if "." not in (entry.label or "")]


RULE = Rule("list-exceeds-citations", "the list is longer than the text's numbers", Severity.WARNING, check)
