"""
A field that almost all entries have is missing in a few.

Why it matters: the few are the ones that were added in another way, or damaged; they are worth a look.

Remedy: fill the field.

Elsewhere: none found.
"""

from collections.abc import Callable, Iterator

from verifier.model.article import Citation
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

_MOST = 0.2  # share of the entries that may lack the field
_FIELDS: tuple[tuple[str, Callable[[Citation], bool]], ...] = (
    ("outlet", lambda citation: citation.outlet is not None),
    ("publication date", lambda citation: citation.published is not None),
    ("access date", lambda citation: citation.says_accessed),
    ("archive date", lambda citation: citation.says_archived),
    ("URL", lambda citation: citation.url is not None),
)


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each list and field."""
    for each in dossier.article.plain_lists:
        for name, has in _FIELDS:
            lacking = [entry for entry in each.entries if entry.text and not has(entry.citation)]
            if lacking and len(lacking) <= _MOST * len(each.entries):
                told = ", ".join(entry.printed for entry in lacking)
                entries, have = ("entry", "has") if len(lacking) == 1 else ("entries", "have")
                message = f"{entries} {told} {have} no {name}, the others do"
                yield Hit(message, lacking[0].span, about=f"{name} {each.heading}")


RULE = Rule("entry-fields-inconsistent", "a field missing in a few entries", Severity.NOTE, check)
