"""Tell a number that the page says of something else than the claim, though it stands there.

"Killed 23 and wounded nine" is not what a page says that has "killed nine people and wounded 23": beside the claim's
words stands another number. So it is where the thing counted is counted on the page, and with other numbers only.
"""

from collections.abc import Iterator, Sequence

from verifier.support import numbers
from verifier.support.facts import Claim
from verifier.support.found import ELSEWHERE, FOUND, VARIANT, Found, Place
from verifier.support.index import Index
from verifier.support.language import Language
from verifier.support.numbers import Number
from verifier.support.words import Word

_SENTENCE = 80  # words and signs, beyond which it is a table that was read as one
_BESIDE = 2  # words before and behind a number, in which its neighbour is looked for


def checked(found: Found, claim: Claim, index: Index) -> Found:
    """Return what was found of a number: it stands elsewhere where the page says it only of something else."""
    number = found.fact.value
    if not isinstance(number, Number) or number.mode != "exact" or found.status not in (FOUND, VARIANT):
        return found
    other = _swapped(found, number, claim, index) or _otherwise_counted(found, number, index)
    if other is None:
        return found
    place = Place(other.start, other.end, index.sentence_of(other.start))
    outside = f"other words; beside the claim's stands {index.text[other.start : other.end]}"
    return Found(found.fact, ELSEWHERE, outside=outside, weight=1.0, rivals=(place,))


def _swapped(found: Found, number: Number, claim: Claim, index: Index) -> Number | None:
    """Return the number that has the claim's neighbours in each sentence in which the claim's own has none of them."""
    ours = set(_neighbours(claim.words, number, index.language))
    other: Number | None = None
    for place in found.places:
        value = index.value_at(place.start)
        near = _near(value, index) if isinstance(value, Number) else set()
        if not near or not ours or ours & near:
            return None
        start, end = index.sentences[place.sentence]
        if index.word_at(end) - index.word_at(start) > _SENTENCE:
            return None
        beside = [each for each in index.numbers_in(start, end) if _differs(number, each) and ours & _near(each, index)]
        if not beside:
            return None
        other = other or beside[0]
    return other


def _otherwise_counted(found: Found, number: Number, index: Index) -> Number | None:
    """Return a number of the same thing, where the page counts that thing and the claim's number counts others."""
    values = [index.value_at(place.start) for place in found.places]
    own = [each for each in values if isinstance(each, Number)]
    if number.kind != "plain" or not number.unit or len(own) < len(values):
        return None
    if any(not _counts(each, index) or set(each.unit) & set(number.unit) for each in own):
        return None
    same = (each for each in index.numbers if each.kind == "plain" and each.unit[:1] == number.unit[:1])
    return next((each for each in same if _differs(number, each)), None)


def _counts(number: Number, index: Index) -> bool:
    """Tell whether what a number of the page counts stands right behind it: "23 on Thursday" counts no Thursdays."""
    place = index.word_at(number.end)
    return place < len(index.words) and number.unit[:1] == (index.stem(index.words[place]),)


def _differs(claim: Number, page: Number) -> bool:
    return numbers.relation(claim, page) is numbers.Relation.DIFFERENT


def _near(number: Number, index: Index) -> set[str]:
    first = index.word_at(number.start)
    around = index.words[max(0, first - _BESIDE - 1) : first + 6 + _BESIDE]
    return set(_neighbours(around, number, index.language))


def _neighbours(words: Sequence[Word], number: Number, language: Language) -> Iterator[str]:
    """Yield the stems of the nearest word that says something before a number, and behind it."""
    before = [each for each in words if each.end <= number.start][-_BESIDE:][::-1]
    behind = [each for each in words if each.start >= number.end][:_BESIDE]
    for side in (before, behind):
        said = (each for each in side if each.kind == "word" and each.fold not in language.stop_words)
        yield from (language.stem(each.fold) for each in [*said][:1])
