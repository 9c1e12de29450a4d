"""
A value in a citation template holds a character that nobody sees: a zero-width space, a control, a line break.

Why it matters: it came along with a copy, breaks links and searches, and spoils the data that the template gives to
other programs. Joiners that Indic scripts and emoji need are not reported.

Remedy: delete the character; put a plain blank for a no-break space.

Elsewhere: CS1 `err_invisible_char` (https://en.wikipedia.org/wiki/Help:CS1_errors#invisible_char).
"""

import re
from collections.abc import Iterator, Sequence

from verifier.citations.cs1.values import outside
from verifier.hits import Fault, of_sources
from verifier.language import is_english
from verifier.model.article import Parameter
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule

_NAMES = {
    "\ufffd": "replacement character", "\u200b": "zero-width space", "\u200d": "zero-width joiner",
    "\u00ad": "soft hyphen", "\x7f": "delete character", "\u200a": "hair space", "\u00a0": "no-break space",
    "\t": "tab", "\n": "line break", "\r": "line break",
}  # fmt: skip
_HIDDEN = re.compile("[\ufffd\u200b\u200d\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SPACING = re.compile("[\u200a\u00a0\t\n\r]")  # what writing in other languages has its uses for
_JOINED = re.compile(  # what a zero-width joiner may stand beside
    "[\u0900-\u0dff\u1000-\u109f\ua8e0-\ua8ff\ua9e0-\ua9ff\uaa60-\uaa7f\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]"
)


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such value, at its first hidden character."""
    patterns = (_HIDDEN, _SPACING) if is_english(dossier.article) else (_HIDDEN,)

    def find(source: Source) -> Iterator[Fault]:
        for meaning, given in source.given.items() if source.is_full else ():
            if meaning != "quote" and (told := _first(given, patterns)):
                yield Fault(told, given, key=given.name)

    return of_sources(dossier, find)


def _first(given: Parameter, patterns: Sequence[re.Pattern[str]]) -> str:
    value = outside(given.value)
    found = (match.start() for pattern in patterns for match in pattern.finditer(value))
    place = min((each for each in found if not _is_wanted(value, each)), default=None)
    if place is None:
        return ""
    name = _NAMES.get(value[place], "control character")
    return f"|{given.name}= has a {name} (U+{ord(value[place]):04X}) at position {place + 1}"


def _is_wanted(value: str, place: int) -> bool:
    """Tell whether a zero-width joiner joins what needs one."""
    around = value[max(0, place - 1) : place + 2]
    return value[place] == "\u200d" and _JOINED.search(around) is not None


RULE = Rule("field-invisible-character", "a field with a character that nobody sees", Severity.WARNING, check)
