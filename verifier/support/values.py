"""Look for a number or a date on a page: what supports it, what is another value of the same thing."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import replace

from verifier.support import conflict, dates, implied, numbers
from verifier.support.dates import Date
from verifier.support.facts import Claim, Fact
from verifier.support.found import (
    ELSEWHERE,
    FOUND,
    INFERRED,
    LESS_PRECISE,
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
_JUST = 0.05  # of a bound, within which a value is just above or below it
_CLEAR = 0.4  # by which a rival must be likelier than a value that agrees
_MANY_THINGS = 20  # from which on the last of many is told by its number
_YES = (numbers.Relation.FOUND, numbers.Relation.VARIANT)
_Scored = tuple[float, int, Number, numbers.Relation]
_SAID = {numbers.Relation.VARIANT: "rounded, or said otherwise"}


def of_number(fact: Fact, number: Number, claim: Claim, index: Index) -> Found:
    """Return what was found of a number."""
    related = ((each, numbers.relation(number, each)) for each in index.numbers if _one_kind(number, each))
    near = [(each, relation) for each, relation in related if relation in _YES or each.kind == number.kind]
    yes = [(each, relation) for each, relation in near if relation in _YES]
    rivals = tuple(
        _placed(each, index) for each, relation in near if relation is numbers.Relation.DIFFERENT and not each.vague
    )
    if number.mode != "exact":
        same = [pair for pair in yes if pair[0].value == number.value and pair[0].mode in (number.mode, "exact")]
        yes = same if number.mode in ("about", "nearly") else []
    if yes:
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
    clash, _, top, relation = close = _closest(number, scored) or max(scored, key=lambda each: each[:2])
    place = _placed(top, index, _SAID.get(relation, ""))
    if relation in _YES and clash >= _RELATED:
        return Found(fact, VARIANT if place.rule else FOUND, (place,), rivals=rivals)
    outside = next((where for where, each in index.outside_numbers if _supports(number, each)), "")
    if outside and clash < conflict.STRICT:
        return Found(fact, ELSEWHERE, outside=outside, rivals=rivals, weight=0.5)
    if relation is not numbers.Relation.DIFFERENT:
        return Found(fact, UNDECIDED, (place,), rivals=rivals, weight=LESS_PRECISE)
    supported = max((score for score, _, _, each in scored if each in _YES), default=0.0)
    is_open = supported > clash - _CLEAR and close is not _closest(number, scored)
    if number.vague or top.vague or _is_common(number) or is_open:
        clash = min(clash, conflict.NORMAL - 0.01)
    return Found(fact, NEVER, weight=_number_weight(number), rivals=(place, *rivals), clash=clash)


def _closest(number: Number, scored: Sequence[_Scored]) -> _Scored | None:
    """Return the related value of the page that is just above or below a bound, None where none is.

    Who writes "more than 250" has read a number a little above 250, or misread one a little below.
    """
    near = [each for each in scored if each[0] >= _RELATED and each[2].value > 0 and number.value > 0]
    found = min(near, key=lambda each: (abs(math.log(each[2].value / number.value)), -each[0]), default=None)
    if found is None or number.mode == "range" or abs(found[2].value - number.value) > _JUST * number.value:
        return None
    return found


def _is_common(number: Number) -> bool:
    """Tell whether a number is too common to contradict: "first", or a rank with a bound, whose better end is open."""
    return number.kind == "ordinal" and (number.value <= 1 or number.mode != "exact")


def _placed(value: Number | Date, index: Index, rule: str = "") -> Place:
    return Place(value.start, value.end, index.sentence_of(value.start), rule)


def _number_weight(number: Number) -> float:
    return 0.5 if number.kind == "ordinal" and number.value <= 3 else 1.0


def _one_kind(claim: Number, page: Number) -> bool:
    if claim.kind == page.kind:
        return not (claim.currency and page.currency) or claim.currency == page.currency
    kinds = {claim.kind, page.kind}
    if kinds == {"plain", "ordinal"}:
        return _is_numbered(claim, page) or _is_numbered(page, claim)
    return (kinds == {"plain", "money"} and claim.value >= 1_000) or kinds == {"percent", "mark"}


def _is_numbered(ordinal: Number, plain: Number) -> bool:
    """Tell whether "the fourth season" may be "season 4", or "the 500th point" one of "500 points"."""
    if ordinal.kind != "ordinal" or plain.mode != "exact":
        return False
    return plain.noun in ordinal.unit or (plain.value >= _MANY_THINGS and bool(set(plain.unit) & set(ordinal.unit)))


def _supports(claim: Number, page: Number) -> bool:
    return _one_kind(claim, page) and numbers.relation(claim, page) in (
        numbers.Relation.FOUND,
        numbers.Relation.VARIANT,
    )


def of_date(fact: Fact, date: Date, claim: Claim, index: Index) -> Found:
    """Return what was found of a date."""
    found = _of_date(fact, date, claim, index)
    return replace(found, is_today=True) if found.places and _is_today(date, index) else found


def _is_today(date: Date, index: Index) -> bool:
    """Tell whether a date names the day of publication, or the month."""
    if date.month is None or date.bound:
        return False
    return any(dates.relation(date, _of_day(each)) is dates.Relation.FOUND for each in index.published)


def _of_date(fact: Fact, date: Date, claim: Claim, index: Index) -> Found:
    if date.shift is not None or date.years is not None or (date.weekday is not None and not index.dates):
        return Found(fact, NOT_CHECKED)
    near = [(each, dates.relation(date, each)) for each in index.dates]
    rivals = tuple(_placed(each, index) for each, relation in near if relation is dates.Relation.DIFFERENT)
    yes = [each for each, relation in near if relation is dates.Relation.FOUND]
    if same := [each for each in yes if not date.bound or _is_the_bound(date, each)]:
        return Found(fact, FOUND, tuple(_placed(each, index) for each in same[:MANY]), rivals=rivals)
    if yes or rivals:
        top, relation, clash = _likeliest(fact, claim, index, near)
        if relation is dates.Relation.FOUND:
            return Found(fact, FOUND, (_placed(top, index),), rivals=rivals)
    else:
        top, clash = None, 0.0
    if inferred := implied.inferred(date, index) or implied.in_parts(date, index, near=True):
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
        if relation is dates.Relation.UNDECIDED
        and (by_year if each.month is None else by_month)
        and not implied.is_long(each)
    ]
    if apart := implied.in_parts(date, index, near=False):
        return Found(
            fact, UNDECIDED, tuple(apart[:MANY]), rivals=rivals, weight=LESS_PRECISE if index.published else 0.3
        )
    relative = [_placed(each, index) for each in _unresolved(fact, date, claim, index)]
    if relative := relative or implied.anchored(date, index):
        return Found(fact, UNDECIDED, tuple(relative[:MANY]), rivals=rivals, weight=0.3)
    if unsure and not (date.year is not None and not implied.has_year(date, index)):
        places = tuple(_placed(each, index) for each in unsure[:MANY])
        return Found(fact, UNDECIDED, places, rivals=rivals, weight=LESS_PRECISE)
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


def _is_the_bound(claim: Date, page: Date) -> bool:
    """Tell whether the page's date is the one that a claim says with "by" or "since", which allow it."""
    return claim.bound in dates.LOOSE and dates.relation(replace(claim, bound=""), page) is dates.Relation.FOUND


def _unresolved(fact: Fact, date: Date, claim: Claim, index: Index) -> list[Date]:
    """Return weekdays and words like "yesterday" that may mean the claim's day on a page of an unknown day.

    They stand among the claim's words; "today" is more often said of no day.
    """
    if index.published or date.day is None or date.month is None or date.bound:
        return []
    weekday = dt.date(date.year, date.month, date.day).weekday() if date.year is not None else None
    around = conflict.company(claim.words, fact, index.language)
    return [
        each
        for each in index.dates[:RIVALS]
        if (each.shift or each.weekday is not None)
        and (None in (each.weekday, weekday) or each.weekday == weekday)
        and conflict.score(around, fact, index, each) >= conflict.NORMAL
    ]


def _of_day(day: dt.date) -> Date:
    return Date(0, 0, day.year, day.month, day.day)
