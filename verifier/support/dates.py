"""Read the dates of a text with just the precision they have, and tell how a date of a claim and one of a page relate.

Unlike verifier/dates.py, which reads citations into intervals, a date here may lack its year or be a day of the week,
may be in any language with a file, and is resolved against the page's publication, never filled in.
"""

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from verifier.support.language import Language
from verifier.support.words import Word
from verifier.values import frozen

_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")
_ENDS = frozenset(("st", "nd", "rd", "th"))
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
LOOSE = ("until", "since")
_MONTHS, _NEAR = 11, 6  # from publication within which a date without a year lies, in its own year and in the next


class Relation(StrEnum):
    """How a date of the page stands to one of the claim."""

    FOUND = "found"
    UNDECIDED = "undecided"
    DIFFERENT = "different"
    UNRELATED = "unrelated"


@frozen
class Date:
    """One date from `start` to `end`: only what is stated is set. `last` is the last year of a range or decade.

    `weekday` counts from Monday, 0; `shift` is the number of days from today that a relative word names; `swapped` is
    the second reading of 3/4/2016; `years` is the number of years from this one that "last year" names. `bound` is
    "before", "after", "until" or "since" where it limits and does not name a time: the last two allow the time itself.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: int | None = None
    weekday: int | None = None
    shift: int | None = None
    bound: str = ""
    swapped: bool = False
    years: int | None = None

    @property
    def is_full(self) -> bool:
        """Tell whether year, month and day are stated."""
        return None not in (self.year, self.month, self.day)


def relation(claim: Date, page: Date) -> Relation:
    """Return how the page's date stands to the claim's, part by part."""
    if claim.weekday is not None or page.weekday is not None:
        if claim.weekday is None or page.weekday is None:
            return Relation.UNRELATED
        return Relation.FOUND if claim.weekday == page.weekday else Relation.DIFFERENT
    if claim.bound or page.bound:
        return _bounded(claim, page)
    return min((_plain(claim, each) for each in _readings(page)), key=list(Relation).index)


def _readings(date: Date) -> Iterator[Date]:
    yield date
    if date.swapped:
        yield replace(date, month=date.day, day=date.month)


def _plain(claim: Date, page: Date) -> Relation:
    shared = missing = False
    for ours, theirs in ((claim.year, page.year), (claim.month, page.month), (claim.day, page.day)):
        if ours is None:
            continue
        if theirs is None:
            missing = True
        elif ours == theirs or (ours == claim.year and theirs == page.year and _years_meet(claim, page)):
            shared = True
        else:
            return Relation.DIFFERENT
    if not shared:
        return Relation.UNRELATED
    return Relation.UNDECIDED if missing else Relation.FOUND


def _years_meet(claim: Date, page: Date) -> bool:
    first, second = claim.year or 0, page.year or 0
    return first <= (page.last or second) and second <= (claim.last or first)


def _bounded(claim: Date, page: Date) -> Relation:
    """Compare on the coarsest parts that both state; a bound on the page decides nothing."""
    if claim.year is None or page.year is None:
        return Relation.UNRELATED
    parts = [
        (ours, theirs)
        for ours, theirs in ((claim.year, page.year), (claim.month, page.month), (claim.day, page.day))
        if ours is not None and theirs is not None
    ]
    ours, theirs = [each[0] for each in parts], [each[1] for each in parts]
    if ours == theirs:
        if page.bound:
            return Relation.FOUND if claim.bound == page.bound or not claim.bound else Relation.UNDECIDED
        if (claim.month is None) != (page.month is None) or (claim.day is None) != (page.day is None):
            return Relation.FOUND if claim.bound in LOOSE else Relation.UNDECIDED
        return Relation.FOUND if claim.bound in LOOSE else Relation.DIFFERENT
    if page.bound:
        return Relation.UNDECIDED
    return Relation.FOUND if (theirs < ours) == (claim.bound in ("before", "until")) else Relation.DIFFERENT


def resolve(date: Date, published: dt.date) -> tuple[Date, ...]:
    """Return what a weekday, "yesterday" or "last year" means on a page of that day, or a date with its year.

    A weekday is the latest such day that is not after publication; a missing year is that of publication, or the one
    beside it that puts the date within half a year: "in December", said in January, is the one that was.
    """
    if date.years is not None:
        return (Date(date.start, date.end, published.year + date.years),)
    if date.weekday is not None or date.shift is not None:
        back = (published.weekday() - (date.weekday or 0)) % 7 if date.weekday is not None else -(date.shift or 0)
        try:
            day = published - dt.timedelta(days=back)
        except OverflowError:
            return ()
        return (Date(date.start, date.end, day.year, day.month, day.day),)
    if date.year is None and date.month is not None:
        ahead = date.month - published.month
        years = [published.year + step for step in (0, -1, 1) if abs(ahead + 12 * step) <= (_NEAR if step else _MONTHS)]
        return tuple(replace(date, year=year) for year in years)
    return ()


def read(words: Sequence[Word], language: Language) -> list[tuple[Date, range]]:
    """Return the dates in order, each with the places of its words."""
    found: list[tuple[Date, range]] = []
    place = 0
    while place < len(words):
        made = _at(words, place, language)
        if made is None:
            place += 1
            continue
        date, after = made
        bound = _bound(words, place, language)
        found.append((replace(date, bound=bound), range(place, after)))
        place = after
    return found


def _bound(words: Sequence[Word], place: int, language: Language) -> str:
    """Return the bound that the word or the two words before a date set."""
    before = [each.fold for each in words[max(0, place - 2) : place]]
    two = language.date_bounds.get("-".join(before), "") if len(before) > 1 else ""
    return two or (language.date_bounds.get(before[-1], "") if before else "")


def _at(words: Sequence[Word], place: int, language: Language) -> tuple[Date, int] | None:
    word = words[place]
    if word.kind == "figure":
        day = _numeric(words, place) or _day_first(words, place, language)
        return day or (None if _counts(words, place, language) else _year(words, place))
    if word.kind != "word":
        return None
    if word.fold in language.months and (word.capital or word.fold not in ("may", "march", "mar", "jan", "sep")):
        return _month_first(words, place, language)
    if word.fold in language.weekdays and word.capital:
        return Date(word.start, word.end, weekday=language.weekdays[word.fold]), place + 1
    if place + 1 < len(words) and (word.fold, words[place + 1].fold) in language.relative_years:
        years = language.relative_years[word.fold, words[place + 1].fold]
        return Date(word.start, words[place + 1].end, years=years), place + 2
    if word.fold in language.relative_days:
        return Date(word.start, word.end, shift=language.relative_days[word.fold]), place + 1
    return None


def _counts(words: Sequence[Word], place: int, language: Language) -> bool:
    """Tell whether a comparator of counts stands before a figure: "more than 1600 cases" names no year."""
    before = tuple(each.fold for each in words[max(0, place - 2) : place])
    return language.comparators.get(before) in ("more", "least", "less")


def _numeric(words: Sequence[Word], place: int) -> tuple[Date, int] | None:
    """Read 2016-04-08, 8/4/2016 and 8.4.2016."""
    first = words[place]
    if first.fold.count(".") == 2:
        return _checked(first.start, first.end, first.fold.split("."), place + 1, day_first=True)
    if place + 4 >= len(words) or words[place + 1].fold not in (*_DASHES, "/"):
        return None
    run = words[place : place + 5]
    if run[3].fold != run[1].fold or any(b.start != a.end for a, b in pairwise(run)):
        return None
    parts = [run[0].fold, run[2].fold, run[4].fold]
    iso = len(parts[0]) == 4
    return _checked(run[0].start, run[4].end, parts[::-1] if iso else parts, place + 5, day_first=iso)


def _checked(start: int, end: int, parts: list[str], after: int, *, day_first: bool) -> tuple[Date, int] | None:
    if not all(each.isdecimal() and len(each) <= 4 for each in parts) or len(parts[2]) != 4:
        return None
    first, second, year = map(int, parts)
    if day_first or first > 12:
        date = Date(start, end, year, second, first)
    else:
        date = Date(start, end, year, first, second, swapped=second <= 12)
    return (date, after) if _possible(date) else None


def _possible(date: Date) -> bool:
    if date.year is not None and not _FIRST_YEAR <= date.year <= _LAST_YEAR:
        return False
    if date.month is not None and not 1 <= date.month <= 12:
        return False
    longest = 31 if date.month is None else calendar.monthrange(date.year or 2000, date.month)[1]
    return date.day is None or 1 <= date.day <= longest


def _day_first(words: Sequence[Word], place: int, language: Language) -> tuple[Date, int] | None:
    """Read "3 May 2016", "3rd of May", "3. Mai 2016"."""
    day, after = words[place], place + 1
    if not day.fold.isdecimal() or len(day.fold) > 2:
        return None
    if _is(words, after, _ENDS) and words[after].start == day.end:
        after += 1
    if language.ordinal_dot and _is(words, after, {"."}):
        after += 1
    if language.day_of and _is(words, after, {language.day_of}):
        after += 1
    if after >= len(words) or words[after].fold not in language.months:
        return None
    date = Date(day.start, words[after].end, None, language.months[words[after].fold], int(day.fold))
    return _with_year(words, date, after + 1)


def _month_first(words: Sequence[Word], place: int, language: Language) -> tuple[Date, int] | None:
    """Read "May 3, 2016", "May 2016" and "May"."""
    month, after = words[place], place + 1
    if _is(words, after, {"."}) and len(month.fold) <= 4:
        after += 1
    date = Date(month.start, month.end, None, language.months[month.fold])
    if language.month_first and after < len(words) and words[after].fold.isdecimal() and len(words[after].fold) <= 2:
        date, after = replace(date, day=int(words[after].fold), end=words[after].end), after + 1
        if _is(words, after, _ENDS) and words[after].start == words[after - 1].end:
            after += 1
    elif month.fold in ("may", "march") and not _is_year(words, after):
        return None  # a verb as often as a month
    return _with_year(words, date, after)


def _with_year(words: Sequence[Word], date: Date, after: int) -> tuple[Date, int] | None:
    comma = after + 1 if _is(words, after, {","}) else after
    if _is_year(words, comma):
        date, after = replace(date, year=int(words[comma].fold), end=words[comma].end), comma + 1
    return (date, after) if _possible(date) else None


def _is_year(words: Sequence[Word], place: int) -> bool:
    if place >= len(words):
        return False
    fold = words[place].fold
    return fold.isdecimal() and fold.isascii() and len(fold) == 4 and _FIRST_YEAR <= int(fold) <= _LAST_YEAR


def _year(words: Sequence[Word], place: int) -> tuple[Date, int] | None:
    """Read a year, "2018-19", "2018-2020" and "the 1990s"; not what has a currency sign or counts something."""
    if not _is_year(words, place) or (place and words[place - 1].fold in "$\u00a3\u20ac#"):
        return None
    word, after, year = words[place], place + 1, int(words[place].fold)
    if ranged := _years(words, place):
        return ranged
    if year < 1500 or (_is(words, after, {"%"}) and words[after].start == word.end):
        return None
    if _is(words, after, {"s"}) and words[after].start == word.end:
        return Date(word.start, words[after].end, year, last=year + 9), after + 1
    if after < len(words) and words[after].kind == "word" and words[after].start == word.end:
        return None
    return Date(word.start, word.end, year), after


def _years(words: Sequence[Word], place: int) -> tuple[Date, int] | None:
    """Read "2018-19" and "1491-1510"."""
    word, after, year = words[place], place + 1, int(words[place].fold)
    if not (after + 1 < len(words) and words[after].fold in _DASHES and words[after + 1].fold.isdecimal()):
        return None
    tail = words[after + 1].fold
    last = int(word.fold[: 4 - len(tail)] + tail) if len(tail) in ((2, 4) if year >= 1500 else (4,)) else 0
    if year < last <= min(year + 100, _LAST_YEAR) and words[after].start == word.end:
        return Date(word.start, words[after + 1].end, year, last=last), after + 2
    return None


def _is(words: Sequence[Word], place: int, folds: frozenset[str] | set[str]) -> bool:
    return place < len(words) and words[place].fold in folds
