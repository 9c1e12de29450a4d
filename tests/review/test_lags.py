"""Dates of sources against the day of an event: told in words, right at the borders, silent where nothing is known."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.model.report import EntryRow, EventRow
from verifier.review.lags import interval, told


def _entry(published: str | None = None, accessed: str | None = None, archived: str | None = None) -> EntryRow:
    return {"published": published, "accessed": accessed, "archived": archived}  # type: ignore[typeddict-item]


def _event(date: str, *, inherited: bool = False) -> EventRow:
    return {"date": date, "inherited": inherited}


@pytest.mark.parametrize(
    ("event", "published", "words"),
    [
        ("2016-09-10", "2016-09-10", "the event on 2016-09-10; published 2016-09-10 (the same day)"),
        ("2016-09-10", "2016-09-11", "the event on 2016-09-10; published 2016-09-11 (1 day later)"),
        ("2016-09-10", "2016-08-31", "the event on 2016-09-10; published 2016-08-31 (10 days before it)"),
        ("2016-09-10/2016-09-12", "2016-09-11", "the event on 2016-09-10/2016-09-12; published 2016-09-11"),
        ("2016-09", "2016-10-01", "the event in 2016-09; published 2016-10-01 (1 day later)"),
        ("2016-02", "2016", "the event in 2016-02; published 2016"),
    ],
)
def test_a_lag_is_told_where_it_is_known(event: str, published: str, words: str) -> None:
    assert words == told(_event(event), _entry(published))


def test_after_an_inherited_day_no_lag_is_told_but_a_source_before_it_is() -> None:
    event = _event("2016-09-10", inherited=True)

    assert "the event not before 2016-09-10; published 2016-09-12" == told(event, _entry("2016-09-12"))
    assert told(event, _entry("2016-09-01")).endswith("published 2016-09-01 (9 days before it)")


def test_without_dates_nothing_is_told() -> None:
    assert "" == told(None, _entry())
    assert "" == told(_event("2016-09-10"), _entry())
    assert "archived 2018-01-01" == told(None, _entry(archived="2018-01-01"))


@settings(deadline=None)
@given(st.dates())
def test_the_interval_of_a_day_a_month_and_a_year(day: dt.date) -> None:
    assert (day.toordinal(), day.toordinal()) == interval(day.isoformat())
    if day.year < 9999:
        month, year = interval(day.isoformat()[:7]), interval(day.isoformat()[:4])
        assert month is not None
        assert year is not None
        assert year[0] <= month[0] <= day.toordinal() <= month[1] <= year[1]
        assert dt.date.fromordinal(month[1] + 1).day == 1 == dt.date.fromordinal(year[1] + 1).month


@settings(deadline=None)
@given(st.text("0123456789-/ ?", max_size=24))
def test_no_text_is_too_odd(text: str) -> None:
    found = interval(text)

    assert found is None or isinstance(found[0], int)
