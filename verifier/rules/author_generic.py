"""
The author of a citation is no person: "Staff", "About us", "Admin", "Posted by", an address of a network.

Why it matters: a program took the words beside the title for a name. The real author is missing, and the source is
filed under a wrong one. Only articles in English are looked at.

Remedy: give the author whom the source names, or none.

Elsewhere: CS1 `err_generic_name` (https://en.wikipedia.org/wiki/Help:CS1_errors#generic_name).
"""

import re
from collections.abc import Iterator

from verifier.hits import Fault, of_sources
from verifier.language import is_english
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule
from verifier.text import shorten

# Own wording of what https://en.wikipedia.org/wiki/Help:CS1_errors#generic_name describes.
_ANYWHERE = re.compile(
    r"\b(?:about us|contact us|home ?page|site name|privacy policy|submitted by|posted by|written by|super ?user"
    r"|web ?master|site admin|admin(?:istrator)?|facebook|twitter|instagram|pinterest|tumblr|linkedin)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"(?:the )?(?:author|editor|user|news|staff|contributor|translator|interviewer|collaborator|advisor|unknown"
    r"|anonymous|directory|policy|statement|e-?mail|google|verfasser|guest|none|n/a|by)s?\.?",
    re.IGNORECASE,
)
_MARK = re.compile(r"[(\[]\s*eds?\.?\s*[)\]]$|,\s*eds?\.?$|\b(?:edited|translated) by\b", re.IGNORECASE)
_NAMES = re.compile(r"(author|editor|translator|contributor|interviewer)-(last|first)\d+")
_LINKED = re.compile(r"\[\[[^|\]]*\|")


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such name in a template."""
    if is_english(dossier.article):
        yield from of_sources(dossier, _find)


def _find(source: Source) -> Iterator[Fault]:
    for meaning, given in source.given.items() if source.is_full else ():
        if not _NAMES.fullmatch(meaning) or given.value.startswith("(("):
            continue
        name = _LINKED.sub("", given.value[:200]).strip("[]{}' ,")
        if _ANYWHERE.search(name) or _WHOLE.fullmatch(name):
            yield Fault(f'|{given.name}= "{shorten(name, 60)}" is nobody\'s name', given)
        elif _MARK.search(name):
            yield Fault(f'|{given.name}= "{shorten(name, 60)}" holds more than a name', given)


RULE = Rule("author-generic", "an author who is no person", Severity.WARNING, check)
