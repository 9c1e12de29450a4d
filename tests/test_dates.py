"""Dates: every form that templates accept is read back, and each is shown as short as it is known."""

import calendar
import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import dates
from verifier.model.dates import Dates, Grain

Name = Callable[[int], str]
DAYS = st.dates(dt.date(1583, 1, 1), dt.date(2099, 12, 31))
PAIRS = st.tuples(DAYS, DAYS).map(sorted)
LETTERS = st.sampled_from(["", "a", "b"])
DASHES = st.sampled_from(["\u2013", " \u2013 ", "-", "\u2212"])


def full(number: int) -> str:
    return calendar.month_name[number]


def short(number: int) -> str:
    return calendar.month_abbr[number]


NAMES: st.SearchStrategy[Name] = st.sampled_from([full, short])


@given(DAYS, NAMES, LETTERS)
def test_a_day_is_read_back_from_every_form(day: dt.date, name: Name, letter: str) -> None:
    month = name(day.month)
    forms = {
        "dmy": [f"{day.day} {month} {day.year}{letter}", f"{day.day:02d} {month} {day.year}"],
        "mdy": [f"{month} {day.day}, {day.year}{letter}", f"{month} {day.day} {day.year}"],
        "iso": [day.isoformat()],
    }

    for style, texts in forms.items():
        for text in texts:
            assert Dates(day, day, Grain.DAY, text, style) == dates.parse(text)


@given(DAYS, st.data(), DASHES, NAMES, LETTERS)
def test_days_of_one_month(day: dt.date, data: st.DataObject, dash: str, name: Name, letter: str) -> None:
    last = day.replace(day=data.draw(st.integers(day.day, calendar.monthrange(day.year, day.month)[1])))
    month = name(day.month)

    for text, style in (
        (f"{day.day}{dash}{last.day} {month} {day.year}{letter}", "dmy"),
        (f"{month} {day.day}{dash}{last.day}, {day.year}{letter}", "mdy"),
    ):
        assert Dates(day, last, Grain.DAY, text, style) == dates.parse(text)


@given(PAIRS, DASHES, NAMES, LETTERS)
def test_days_of_two_months(pair: list[dt.date], dash: str, name: Name, letter: str) -> None:
    first, last = sorted(each.replace(year=pair[0].year, day=min(each.day, 28)) for each in pair)
    one, two = name(first.month), name(last.month)

    for text, style in (
        (f"{first.day} {one}{dash}{last.day} {two} {last.year}{letter}", "dmy"),
        (f"{one} {first.day}{dash}{two} {last.day}, {last.year}{letter}", "mdy"),
    ):
        assert Dates(first, last, Grain.DAY, text, style) == dates.parse(text)


@given(PAIRS, DASHES, NAMES, LETTERS)
def test_days_of_two_years(pair: list[dt.date], dash: str, name: Name, letter: str) -> None:
    first, last = pair
    one, two = name(first.month), name(last.month)

    american = f"{one} {first.day}, {first.year}{dash}{two} {last.day}, {last.year}{letter}"
    british = f"{first.day} {one} {first.year}{dash}{last.day} {two} {last.year}{letter}"

    assert Dates(first, last, Grain.DAY, american, "mdy") == dates.parse(american)
    assert Dates(first, last, Grain.DAY, british, "dmy") == dates.parse(british)


@given(PAIRS, DASHES, NAMES, LETTERS)
def test_months(pair: list[dt.date], dash: str, name: Name, letter: str) -> None:
    first, last = pair
    one, two = name(first.month), name(last.month)
    begin = first.replace(day=1)
    end = last.replace(day=calendar.monthrange(last.year, last.month)[1])
    same_year = end.replace(year=begin.year, day=calendar.monthrange(begin.year, end.month)[1])

    single = f"{two} {last.year}{letter}"
    both = f"{one} {first.year}{dash}{two} {last.year}{letter}"
    brief = f"{one}{dash}{two} {begin.year}{letter}"
    forward = Dates(begin, same_year, Grain.MONTH, brief, "my") if begin.month <= end.month else None

    assert Dates(end.replace(day=1), end, Grain.MONTH, single, "my") == dates.parse(single)
    assert Dates(begin, end, Grain.MONTH, both, "my") == dates.parse(both)
    assert forward == dates.parse(brief)


@given(st.sampled_from(sorted(dates.SEASONS)), st.integers(1000, 2999), LETTERS)
def test_seasons_are_months(season: str, year: int, letter: str) -> None:
    found = dates.parse(f"{season} {year}{letter}")

    assert found is not None
    assert found.grain is Grain.MONTH
    assert (found.lo, found.hi.month) == (dt.date(year, dates.SEASONS[season][0], 1), dates.SEASONS[season][1])


