"""Dates as the wikis write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.citations.cs1 import days, names


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("3 May 2016", "2016-05-03"),
        ("May 3, 2016", "2016-05-03"),
        ("2016-05-03", "2016-05-03"),
        ("2016-5-3", "2016-05-03"),
        ("03.05.2016", "2016-05-03"),
        ("3. Mai 2016", "2016-05-03"),
        ("1er mai 2016", "2016-05-01"),
        ("3 de mayo de 2016", "2016-05-03"),
        ("3 травня 2016", "2016-05-03"),
        ("3 Травня 2016 року", "2016-05-03"),
        ("15 Μαΐου 2010", "2010-05-15"),
        ("২৩ মে ২০১২", "2012-05-23"),
        ("২৩ মে, ২০১২", "2012-05-23"),
        ("जानेवारी २०१२", "2012-01"),
        ("2021年5月3日", "2021-05-03"),
        ("2021年5月", "2021-05"),
        ("2021年", "2021"),
        ("c. 1945", "1945"),
        ("Spring\u2013Summer 2016", "2016-03-01/2016-08-31"),
        ("Fall\u2013Winter 2016", "2016-09-01/2017-03-31"),
        ("Christmas 2016", "2016-12"),
    ],
)
def test_a_date_is_read_in_its_language(written: str, read: str) -> None:
    found = days.read(written)

    assert found is not None
    assert read == str(found)


@pytest.mark.parametrize(
    "written", ["", "n.d.", "3/5/2016", "31 травня", "31 листопада 2016", "soon", "{{date}}", "1" * 500]
)
def test_what_is_no_date_is_none(written: str) -> None:
    assert days.read(written) is None


def test_the_words_are_kept_and_only_english_ones_have_a_style() -> None:
    english, foreign = days.read("3 May 2016"), days.read("3 травня 2016")

    assert english is not None
    assert foreign is not None
    assert ("3 May 2016", "dmy") == (english.text, english.style)
    assert ("3 травня 2016", "") == (foreign.text, foreign.style)


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(["de", "fr", "es", "pt", "bn", "mr", "uk", "ru", "el"]),
)
def test_a_day_is_read_with_the_months_of_every_language(day: dt.date, language: str) -> None:
    wiki = names.wiki(language)
    assert wiki is not None
    assert wiki.months is not None
    for month in (name for name, number in wiki.months.items() if number == day.month and name in names.months()):
        found = days.read(f"{day.day} {month} {day.year}")

        assert found is not None
        assert (day, day) == (found.lo, found.hi)


@given(st.text())
def test_any_text_is_read_or_not(text: str) -> None:
    days.read(text)
