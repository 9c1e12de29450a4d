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

# Cyrillic and Greek letters that look Latin, beside a Latin one inside a word. Greek letters that do not (TNFα, 10kΩ)
# are the usual way to write science. https://www.unicode.org/Public/security/latest/confusables.txt
_ALIKE = (
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf"
    "\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u051b\u051d"
)
_LATIN = "A-Za-z\u00c0-\u024f"
_MIXED = re.compile(rf"(?<!\w)\w*(?:[{_LATIN}][{_ALIKE}]|[{_ALIKE}][{_LATIN}])\w*")
_NAMED = 5


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such word, at its first place."""
    seen: set[str] = set()
    for match in _MIXED.finditer(dossier.article.text):
        if match[0] not in seen and len(match[0]) > 2 and len(seen) < _NAMED:
            seen.add(match[0])
            strange = next(char for char in match[0] if char in _ALIKE)
            message = f'"{match[0]}" mixes scripts: U+{ord(strange):04X} is no Latin letter'
            yield Hit(message, Span(match.start(), match.end()), about=match[0])


RULE = Rule("text-mixed-script", "a word of letters from two scripts", Severity.WARNING, check)
