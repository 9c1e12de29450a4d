"""Find where a page means a date that it does not print whole: seen from its day of publication, or in parts."""

import datetime as dt
from dataclasses import replace

from verifier.support import dates
from verifier.support.dates import Date
from verifier.support.found import Place
from verifier.support.index import Index

_ANCHORS = 40  # dates of a page, of which weekdays are held against full ones
_NEXT = 50  # dates before and behind one, among which its year is looked for


def is_long(date: Date) -> bool:
    """Tell whether a date is a span of years, as of a life: that is no less precise statement of a day in it."""
    return date.last is not None and date.year is not None and date.last > date.year + 1


def has_year(claim: Date, index: Index) -> bool:
    """Tell whether the page names the claim's year somewhere."""
    return any(_years_meet(claim, each) for each in index.dates)


def inferred(claim: Date, index: Index) -> list[Place]:
    """Return where a weekday, "yesterday" or a date without year means the claim's date, seen from publication."""
    found = []
    for each in index.dates:
        if each.year is not None and each.weekday is None:
            continue
        for day in index.published:
            if any(dates.relation(claim, meant) is dates.Relation.FOUND for meant in dates.resolve(each, day)):
                rule = f"seen from the publication on {day.isoformat()}"
                found.append(Place(each.start, each.end, index.sentence_of(each.start), rule))
                break
    return found


def anchored(claim: Date, index: Index) -> list[Place]:
    """Return where a weekday on a page of an unknown day may be the claim's: by a full date of the page it is that day.

    The page may print such a date beside a picture, or of what came after.
    """
    if index.published or claim.day is None or claim.month is None or claim.bound not in ("", *dates.LOOSE):
        return []
    plain = replace(claim, bound="")
    known = [each for each in index.dates[:_ANCHORS] if each.is_full and not each.bound]
    days = {dt.date(each.year or 1, each.month or 1, each.day or 1) for each in known}
    return [
        Place(each.start, each.end, index.sentence_of(each.start), "that weekday of the week of a date on the page")
        for each in index.dates[:_ANCHORS]
        if each.weekday is not None
        and any(
            dates.relation(plain, meant) is dates.Relation.FOUND for day in days for meant in dates.resolve(each, day)
        )
    ]


def in_parts(claim: Date, index: Index, *, near: bool) -> list[Place]:
    """Return where day and month stand together, if the year stands elsewhere on the page.

    `near`: only where the year is the last one said before the date, the next one behind it, or that of publication.
    """
    if claim.year is None or claim.month is None or not (has_year(claim, index) or _on_day(claim, index)):
        return []
    found = []
    for place, each in enumerate(index.dates):
        if each.year is None and each.month == claim.month and each.day == claim.day:
            said = _on_day(claim, index) or not near or _is_near(claim, place, index)
            if said:
                rule = "the year stands elsewhere on the page"
                found.append(Place(each.start, each.end, index.sentence_of(each.start), rule))
    return found


def _is_near(claim: Date, place: int, index: Index) -> bool:
    """Tell whether the last year before a date of the page, or the next one behind it, is the claim's."""
    before = (each for each in reversed(index.dates[max(0, place - _NEXT) : place]) if each.year is not None)
    behind = (each for each in index.dates[place + 1 : place + 1 + _NEXT] if each.year is not None)
    return any(_years_meet(claim, each) for each in (next(before, None), next(behind, None)) if each is not None)


def _years_meet(claim: Date, page: Date) -> bool:
    if claim.year is None or page.year is None or is_long(page):
        return False
    return page.year <= claim.year <= (page.last or page.year)


def _on_day(claim: Date, index: Index) -> bool:
    return any(day.year == claim.year for day in index.published)
