"""Look for a number or a date on a page: what supports it, what is another value of the same thing."""

from collections.abc import Iterator, Sequence

from verifier.support import conflict, dates, numbers
from verifier.support.dates import Date
from verifier.support.facts import Claim, Fact
from verifier.support.found import (
    ELSEWHERE,
    FOUND,
    INFERRED,
    MANY,
    NEVER,
    NOT_CHECKED,
    RIVALS,
    UNDECIDED,
    VARIANT,
    Found,
    Place,
)
from verifier.support.index import Index
from verifier.support.numbers import Number

_RELATED = 0.25  # score from which on a value that meets a bound is one of the same thing
_CLEAR = 0.4  # by which a rival must be likelier than a value that agrees
_YES = (numbers.Relation.FOUND, numbers.Relation.VARIANT)
_SAID = {numbers.Relation.VARIANT: "rounded, or said otherwise"}


def of_number(fact: Fact, number: Number, claim: Claim, index: Index) -> Found:
    """Return what was found of a number."""
    related = ((each, numbers.relation(number, each)) for each in index.numbers if _one_kind(number, each))
    near = [(each, relation) for each, relation in related if relation in _YES or each.kind == number.kind]
    yes = [(each, relation) for each, relation in near if relation in _YES]
    rivals = tuple(
        _placed(each, index) for each, relation in near if relation is numbers.Relation.DIFFERENT and not each.vague
    )
    if yes and number.mode == "exact":
        places = tuple(_placed(each, index, _SAID.get(relation, "")) for each, relation in yes[:MANY])
        return Found(fact, FOUND if any(not each.rule for each in places) else VARIANT, places, rivals=rivals)
    if near:
        return _weighed(fact, number, claim, index, near, rivals)
    outside = next((where for where, each in index.outside_numbers if _supports(number, each)), "")
    if outside:
        return Found(fact, ELSEWHERE, outside=outside, rivals=rivals, weight=0.5)
    return Found(fact, NEVER, weight=_number_weight(number), rivals=rivals)


def _weighed(
    fact: Fact,
    number: Number,
    claim: Claim,
    index: Index,
    near: Sequence[tuple[Number, numbers.Relation]],
    rivals: tuple[Place, ...],
) -> Found:
    """Let the page's value decide that is most surely one of the same thing: a bound is met by many other values."""
    around = conflict.company(claim.words, fact, index.language)
    scored = [
        (conflict.score(around, fact, index, each), -each.start, each, relation) for each, relation in near[:RIVALS]
    ]
    clash, _, top, relation = max(scored, key=lambda each: each[:2])
    place = _placed(top, index, _SAID.get(relation, ""))
    if relation in _YES and clash >= _RELATED:
        return Found(fact, VARIANT if place.rule else FOUND, (place,), rivals=rivals)
    outside = next((where for where, each in index.outside_numbers if _supports(number, each)), "")
    if outside and clash < conflict.STRICT:
        return Found(fact, ELSEWHERE, outside=outside, rivals=rivals, weight=0.5)
    if relation is not numbers.Relation.DIFFERENT:
        return Found(fact, UNDECIDED, (place,), rivals=rivals)
    supported = max((score for score, _, _, each in scored if each in _YES), default=0.0)
    if number.vague or top.vague or _is_common(number) or supported > clash - _CLEAR:
        clash = min(clash, conflict.NORMAL - 0.01)
    return Found(fact, NEVER, weight=_number_weight(number), rivals=(place, *rivals), clash=clash)


def _is_common(number: Number) -> bool:
    """Tell whether a number is too common to contradict: "first", or a rank with a bound, whose better end is open."""
    return number.kind == "ordinal" and (number.value <= 1 or number.mode != "exact")


def _placed(value: Number | Date, index: Index, rule: str = "") -> Place:
    return Place(value.start, value.end, index.sentence_of(value.start), rule)


def _number_weight(number: Number) -> float:
    return 0.5 if number.kind == "ordinal" and number.value <= 3 else 1.0


def _one_kind(claim: Number, page: Number) -> bool:
    if claim.kind == page.kind:
        return True
    kinds = {claim.kind, page.kind}
    return (kinds == {"plain", "money"} and claim.value >= 1_000) or kinds == {"percent", "mark"}


def _supports(claim: Number, page: Number) -> bool:
    return _one_kind(claim, page) and numbers.relation(claim, page) in (
        numbers.Relation.FOUND,
        numbers.Relation.VARIANT,
    )