@given(st.integers(1000, 2900), st.integers(1, 99), LETTERS)
def test_years(year: int, more: int, letter: str) -> None:
    one = dates.parse(f"{year}{letter}")
    many = dates.parse(f"{year}\u2013{year + more}{letter}")
    brief = dates.parse(f"{year}\u2013{(year + more) % 100:02d}")

    assert one is not None
    assert many is not None
    assert (dt.date(year, 1, 1), dt.date(year, 12, 31), Grain.YEAR) == (one.lo, one.hi, one.grain)
    assert (dt.date(year, 1, 1), dt.date(year + more, 12, 31), Grain.YEAR) == (many.lo, many.hi, many.grain)
    if (year + more) // 100 != year // 100:
        assert brief is None
    elif (year + more) % 100 < 40:
        assert brief is not None
        assert (many.lo, many.hi) == (brief.lo, brief.hi)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("c. 1945", "1945"),
        ("circa 1945", "1945"),
        (" 14 Sept. 2016. ", "2016-09-14"),
        ("Sept. 14, 2016", "2016-09-14"),
        ("14th of May 2016", "2016-05-14"),
        ("1st May, 2016", "2016-05-01"),
        ("29 February 2016", "2016-02-29"),
        ("3\xa0May\xa02016", "2016-05-03"),
        ("3\nMay 2016", "2016-05-03"),
        ("Spring 2016", "2016-03-01/2016-05-31"),
    ],
)
def test_what_rendered_text_shows_beside_the_template_forms(text: str, iso: str) -> None:
    assert iso == str(dates.parse(text))


@pytest.mark.parametrize(
    "text",
    ["1 2 3 4 5 6 7 8 9 10 11 12",
     "", "n.d.", "16", "0999", "10000", "may 2016", "Mayor 2016", "3 Mai 2016", "2016-05-03a", "14.09.2016",
     "2016 2017",
     "at 3 May 2016", "15\u201314 May 2016", "3 May \u2013 2 May 2016", "Oct\u2013Sep 2016", "2016\u20132016"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert dates.parse(text) is None


def test_a_day_without_a_year_takes_the_year_it_is_given() -> None:
    assert dates.parse("3 May") is None
    assert str(dates.parse("3 May", 2016)) == "2016-05-03"
    assert str(dates.parse("29 February", 2016)) == "2016-02-29"
    assert dates.parse("29 February", 2015) is None
    assert dates.looks_like_date("29 February")


def test_month_names_are_given_for_real_months_only() -> None:
    assert [dates.month_name(number) for number in (0, 1, 12, 13, -1)] == ["", "January", "December", "", ""]


@pytest.mark.parametrize(
    ("lo", "hi", "grain", "shown"),
    [
        ("2016-01-01", "2016-12-31", Grain.YEAR, "2016"),
        ("2016-01-01", "2017-12-31", Grain.YEAR, "2016-01-01/2017-12-31"),
        ("2016-02-01", "2016-02-29", Grain.MONTH, "2016-02"),
        ("2016-02-01", "2016-03-31", Grain.MONTH, "2016-02-01/2016-03-31"),
        ("2016-02-03", "2016-02-03", Grain.DAY, "2016-02-03"),
        ("2016-02-03", "2016-02-04", Grain.DAY, "2016-02-03/2016-02-04"),
    ],
)
def test_dates_are_shown_as_short_as_they_are_known(lo: str, hi: str, grain: Grain, shown: str) -> None:
    assert shown == str(Dates(dt.date.fromisoformat(lo), dt.date.fromisoformat(hi), grain))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("3 May 2016", "on 2016-05-03"),
        ("May 2016", "in 2016-05"),
        ("2016", "in 2016"),
        ("3\u20135 May 2016", "in 2016-05-03/2016-05-05"),
    ],
)
def test_dates_are_told_with_their_preposition(text: str, when: str) -> None:
    found = dates.parse(text)

    assert found is not None
    assert when == found.when


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("14 September 2016 \u2013 15 October 2017", "2016-09-14/2017-10-15"),
        ("14 September 2016\u201315 October 2017", "2016-09-14/2017-10-15"),
        ("1939\u201345", "1939-01-01/1945-12-31"),
        ("1939-45", "1939-01-01/1945-12-31"),
        ("Winter 2016\u201317", "2016-12-01/2017-03-31"),
        ("Winter 2016\u20132017", "2016-12-01/2017-03-31"),
        ("Winter 2016\u201314", "None"),
        ("Winter 2016\u201318", "None"),
    ],
)
def test_two_digits_behind_a_year_are_a_year_or_a_day(text: str, iso: str) -> None:
    assert iso == str(dates.parse(text))
