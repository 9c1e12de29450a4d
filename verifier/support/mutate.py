"""Change one fact of a claim at a time, and see whether the checks notice: an honest figure for a user's own article.

A year, a number or a name is replaced once by a value from nowhere and once by one that the page says of something
else. Only claims whose page supports them are changed; nothing is drawn by chance.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from verifier.model.support import Tried
from verifier.support import judge
from verifier.support.dates import Date
from verifier.support.facts import Claim, Fact, read
from verifier.support.index import Index
from verifier.support.numbers import Number

_STRANGERS = ("Torvald Sund", "Ismelda Quarn", "Pelle Ruthvik")
_YEARS = (3, -4, 7)
_FACTORS = (1.7, 0.6, 3.0)
_MANY = 6  # facts of a claim that are changed


@dataclass(frozen=True, slots=True)
class Change:
    """A claim with one fact changed: what sort of fact ("year", "number", "name"), and where the new value is from."""

    sort: str
    origin: str
    text: str


def changes(claim: Claim, index: Index) -> Iterator[Change]:
    """Yield the claim with each of its first facts changed, by a value from nowhere and by one of the page."""
    for fact in claim.facts[:_MANY]:
        for origin, value in _values(fact, claim, index):
            yield Change(_sort(fact), origin, claim.text[: fact.start] + value + claim.text[fact.end :])


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


def _sort(fact: Fact) -> str:
    return "year" if isinstance(fact.value, Date) else fact.kind


def _values(fact: Fact, claim: Claim, index: Index) -> Iterator[tuple[str, str]]:
    """Yield a new value from nowhere, and one that stands on the page; neither where there is none."""
    if isinstance(fact.value, Date):
        yield from _years(fact, claim, index)
    elif isinstance(fact.value, Number):
        yield from _numbers(fact, fact.value, claim, index)
    elif fact.kind == "name":
        yield from _names(claim, index)


def _years(fact: Fact, claim: Claim, index: Index) -> Iterator[tuple[str, str]]:
    date, written = fact.value, claim.text[fact.start : fact.end]
    if not isinstance(date, Date) or date.year is None or str(date.year) not in written:
        return
    known = {each.year for each in index.dates if each.year is not None}
    new = next((date.year + step for step in _YEARS if date.year + step not in known), None)
    if new is not None:
        yield "nowhere", written.replace(str(date.year), str(new))
    other = next((each for each in sorted(known) if each != date.year), None)
    if other is not None:
        yield "the page", written.replace(str(date.year), str(other))


def _numbers(fact: Fact, number: Number, claim: Claim, index: Index) -> Iterator[tuple[str, str]]:
    written = claim.text[fact.start : fact.end]
    if not written.isdecimal() or number.mode != "exact":
        return
    known = {each.value for each in index.numbers}
    new = next(
        (round(number.value * factor) + 1 for factor in _FACTORS if round(number.value * factor) + 1 not in known), None
    )
    if new is not None:
        yield "nowhere", str(new)
    near = (each for each in sorted(known) if each == int(each) and number.value / 20 < each < number.value * 20)
    other = next((each for each in near if abs(each - number.value) >= 0.2 * number.value), None)
    if other is not None:
        yield "the page", str(int(other))


def _names(claim: Claim, index: Index) -> Iterator[tuple[str, str]]:
    folds = {word.fold for word in claim.words}
    yield (
        "nowhere",
        next(each for each in _STRANGERS if each.split()[0].lower() not in index.folds or each == _STRANGERS[-1]),
    )
    for place in index.names:
        word = index.words[place]
        if word.fold not in folds:
            yield "the page", index.text[word.start : word.end]
            return
