"""
One name is spelled in two ways.

Why it matters: a name in two transliterations may hide that two passages or sources are about the same thing, and a
search finds only one of them.

Remedy: use one spelling in the text; leave titles as their sources have them.

Elsewhere: none found.
"""

import re
from collections.abc import Iterator

from verifier.model.article import Span
from verifier.model.rules import Confidence, Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import fold

_NAME = re.compile(r"(?<![\w-])[^\W\d_][\w\u2019']*(?:-[^\W\d_][\w\u2019']*)*")
_MIDDLE = re.compile(r"[a-z,] $")  # what stands before a word in the middle of a sentence
_LEAST = 6  # letters of a name that may be compared by its consonants
_MOST_NAMES = 5000  # different words; a longer text is not searched


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each pair of spellings, at the rarer one's first place."""
    text = dossier.article.text
    places: dict[str, int] = {}
    inside: set[str] = set()  # words that stand somewhere in the middle of a sentence
    for match in _NAME.finditer(text):
        places.setdefault(match[0], match.start())
        if _MIDDLE.search(text, max(0, match.start() - 12), match.start()):
            inside.add(match[0])
    names = [word for word in places if any(char.isupper() for char in word)]
    if len(names) > _MOST_NAMES:
        return
    lower = {word for word in places if word.islower()}
    for first, second in (*_by_case(names), *_by_vowels(names, lower, inside)):
        later = max(first, second, key=places.__getitem__)
        message = f'one name is spelled "{first}" and "{second}"'
        start = places[later]
        yield Hit(message, Span(start, start + len(later)), confidence=Confidence.LOW, about=f"{first} {second}")


def _by_case(names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield names with a particle that differ in letter case only ("al-Islam", "Al-Islam")."""
    seen: dict[str, str] = {}
    for name in names:
        parts = name.split("-")
        if len(parts) < 2 or len(parts[0]) > 3 or not parts[-1][:1].isupper():
            continue
        before = seen.setdefault(name.casefold(), name)
        if before != name:
            yield before, name


def _by_vowels(names: list[str], lower: set[str], inside: set[str]) -> Iterator[tuple[str, str]]:
    """Yield names with the same consonants that differ by one vowel added ("Qalamon", "Qalamoun")."""
    seen: dict[str, list[str]] = {}
    for name in names:
        plain = fold(name)
        if len(plain) < _LEAST or not plain.isalpha() or plain in lower or not name[0].isupper():
            continue
        alike = seen.setdefault(re.sub("[aeiouy]", "", plain), [])
        for other in alike:
            if _one_apart(fold(other), plain) and inside & {other, name}:
                yield other, name
        if all(fold(other) != plain for other in alike):
            alike.append(name)


def _one_apart(first: str, second: str) -> bool:
    """Tell whether one letter was added inside the word."""
    short, long = sorted((first, second), key=len)
    if len(long) != len(short) + 1:
        return False
    at = next((index for index, char in enumerate(short) if long[index] != char), len(short))
    return long[at + 1 :] == short[at:] and at < len(short)


RULE = Rule("name-spelling-varies", "one name in two spellings", Severity.NOTE, check)
