"""Tell nouns from names where both have a capital: a noun is inflected in many ways, a name has its case endings only.

A word is a noun where an article, a numeral or a form that only nouns have says so, and a name where another word with
a capital stands before it ("Horst Kohler"). Where neither is there, nobody knows: it counts as a name.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from verifier.support.index import Index
from verifier.support.language import Language
from verifier.support.words import Word

_PREFIX, _REST = 5, 4  # letters that two forms of a word share at least, and that may follow
_ROOT = 4  # letters by which forms are looked up
_BETWEEN = 3  # adjectives that stand between an article and its noun


def is_noun(words: Sequence[Word], place: int, language: Language) -> bool:
    """Tell whether a word of these is a noun, and no name."""
    fold = words[place].fold
    if is_named(words, place, language):
        return False
    if fold in language.generic or fold in language.common or fold.endswith(language.noun_endings):
        return True
    before = place - 1
    while before >= max(0, place - _BETWEEN) and _is_adjective(words[before], language):
        before -= 1
    if before < 0:
        return False
    if words[before].kind == "figure" or words[before].fold in language.numbers:
        return True
    is_relative = before > 0 and words[before - 1].fold == ","  # "..., der Kohl besiegte"
    return words[before].fold in language.determiners and not is_relative


def is_named(words: Sequence[Word], place: int, language: Language) -> bool:
    """Tell whether another word with a capital stands right before a word, as a given name or a title does."""
    if not place or words[place - 1].kind != "word" or not words[place - 1].capital:
        return False
    before = words[place - 1].fold
    return before in language.titles or (before not in language.stop_words and before not in language.numbers)


def _is_adjective(word: Word, language: Language) -> bool:
    is_free = word.fold not in language.stop_words and word.fold not in language.determiners
    is_one = word.fold.endswith(language.adjective_endings) and not word.fold.endswith(language.verb_endings)
    return word.kind == "word" and not word.capital and is_free and is_one


@lru_cache(maxsize=4)
def on(index: Index) -> frozenset[str]:
    """Return the words of the page that are no names: with a capital they are nouns somewhere and names nowhere."""
    found, named = set(), set()
    for place, word in enumerate(index.words):
        if word.kind == "word" and (not word.capital or is_noun(index.words, place, index.language)):
            found.add(word.fold)
        elif word.kind == "word" and is_named(index.words, place, index.language):
            named.add(word.fold)
    return frozenset(found - named)


def related(fold: str, index: Index) -> Iterator[str]:
    """Yield the page's words that are forms of a noun, if both are nouns."""
    yield from (each for each in by_stem(index).get(index.language.stem(fold), ()) if each != fold)
    yield from (each for each in beginning(fold, index) if each != fold)


def cases(fold: str, language: Language) -> Iterator[str]:
    """Yield the forms of a name in other cases, or numbers: "Merkels", and "Marxens" behind a hissing sound."""
    for ending in language.case_endings:
        yield from _ended(fold, ending)
    for ending in language.hissing_endings:
        yield from (each for each in _ended(fold, ending) if min(each, fold, key=len).endswith(language.hissing))


def _ended(fold: str, ending: str) -> Iterator[str]:
    yield fold + ending
    if fold.endswith(ending):
        yield fold.removesuffix(ending)


def beginning(fold: str, index: Index) -> Iterable[str]:
    """Return the page's words that share the beginning of a word, with little more on either side."""
    return [
        each
        for each in prefixes(index).get(fold[:_ROOT], ())
        if shared(each, fold) >= _PREFIX
        and max(len(each), len(fold)) - shared(each, fold) <= _REST
        and shared(each, fold) >= min(len(each), len(fold)) - 2
    ]


def shared(first: str, second: str) -> int:
    """Return with how many letters both begin."""
    count = 0
    for left, right in zip(first, second, strict=False):
        if left != right:
            break
        count += 1
    return count


@lru_cache(maxsize=4)
def by_stem(index: Index) -> dict[str, list[str]]:
    """Return the page's words by their stem."""
    found: dict[str, list[str]] = {}
    for fold in index.folds:
        found.setdefault(index.language.stem(fold), []).append(fold)
    return found


@lru_cache(maxsize=4)
def prefixes(index: Index) -> dict[str, list[str]]:
    """Return the page's words by their first letters."""
    found: dict[str, list[str]] = {}
    for fold in index.folds:
        if len(fold) >= _ROOT:
            found.setdefault(fold[:_ROOT], []).append(fold)
    return found
