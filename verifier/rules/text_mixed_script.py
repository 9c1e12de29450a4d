"""
A word mixes letters of two scripts that look alike, such as a Cyrillic "a" in a Latin word.

Why it matters: it reads like one word and is another; a search, and a comparison with a source, will not find it.

Remedy: type the word again.

Elsewhere: ruff RUF001 for code; none found for citations.
"""

import re
from collections.abc import Iterator

from verifier.model.article import Span
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

# A Latin letter beside a Cyrillic or Greek one inside a word; U+00B5 is the micro sign.
_MIXED = re.compile(
    "(?<!\\w)\\w*(?:[A-Za-z\u00c0-\u024f][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z\u00c0-\u024f])\\w*"
)
_NAMED = 5


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such word, at its first place."""
    seen: set[str] = set()
    for match in _MIXED.finditer(dossier.article.text):
        if match[0] not in seen and len(match[0]) > 2 and len(seen) < _NAMED:
            seen.add(match[0])
            strange = next(char for char in match[0] if "\u0370" <= char <= "\u04ff")
            message = f'"{match[0]}" mixes scripts: U+{ord(strange):04X} is no Latin letter'
            yield Hit(message, Span(match.start(), match.end()), about=match[0])


RULE = Rule("text-mixed-script", "a word of letters from two scripts", Severity.WARNING, check)