def of_date(fact: Fact, date: Date, claim: Claim, index: Index) -> Found:
    """Return what was found of a date."""
    if date.shift is not None or (date.weekday is not None and not index.dates):
        return Found(fact, NOT_CHECKED)
    near = [(each, dates.relation(date, each)) for each in index.dates]
    rivals = tuple(_placed(each, index) for each, relation in near if relation is dates.Relation.DIFFERENT)
    yes = [each for each, relation in near if relation is dates.Relation.FOUND]
    if yes and not date.bound:
        return Found(fact, FOUND, tuple(_placed(each, index) for each in yes[:MANY]), rivals=rivals)
    if yes or rivals:
        top, relation, clash = _likeliest(fact, claim, index, near)
        if relation is dates.Relation.FOUND:
            return Found(fact, FOUND, (_placed(top, index),), rivals=rivals)
    else:
        top, clash = None, 0.0
    if inferred := _inferred(date, index) or _in_parts(date, index):
        return Found(fact, INFERRED, tuple(inferred[:MANY]), rivals=rivals)
    if any(dates.relation(date, _of_day(each)) is dates.Relation.FOUND for each in index.published):
        return Found(fact, ELSEWHERE, outside="the page's publication date", rivals=rivals, weight=0.3)
    outside = next((at for at, each in index.outside_dates if dates.relation(date, each) is dates.Relation.FOUND), "")
    if outside:
        return Found(fact, ELSEWHERE, outside=outside, rivals=rivals, weight=0.5)
    by_year, by_month = _may_be(date, index)
    unsure = [
        each
        for each, relation in near
        if relation is dates.Relation.UNDECIDED and (by_year if each.month is None else by_month)
    ]
    if unsure and not (date.year is not None and not any(_has_year(date, index))):
        return Found(fact, UNDECIDED, tuple(_placed(each, index) for each in unsure[:MANY]), rivals=rivals, weight=0.3)
    first = (_placed(top, index),) if top is not None else ()
    return Found(fact, NEVER, weight=1.0, rivals=(*first, *rivals), clash=clash)


def _likeliest(
    fact: Fact, claim: Claim, index: Index, near: Sequence[tuple[Date, dates.Relation]]
) -> tuple[Date, dates.Relation, float]:
    """Return the page's date that is most surely one of the same event, how it stands to the claim's, and how sure."""
    around = conflict.company(claim.words, fact, index.language)
    known = [pair for pair in near if pair[1] is not dates.Relation.UNRELATED]
    scored = [
        (conflict.score(around, fact, index, each), -each.start, each, relation) for each, relation in known[:RIVALS]
    ]
    clash, _, top, relation = max(scored, key=lambda each: each[:2])
    supported = max((score for score, _, _, each in scored if each is not dates.Relation.DIFFERENT), default=0.0)
    if supported > clash - _CLEAR:
        clash = min(clash, conflict.NORMAL - 0.01)
    return top, relation, clash if relation is dates.Relation.DIFFERENT else 0.0


def _may_be(date: Date, index: Index) -> tuple[bool, bool]:
    """Tell whether a bare year of the page, and a month without a day, may be the claim's date.

    They may not where the page names no such month, or names other days of it.
    """
    if date.month is None or date.year is None:
        return True, True
    days = {each.day for each in index.dates if each.month == date.month}
    return bool(days), not days - {None, date.day}


def _of_day(day: object) -> Date:
    return Date(0, 0, day.year, day.month, day.day)  # type: ignore[attr-defined]


def _has_year(claim: Date, index: Index) -> Iterator[bool]:
    for each in index.dates:
        if each.year is not None and claim.year is not None and each.year <= claim.year <= (each.last or each.year):
            yield True


def _inferred(claim: Date, index: Index) -> list[Place]:
    """Return where a weekday, "yesterday" or a date without year means the claim's date, seen from publication."""
    found = []
    for each in index.dates:
        if each.year is not None and each.weekday is None:
            continue
        for day in index.published:
            meant = dates.resolve(each, day)
            if meant is not None and dates.relation(claim, meant) is dates.Relation.FOUND:
                rule = f"seen from the publication on {day.isoformat()}"
                found.append(Place(each.start, each.end, index.sentence_of(each.start), rule))
                break
    return found


def _in_parts(claim: Date, index: Index) -> list[Place]:
    """Return where day and month stand together, if the year stands elsewhere on the page."""
    if claim.year is None or claim.month is None or not (any(_has_year(claim, index)) or _on_day(claim, index)):
        return []
    return [
        Place(each.start, each.end, index.sentence_of(each.start), "the year stands elsewhere on the page")
        for each in index.dates
        if each.year is None and each.month == claim.month and each.day == claim.day
    ]


def _on_day(claim: Date, index: Index) -> bool:
    return any(day.year == claim.year for day in index.published)
