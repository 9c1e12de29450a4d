"""Dates in running text are found where they stand, impossible days are named, and no text breaks the search."""

import calendar
import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import dates

NAMES = st.sampled_from([calendar.month_name, calendar.month_abbr])
DAYS = st.dates(dt.date(1583, 1, 1), dt.date(2099, 12, 31))
ODD_TEXT = st.text(st.sampled_from("0123456789-\u2013, .:abM\n\xa0\u0663") | st.characters(), max_size=40)
PIECES = st.lists(
    st.sampled_from(
        ["14", "3", "31st", "2016", "2016a", "16", "0", "99", "September", "Sept.", "May", "Summer", "-", "\u2013", ",",
         " ", "\xa0", " of ", "2016-02-30", "1583-01-01", "c. ", "\u0664", "\n", "(", "."]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(st.integers(1583, 2099), st.integers(1, 12), st.integers(0, 39), NAMES)
def test_an_impossible_day_is_no_date_and_is_found(year: int, month: int, day: int, names: Sequence[str]) -> None:
    written = names[month]
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
        f"{calendar.month_name[day.month]} {day.day}, {day.year}" if form == "m"
        else day.isoformat() if form == "i" else f"{day.day} {calendar.month_name[day.month]} {day.year}"
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


def test_a_year_that_opens_a_sentence_is_the_year_of_the_days_in_it() -> None:
    text = "It closed on 3 May 2016. In 2015, the fair took place at Bodmin 8 April. The 1998 fair was on 4 June."

    assert [str(each.dates.lo) for each in dates.find(text) if each.dates.is_day] == [
        "2016-05-03",
        "2015-04-08",
        "2015-06-04",
    ]


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


@pytest.mark.parametrize(
    "text", ["In June 31 people were hurt.", "In June 31, people were hurt.", "In April 31 boats sank."]
)
def test_a_count_behind_a_month_is_no_impossible_day(text: str) -> None:
    assert list(dates.impossible(text)) == []
