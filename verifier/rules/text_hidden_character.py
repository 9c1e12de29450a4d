"""
The text holds characters that nobody sees and that change what is seen: bidirectional controls, zero-width letters.

Why it matters: a number or a name may be shown in another order than it is stored, so that a reader and a program read
different things (https://trojansource.codes/).

Remedy: remove them, unless the script needs them.

Elsewhere: CS1 `err_invisible_char`; ruff PLE2502.
"""

import re
from collections.abc import Iterator

from verifier.model.article import Span
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

_HIDDEN = re.compile(
    "[\u061c\u200b\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)

# The three flags spelled with tags (https://www.unicode.org/reports/tr51/#flag-emoji-tag-sequences); other runs of
# tags are hidden text.
_TAGS = ("".join(chr(0xE0000 + ord(char)) for char in region) for region in ("gbeng", "gbsct", "gbwls"))
_FLAG = re.compile(f"\U0001f3f4(?:{'|'.join(_TAGS)})\U000e007f")
_BREAK = re.compile(r"(?<=\])\u200b")  # the Spanish Wikipedia lets a line break behind each of its references


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each kind of hidden character, at its first place."""
    text = dossier.article.text
    first: dict[str, int] = {}
    counts: dict[str, int] = {}
    shown = _BREAK.sub("?", _FLAG.sub(lambda flag: "?" * len(flag[0]), text))
    for match in _HIDDEN.finditer(shown):
        first.setdefault(match[0], match.start())
        counts[match[0]] = counts.get(match[0], 0) + 1
    for char, start in sorted(first.items(), key=lambda pair: pair[1]):
        times = f", {counts[char]} times" if counts[char] > 1 else ""
        message = f"hidden character U+{ord(char):04X} in line {dossier.article.origin.at(start)[0]}{times}"
        yield Hit(message, Span(start, start + 1), about=f"U+{ord(char):04X}")


RULE = Rule("text-hidden-character", "characters that nobody sees", Severity.WARNING, check)
