"""Tell a person whose given name and family name stand on a page only as parts of other people's names.

"Samuel Amardi" is not on a page that has "Samuel Gibbs" and "Richard Amardi", though both of its words are.
"""

from collections.abc import Sequence

from verifier.support import spellings
from verifier.support.found import ELSEWHERE, FOUND, VARIANT, Found, Place
from verifier.support.index import Index
from verifier.support.language import Language
from verifier.support.words import Word

_APART = 4  # words within which both stand together: "James and Mary Stewart", "Stewart, James"
_MANY = 200  # places of a word that are looked at; a word that stands oftener is no telling name


def checked(found: Found, words: Sequence[Word], index: Index) -> Found:
    """Return what was found of a name of these words of a claim: it stands elsewhere where only others bear them."""
    bearer = other(words, index) if found.status in (FOUND, VARIANT) else None
    if bearer is None:
        return found
    outside = f"other names, as in {index.text[bearer.start : bearer.end]}"
    return Found(found.fact, ELSEWHERE, outside=outside, weight=1.0, rivals=(bearer,))


def other(words: Sequence[Word], index: Index) -> Place | None:
    """Return where the page gives the family name of a name to another bearer, None if it may have this one.

    Only names of two words are looked at. Every place of the given name must lead on to another family name: one that
    stands alone may be short for this person.
    """
    if len(words) != 2 or any(_says_little(each, index.language) for each in words):
        return None
    given, family = (_places(each, index) for each in words)
    if any(abs(one - two) <= _APART for one in given for two in family):
        return None
    bearers = [place for place in family if _leads_on(place - 1, index)]
    if not given or not bearers or not all(_leads_on(place, index) for place in given):
        return None
    start = index.words[bearers[0] - 1].start
    return Place(start, index.words[bearers[0]].end, index.sentence_of(start))


def _says_little(word: Word, language: Language) -> bool:
    return any(word.fold in each for each in (language.titles, language.common, language.generic, language.compass))


def _places(word: Word, index: Index) -> list[int]:
    fold = word.fold.removesuffix("'s")
    found = [
        place for form, _ in spellings.forms(fold, index, derived=False) for place in index.positions.get(form, ())
    ]
    return found if len(found) <= _MANY else []


def _leads_on(place: int, index: Index) -> bool:
    """Tell whether a word of the page is no title, and a name goes on behind it."""
    if not 0 <= place < len(index.words) - 1:
        return False
    word, behind = index.words[place : place + 2]
    return (
        all(each.kind == "word" and each.capital for each in (word, behind))
        and len(word.fold) > 1
        and word.fold not in index.language.titles | index.language.stop_words
        and index.sentence_of(word.start) == index.sentence_of(behind.start)
    )
