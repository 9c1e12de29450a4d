"""Dates: every form that templates accept is read back, impossible days are named, and no text breaks the search."""

import calendar
import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import dates
from verifier.model.dates import Dates, Grain

Name = Callable[[int], str]
ODD_TEXT = st.text(st.sampled_from("0123456789-\u2013, .:abM\n\xa0\u0663") | st.characters(), max_size=40)
PIECES = st.lists(
    st.sampled_from(
        ["14", "3", "31st", "2016", "2016a", "16", "0", "99", "September", "Sept.", "May", "Summer", "-", "\u2013", ",",
         " ", "\xa0", " of ", "2016-02-30", "1583-01-01", "c. ", "\u0664", "\n", "(", "."]
    ),
    max_size=14,
).map("".join)  # fmt: skip
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
    assert (found.lo, found.hi.month) == (dt.date(year, found.hi.month - 2, 1), dates.SEASONS[season][1])


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


@given(st.integers(1583, 2099), st.integers(1, 12), st.integers(0, 39), NAMES)
def test_an_impossible_day_is_no_date_and_is_found(year: int, month: int, day: int, name: Name) -> None:
    written = name(month)
    forms = [f"{day} {written} {year}", f"{written} {day}, {year}", f"{year}-{month:02d}-{day:02d}"]
    good = 1 <= day <= calendar.monthrange(year, month)[1]

    for form in forms:
        text = f"The ferry sank on {form} near the pier."
        assert good == (dates.parse(form) is not None)
        assert dates.looks_like_date(form)
        assert ([] if good else [form]) == list(dates.impossible(text))


def test_months_beyond_twelve_are_impossible() -> None:
    assert list(dates.impossible("Opened 2016-13-01, closed 2016-00-10, sold 2016-12-10.")) == [
        "2016-13-01",
        "2016-00-10",
    ]


@given(st.lists(st.tuples(DAYS, st.sampled_from("dmi")), min_size=1, max_size=5))
def test_dates_in_running_text_are_found_where_they_stand(written: list[tuple[dt.date, str]]) -> None:
    forms = [
        f"{full(day.month)} {day.day}, {day.year}" if form == "m"
        else day.isoformat() if form == "i" else f"{day.day} {full(day.month)} {day.year}"
        for day, form in written
    ]  # fmt: skip
    text = "The mill burned on " + ", again on ".join(forms) + ", and never since."
    found = list(dates.find(text))

    assert [day for day, _ in written] == [each.dates.lo for each in found]
    assert forms == [text[each.start : each.end] for each in found]


def test_a_missing_year_is_the_last_one_that_a_fuller_date_gave() -> None:
    text = "On 3 May 2015 the 1998 team met. By 4 June it had won; in July 2016 it lost, and on 5 August it broke up."
    found = [str(each.dates) for each in dates.find(text)]

    assert found == ["2015-05-03", "1998", "2015-06-04", "2016-07", "2016-08-05"]
    assert [str(each.dates) for each in dates.find("In May 3 came, on 4 June 4 more.", default_year=1999)] == [
        "1999-05-03",
        "1999-06-04",
    ]
    assert not list(dates.find("The shop opens on 3 May."))


def test_a_search_stays_within_its_limits() -> None:
    text = "3 May 2015, 4 June 2016, 5 July 2017"
    found = [(each.start, each.end, str(each.dates)) for each in dates.find(text, 12, 23)]

    assert found == [(12, 23, "2016-06-04")]


@pytest.mark.parametrize("text", ["Marching in 12016 boots", "may 3", "room 2016b-7 no", "versions 1.2016", "x2016"])
def test_words_and_numbers_that_only_resemble_dates_have_no_day(text: str) -> None:
    assert not [each for each in dates.find(text, default_year=2000) if each.dates.is_day]


@settings(max_examples=300)
@given(ODD_TEXT | PIECES, st.none() | st.integers(1, 9999))
def test_any_text_is_searched_in_order_and_never_breaks(text: str, year: int | None) -> None:
    end = 0
    for found in dates.find(text, default_year=year):
        assert end <= found.start < found.end <= len(text)
        assert found.dates.lo <= found.dates.hi
        assert text[found.start : found.end] == found.dates.text
        end = found.end
    for day in dates.impossible(text):
        assert day in text
    if dates.parse(text, year) is not None:
        assert dates.looks_like_date(text)


@given(PIECES, st.integers(0, 30))
def test_a_match_starts_where_it_was_asked(text: str, position: int) -> None:
    found = dates.match(text, position, 2016)

    if found is not None:
        assert found.start == position
        assert found.dates.text == text[position : found.end]


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


@pytest.mark.parametrize(
    "text", ["In June 31 people were hurt.", "In June 31, people were hurt.", "In April 31 boats sank."]
)
def test_a_count_behind_a_month_is_no_impossible_day(text: str) -> None:
    assert list(dates.impossible(text)) == []
