"""When a lost capture was made, and dates in addresses."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.lost import dated
from verifier.model.registry import Reference

from .scripted import day

PUBLISHED = dt.date(2019, 3, 3)


def test_the_archive_date_gives_a_day_either_way() -> None:
    window = dated.window(Reference("a", 1, archived=day("2019-03-05"), accessed=day("2020-01-01")))

    assert window is not None
    assert (window.first, window.last, window.asked) == (dt.date(2019, 3, 4), dt.date(2019, 3, 6), "20190305120000")
    assert window.holds("20190306235959")
    assert not window.holds("20190307000000")


def test_without_it_from_publication_to_a_month_after_the_visit() -> None:
    window = dated.window(Reference("a", 1, published=day("2019-03-03"), accessed=day("2019-03-05")))

    assert window is not None
    assert (window.first, window.last) == (dt.date(2019, 3, 2), dt.date(2019, 4, 4))
    assert dated.window(Reference("a", 1, published=day("2019-03-03"))) is None


def test_a_pattern_needs_its_date() -> None:
    pattern = "https://a.example/{year}/{mon}/{day}/plan"

    assert dated.filled(pattern, PUBLISHED) == "https://a.example/2019/mar/03/plan"
    assert dated.filled(pattern, None) == ""
    assert dated.filled("https://a.example/plan", None) == "https://a.example/plan"


@pytest.mark.parametrize("shape", ["/2019/03/03/", "/2019/mar/03/", "/2019/03/"])
def test_a_date_taken_out_comes_back(shape: str) -> None:
    address = f"https://a.example/news{shape}x.html"

    emptied = dated.emptied(address, PUBLISHED)

    assert "2019" not in emptied
    assert dated.filled(emptied, PUBLISHED) == address


@pytest.mark.parametrize(
    ("address", "agrees"),
    [
        ("https://a.example/2019/03/04/x", True),
        ("https://a.example/2019/MAR/03/x", True),
        ("https://a.example/2019/03/x", True),
        ("https://a.example/2019/02/x", True),  # the end of February is two days away
        ("https://a.example/2019/03/09/x", False),
        ("https://a.example/2018/03/03/x", False),
        ("https://a.example/x", None),
        ("https://a.example/2019/99/99/x", None),
    ],
)
def test_a_date_in_an_address_fits_within_two_days(address: str, agrees: bool | None) -> None:
    assert dated.agrees(address, PUBLISHED) is agrees
    assert dated.agrees(address, None) is None


@given(st.dates(dt.date(1996, 1, 1), dt.date(2100, 1, 1)), st.text(max_size=60))
def test_any_address_has_its_date_compared_without_an_error(date: dt.date, tail: str) -> None:
    assert dated.agrees(f"https://a.example/{tail}/", date) in (True, False, None)
