"""Whether another value on the page contradicts a number or date of the claim: the same thing counted or dated.

The score is as spec'd by measurement: how alike the words around both values are, whether the same is counted, and how
near the values are. Only where no value of the page supports the claim's.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from verifier.support.dates import Date
from verifier.support.facts import Fact
from verifier.support.found import Found, Place
from verifier.support.index import Index
from verifier.support.language import Language
from verifier.support.numbers import Number
from verifier.support.words import Word

STRICT, NORMAL = 1.0, 0.6  # scores from which on a rival contradicts
_OURS, _THEIRS = 10, 8  # words around the claim's value and the page's that are compared
_MANY = 200  # rivals of a value that stands on the page, that are weighed against it
_CONTAINED = 0.8  # of containment, beside the cosine
_SAME_UNIT, _OTHER_UNIT, _SMALL_ORDINAL = 0.5, -0.35, -0.4
_NEAR, _NEAR_YEARS, _FAR_YEARS = 0.4, 0.4, 0.12


def score(around: Counter[str], fact: Fact, index: Index, value: Number | Date) -> float:
    """Return how surely the page's value is one of the same thing as the fact; `around` is `company` of the fact."""
    sentence = index.sentence_of(value.start)
    begin, end = index.sentences[sentence] if index.sentences else (0, 0)
    first = index.word_at(value.start)
    window = [each for each in index.words[max(0, first - 40) : first + 40] if begin <= each.start < end]
    total = _cosine(around, _around(window, value.start, value.end, _THEIRS, index.language))
    if isinstance(value, Number) and isinstance(fact.value, Number):
        return total + _of_numbers(fact.value, value)
    if isinstance(value, Date) and isinstance(fact.value, Date):
        return total + _of_dates(fact.value, value)
    return 0.0


def company(words: Sequence[Word], fact: Fact, language: Language) -> Counter[str]:
    """Return the stems of the words around a fact of the claim."""
    return _around(words, fact.start, fact.end, _OURS, language)


def gap(claim_words: Sequence[Word], found: Found, index: Index) -> float:
    """Return by how much a rival is likelier the same thing than any place that has the fact's own value."""
    around = company(claim_words, found.fact, index.language)
    own, other = (
        max((score(around, found.fact, index, value) for value in _values(places, index)), default=0.0)
        for places in (found.places, found.rivals[:_MANY])
    )
    return max(0.0, other - own)


def _values(places: Sequence[Place], index: Index) -> Iterator[Number | Date]:
    return (value for each in places if (value := index.value_at(each.start)) is not None)


def _of_numbers(claim: Number, page: Number) -> float:
    low, high = sorted((abs(claim.value), abs(page.value)))
    near = max(0.0, 1 - abs(math.log10(high / low))) if low > 0 else 0.0
    unit = 0.0
    if claim.unit and page.unit:
        if set(claim.unit) & set(page.unit):
            unit = _SAME_UNIT
        elif claim.kind == "plain":
            unit = _OTHER_UNIT
    elif claim.kind in ("percent", "money"):
        unit = _SAME_UNIT / 2
    small = _SMALL_ORDINAL if claim.kind == "ordinal" and claim.value <= 3 else 0.0
    return unit + _NEAR * near + small


def _of_dates(claim: Date, page: Date) -> float:
    if claim.year is not None and page.year is not None:
        return _NEAR_YEARS if abs(claim.year - page.year) <= 3 else _FAR_YEARS
    return _NEAR_YEARS


def _around(words: Sequence[Word], start: int, end: int, reach: int, language: Language) -> Counter[str]:
    """Return the stems of the words around a value, the nearer ones counting more."""
    before = [each for each in words if each.end <= start and _says(each, language)][-reach:]
    behind = [each for each in words if each.start >= end and _says(each, language)][:reach]
    return Counter(language.stem(each.fold) for each in (*before, *behind))


def _says(word: Word, language: Language) -> bool:
    return word.kind == "word" and word.fold not in language.stop_words


def _cosine(first: Counter[str], second: Counter[str]) -> float:
    dot = sum(count * second[stem] for stem, count in first.items())
    norm = math.sqrt(sum(v * v for v in first.values()) * sum(v * v for v in second.values()))
    return max(dot / norm if norm else 0.0, _contained(first, second))


def _contained(ours: Counter[str], theirs: Counter[str]) -> float:
    """Return the share of our words that stand there too, a little less: a short claim may stand in a long sentence."""
    size = sum(ours.values())
    return _CONTAINED * sum(min(count, theirs[stem]) for stem, count in ours.items()) / size if size > 1 else 0.0
