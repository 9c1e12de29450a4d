"""Dates with the precision they have, in the words of each language, and what they mean on a page of a known day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.support import dates
from verifier.support.dates import Date, Relation
from verifier.support.language import language
from verifier.support.words import cut

FRIDAY = dt.date(2016, 4, 8)


def read(text: str, tag: str = "en") -> list[Date]:
    return [date for date, _ in dates.read(list(cut(text)), language(tag))]


def parts(date: Date) -> tuple[int | None, int | None, int | None]:
    return date.year, date.month, date.day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 7 April 2016", (2016, 4, 7)),
        ("on April 7th, 2016", (2016, 4, 7)),
        ("the 7th of April 2016", (2016, 4, 7)),
        ("2016-04-07", (2016, 4, 7)),
        ("in April 2016", (2016, 4, None)),
        ("in 2016", (2016, None, None)),
        ("on 7 April", (None, 4, 7)),
        ("7/4/2016", (2016, 7, 4)),
        ("31.12.2016", (2016, 12, 31)),
        ("painted 1491–1510", (1491, None, None)),
    ],
)
def test_only_what_is_stated_is_read(text: str, expected: tuple[int | None, int | None, int | None]) -> None:
    assert parts(read(text)[0]) == expected


@pytest.mark.parametrize(
    "text", ["you may go", "they march on", "0000-00-00", "9999999", "in 500", "more than 1600 cases"]
)
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("am 3. März 2016", (2016, 3, 3)), ("im Jänner 2016", (2016, 1, None)), ("3.4.2016", (2016, 4, 3))],
)
def test_german_dates_are_read_day_first(text: str, expected: tuple[int | None, int | None, int | None]) -> None:
    assert parts(read(text, "de")[0]) == expected


@pytest.mark.parametrize(
    ("claim", "page", "expected"),
    [
        ("7 April 2016", "7 April 2016", Relation.FOUND),
        ("April 2016", "7 April 2016", Relation.FOUND),
        ("7 April 2016", "April 2016", Relation.UNDECIDED),
        ("17 April 2016", "7 April 2016", Relation.DIFFERENT),
        ("2019", "2018–19", Relation.FOUND),
        ("1994", "the 1990s", Relation.FOUND),
        ("before June 2012", "May 2012", Relation.FOUND),
        ("before June 2012", "June 2012", Relation.DIFFERENT),
        ("by June 2012", "June 2012", Relation.FOUND),
        ("prior to 1967", "11 April 1966", Relation.FOUND),
        ("c. 1491–1510", "around 1500", Relation.FOUND),
        ("4 July 2016", "7/4/2016", Relation.FOUND),
        ("7 April 2016", "7/4/2016", Relation.FOUND),
    ],
)
def test_two_dates_relate_by_what_both_state(claim: str, page: str, expected: Relation) -> None:
    assert dates.relation(read(claim)[0], read(page)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Thursday", (2016, 4, 7)),
        ("yesterday", (2016, 4, 7)),
        ("on 7 April", (2016, 4, 7)),
        ("on 2 November", (2015, 11, 2)),
        ("last year", (2015, None, None)),
    ],
)
def test_relative_words_are_seen_from_the_publication(text: str, expected: tuple[int, int, int]) -> None:
    assert expected in map(parts, dates.resolve(read(text)[0], FRIDAY))


def test_a_date_without_a_year_is_of_the_next_year_only_within_half_a_year() -> None:
    assert [each.year for each in dates.resolve(read("on 2 May")[0], dt.date(2018, 3, 23))] == [2018]
    assert [each.year for each in dates.resolve(read("on 2 December")[0], dt.date(2018, 1, 9))] == [2018, 2017]


@given(st.text(alphabet="0123456789 -/.,thAprilMyeodc", max_size=80))
def test_dates_of_any_text_are_possible_and_in_it(text: str) -> None:
    for each in read(text):
        assert 0 <= each.start < each.end <= len(text)
        assert each.month is None or 1 <= each.month <= 12
        assert each.day is None or 1 <= each.day <= 31
