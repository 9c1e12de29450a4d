"""What the address of a snapshot tells by itself."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.citations.cs1.archives import original, problem, taken_on

STAMP = "20160504120000"
PAGE = "https://example.org/mill"


@pytest.mark.parametrize(
    ("address", "word"),
    [
        (f"https://web.archive.org/save/{PAGE}", "save command"),
        (f"https://liveweb.archive.org/{PAGE}", "liveweb"),
        (f"https://web.archive.org/web/2016/{PAGE}", "timestamp"),
        (f"https://web.archive.org/web/*/{PAGE}", "timestamp"),
        (f"https://web.archive.org/web/20161304120000/{PAGE}", "timestamp"),
        (f"https://web.archive.org/web/19950504120000/{PAGE}", "timestamp"),
        ("https://web.archive.org/", "timestamp"),
        (f"https://web.archive.org/wen/{STAMP}/{PAGE}", "path"),
        (f"https://web.archive.org/web/{STAMP}id/{PAGE}", "flag"),
        (f"https://web.archive.org/web/{STAMP}*/{PAGE}", "flag"),
        (f"https://web.archive.org/web/{STAMP}ID_/{PAGE}", "flag"),
        (f"https://web.archive.org/{STAMP}id_/{PAGE}", "flag"),
    ],
)
def test_a_wrong_address_is_told_in_the_words_of_the_module(address: str, word: str) -> None:
    assert (problem(address) or "").startswith(f"{word}: ")


@pytest.mark.parametrize(
    "address",
    [
        f"https://web.archive.org/web/{STAMP}/{PAGE}",
        f"http://web.archive.org/{STAMP}/{PAGE}",
        f"https://web.archive.org/web/{STAMP}if_/{PAGE}",
        f"https://web.archive.org/web/{STAMP}/",
        "https://archive.today/AbC12",
        "https://archive.example/save/2016",
        "web.archive.org/save/",
        "",
    ],
)
def test_other_addresses_are_left_alone(address: str) -> None:
    assert problem(address) is None


@pytest.mark.parametrize(
    ("address", "day", "page"),
    [
        (f"https://web.archive.org/web/{STAMP}/{PAGE}", dt.date(2016, 5, 4), PAGE),
        (f"https://archive.today/{STAMP}/{PAGE}", dt.date(2016, 5, 4), PAGE),
        (f"https://archive.example/{STAMP}/{PAGE}", None, None),
        ("https://archive.today/AbC12", None, None),
        (f"https://web.archive.org/web/2016/{PAGE}", None, None),
        ("nothing", None, None),
    ],
)
def test_day_and_page_are_taken_from_the_address(address: str, day: dt.date | None, page: str | None) -> None:
    assert (day, page) == (taken_on(address), original(address))


@given(st.text())
def test_any_text_is_an_address_or_not(text: str) -> None:
    for address in (text, f"https://web.archive.org/{text}"):
        problem(address)
        taken_on(address)
        original(address)
