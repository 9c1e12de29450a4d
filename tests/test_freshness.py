"""How long an answer counts."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.freshness import is_fresh
from verifier.model.evidence import ArchiveVerdict

DAY = dt.date(2026, 11, 24)
URL = "https://web.archive.org/web/20200102030405/http://example.org/"


def fresh_days(verdict: ArchiveVerdict, url: str = URL, first: dt.date = DAY) -> int:
    """Return how many days after DAY the verdict is asked again."""
    at = f"{DAY}T12:00:00Z"
    for days in range(200):
        if not is_fresh(verdict, url, f"{first}T12:00:00Z", at, DAY + dt.timedelta(days=days)):
            return days
    raise AssertionError("for ever")


@pytest.mark.parametrize(
    ("verdict", "days"),
    [
        (ArchiveVerdict.PRESENT, 90),
        (ArchiveVerdict.SOFT_404, 30),
        (ArchiveVerdict.EXCLUDED, 7),
        (ArchiveVerdict.ABSENT, 1),
        (ArchiveVerdict.UNKNOWN, 0),
    ],
)
def test_the_better_the_answer_the_longer_it_counts(verdict: ArchiveVerdict, days: int) -> None:
    assert days * 0.8 - 1 <= fresh_days(verdict) <= days * 1.2 + 1
    assert (fresh_days(verdict) == 0) == (days == 0)


def test_what_was_missing_twice_counts_for_a_week() -> None:
    assert fresh_days(ArchiveVerdict.ABSENT) == 1
    assert 5 <= fresh_days(ArchiveVerdict.ABSENT, first=DAY - dt.timedelta(days=1)) <= 9


def test_what_needed_no_answer_is_fresh_and_what_got_none_is_not() -> None:
    assert is_fresh(ArchiveVerdict.MALFORMED, URL, "", "", DAY)
    assert not is_fresh(ArchiveVerdict.UNKNOWN, URL, "", "", DAY)


@given(st.text())
def test_not_all_falls_due_on_one_day_and_always_on_the_same(url: str) -> None:
    assert 70 <= fresh_days(ArchiveVerdict.PRESENT, url) <= 110
    assert fresh_days(ArchiveVerdict.PRESENT, url) == fresh_days(ArchiveVerdict.PRESENT, url)


def test_a_clock_that_was_set_back_makes_nothing_old() -> None:
    assert is_fresh(ArchiveVerdict.ABSENT, URL, "2026-12-24T00:00:00Z", "2026-12-24T00:00:00Z", DAY)
