"""Change one fact of a claim at a time, and see whether the checks notice: an honest figure for a user's own article.

A year, a day, a number or a name is replaced once by a value from nowhere and once by one that the page says of
something else. Every fact of every claim that its page supports is changed; nothing is drawn by chance.
"""

import calendar
import re
from collections.abc import Collection, Iterator

from verifier.model.support import Tried
from verifier.support import judge
from verifier.support.dates import Date
from verifier.support.facts import Claim, Fact, read
from verifier.support.index import Index
from verifier.support.names import Name, spans
from verifier.support.numbers import Number
from verifier.support.words import cut
from verifier.values import frozen

_STRANGERS = ("Torvald Sund", "Ismelda Quarn", "Pelle Ruthvik")
_YEARS = (3, -4, 7)
_DAYS = (9, 13, 17, 5)
_FACTORS = (1.7, 0.6, 3.0)
_LARGER, _SMALLER = (3.0, 7.0, 11.0), (0.3, 0.2, 0.1)  # by which a bound becomes one that the old value does not meet
_MANY = 24  # facts of a claim that are changed: more has only a claim made to cost time
_NAMES = 400  # words of a page with a capital that are looked through for another name
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_FEWEST, _MOST = 2, 20  # numbers that are written as words


@frozen
class Change:
    """A claim with one fact changed: its sort ("year", "day", "number", "name"), and where the new value is from."""

    sort: str
    origin: str
    text: str


def changes(claim: Claim, index: Index) -> Iterator[Change]:
    """Yield the claim with each of its facts changed, by a value from nowhere and by one of the page."""
    for fact in claim.facts[:_MANY]:
        written = claim.text[fact.start : fact.end]
        for sort, origin, value in _values(fact, written, claim, index):
            yield Change(sort, origin, claim.text[: fact.start] + value + claim.text[fact.end :])


def tried(text: str, index: Index, title: str) -> list[Tried]:
    """Return what came of every change of a claim that the page supports; nothing where it does not."""
    claim = read(text, index.language)
    if judge.verdict_of(judge.weigh(claim, index, title))[0] != "supported":
        return []
    return [
        Tried(
            each.sort,
            each.origin,
            judge.verdict_of(judge.weigh(read(each.text, index.language), index, title))[0] != "supported",
        )
        for each in changes(claim, index)
    ]


def _values(fact: Fact, written: str, claim: Claim, index: Index) -> Iterator[tuple[str, str, str]]:
    """Yield the sort of each part of a fact, where a new value is from, and the fact with it."""
    if isinstance(fact.value, Date):
        yield from (("year", *each) for each in _years(fact.value, written, index))
        yield from (("day", *each) for each in _days(fact.value, written, index))
    elif isinstance(fact.value, Number):
        yield from (("number", *each) for each in _numbers(fact.value, written, index))
    elif isinstance(fact.value, Name):
        yield from (("name", *each) for each in _names(claim, index))


def _years(date: Date, written: str, index: Index) -> Iterator[tuple[str, str]]:
    if date.year is None or str(date.year) not in written:
        return
    known = {each.year for each in index.dates if each.year is not None}
    others = [each for each in sorted(known) if each != date.year and not _meets(date, each)]
    for origin, new in (
        ("nowhere", _first((date.year + step for step in _YEARS), known)),
        ("the page", next(iter(others), None)),
    ):
        if new is not None:
            yield origin, written.replace(str(date.year), str(new))


def _meets(date: Date, year: int) -> bool:
    """Tell whether another year would make the date as true as it is."""
    if date.bound in ("before", "until"):
        return date.year is not None and year > date.year
    if date.bound in ("after", "since"):
        return date.year is not None and year < date.year
    return date.last is not None and date.year is not None and date.year <= year <= date.last


def _days(date: Date, written: str, index: Index) -> Iterator[tuple[str, str]]:
    if date.day is None or date.month is None or date.bound or len(re.findall(rf"\b{date.day}\b", written)) != 1:
        return
    last = calendar.monthrange(date.year or 2001, date.month)[1]
    known = {each.day for each in index.dates if each.day is not None and each.day != date.day}
    beside = {each.day for each in index.dates if each.month == date.month}
    new = _first(((date.day + step - 1) % last + 1 for step in _DAYS), {*known, date.day})
    other = next((each for each in sorted(known - beside) if each <= last), None)
    for origin, day in (("nowhere", new), ("the page", other)):
        if day is not None:
            yield origin, re.sub(rf"\b{date.day}\b", str(day), written)


def _numbers(number: Number, written: str, index: Index) -> Iterator[tuple[str, str]]:
    if number.kind == "score" or number.mode == "range":
        return
    known = {each.value for each in index.numbers}
    if (digits := _DIGITS.search(written)) is None:
        yield from _number_words(number, written, index, known)
        return
    plain = digits[0].replace(",", "")
    scale = number.value / float(plain) if float(plain) else 1.0
    factors = _LARGER if number.low != number.value or number.mode in ("more", "least") else _FACTORS
    factors = _SMALLER if number.mode in ("less", "most") else factors
    tried = (_as_written(float(plain) * factor, digits[0]) for factor in factors)
    new = next((each for each in tried if float(each.replace(",", "")) * scale not in known), None)
    if new is not None and float(new.replace(",", "")) != float(plain):
        yield "nowhere", written.replace(digits[0], new, 1)
    near = [each for each in sorted(known) if number.value / 20 < each < number.value * 20]
    far = [each for each in near if abs(each - number.value) >= 0.2 * number.value]
    if number.mode == "exact" and far and scale:
        yield "the page", written.replace(digits[0], _as_written(far[0] / scale, digits[0]), 1)


def _as_written(value: float, like: str) -> str:
    """Return a number with as many decimals and the same groups as another one is written with."""
    decimals = len(like.partition(".")[2])
    return f"{value:,.{decimals}f}" if "," in like else f"{value:.{decimals}f}"


def _number_words(number: Number, written: str, index: Index, known: Collection[float]) -> Iterator[tuple[str, str]]:
    """Yield other number words for one that is written as a word, of the same kind."""
    language = index.language
    table = language.ordinals if number.kind == "ordinal" else language.numbers
    words = {value: word for word, value in reversed([*table.items()]) if _FEWEST <= value <= _MOST}
    if written.lower() not in table or words.get(number.value) is None or number.mode != "exact":
        return
    others = [value for value in sorted(words) if value != number.value]
    for origin, wanted in (("nowhere", False), ("the page", True)):
        new = next((value for value in others if (value in known) == wanted), None)
        if new is not None:
            yield origin, words[new]


def _names(claim: Claim, index: Index) -> Iterator[tuple[str, str]]:
    stranger = next((each for each in _STRANGERS if each.split()[0].lower() not in index.folds), None)
    if stranger is not None:
        yield "nowhere", stranger
    said = {word.fold.removesuffix("'s") for word in claim.words}
    for place in index.names[:_NAMES]:
        if (other := _name_at(place, index)) and not said & {each.fold.removesuffix("'s") for each in cut(other)}:
            yield "the page", other
            return


def _name_at(place: int, index: Index) -> str:
    """Return the whole name that begins at a word of the page."""
    near = index.words[place : place + 8]
    found = next(spans(near, index.language, starts=frozenset()), None)
    return index.text[found.start : found.end] if found is not None and found.start == near[0].start else ""


def _first(values: Iterator[int], known: Collection[int]) -> int | None:
    return next((each for each in values if each not in known), None)
