"""Tell a name that is perhaps only misspelt: a letter of it is wanting, behind the same given name or in a long word.

Among the people and things of the 800 pages that rules were made on, two names that share the first word and differ in
one letter of a second one of six or more were one name spelled twice ("Aretha Frankin"), or a place and its people. But
that is of pages that have both; of two people either may stand alone ("Mark Foster", "Mark Forster"). So a slip is
forgiven, and what rests on it is supported with low confidence at most.
"""

from collections.abc import Sequence

from verifier.support import names
from verifier.support.found import MANY, Found, Place
from verifier.support.index import Index
from verifier.support.language import Language
from verifier.support.words import Word

_LONG, _GIVEN = 6, 3  # letters that a family name and the given name before it have at least
_SLIP = 8  # letters from which on a vowel more between two consonants makes no other name
RULE = "spelled otherwise behind the same given name"
VOWEL = "spelled with a vowel more or less"
_VOWELS = frozenset("aeiouy")


def places(word: Word, words: Sequence[Word], index: Index) -> tuple[Place, ...]:
    """Return where the last of these words of a claim stands misspelt, behind the one before it."""
    if len(words) < 2 or word != words[-1] or len(word.fold) < _LONG or _says_little(words[-2], index.language):
        return ()
    name, given = word.fold.removesuffix("'s"), words[-2].fold
    behind = (each + 1 for each in index.positions.get(given, ())[:MANY] if each + 1 < len(index.words))
    return tuple(_place(each, index) for each in behind if _is_slip(name, index.words[each], index.language))


def _says_little(given: Word, language: Language) -> bool:
    """Tell whether other things than people bear the word before: "South Africa" is no "South African"."""
    known = (language.titles, language.common, language.generic, language.compass, language.stop_words)
    return len(given.fold) < _GIVEN or any(given.fold in each for each in known)


def _is_slip(name: str, other: Word, language: Language) -> bool:
    fold = other.fold.removesuffix("'s")
    longer, shorter = sorted((name, fold), key=len, reverse=True)
    derived = longer.startswith(shorter) and longer[len(shorter) :] in language.people_endings
    is_long = other.capital and min(len(name), len(fold)) >= _LONG
    return is_long and name[0] == fold[0] and not derived and one_letter(name, fold)


def _place(at: int, index: Index) -> Place:
    word = index.words[at]
    return Place(word.start, word.end, index.sentence_of(word.start), RULE)


def is_slip(found: Found) -> bool:
    """Tell whether a fact was found only in another spelling that may be another name."""
    return any(each.rule in (RULE, VOWEL) for each in found.places)


def one_letter(first: str, second: str) -> bool:
    """Tell whether one of two words lacks a letter of the other; another letter makes another name, as of a numeral."""
    shorter, longer = sorted((first, second), key=len)
    if len(longer) != len(shorter) + 1 or names.NUMERAL.fullmatch(longer):
        return False
    at = _shared(shorter, longer)
    return shorter[at:] == longer[at + 1 :]


def one_vowel(first: str, second: str) -> bool:
    """Tell whether a long name has one vowel more than another, between two consonants: "Catterall", "Cattrall".

    Before the last s it may be the ending of another word: "prospects" are no prospectus.
    """
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) < _SLIP or len(longer) != len(shorter) + 1:
        return False
    at = _shared(shorter, longer)
    if not 0 < at < len(shorter) or longer[at] not in _VOWELS or longer[at + 1 :] == "s":
        return False
    return longer[at + 1 :] == shorter[at:] and _VOWELS.isdisjoint((longer[at - 1], longer[at + 1]))


def _shared(shorter: str, longer: str) -> int:
    """Return how many letters both have at the beginning."""
    for at, letter in enumerate(shorter):
        if longer[at] != letter:
            return at
    return len(shorter)
