"""Wikiwix: its interface tells the long address of what it holds."""

import pytest

from .kept import WIKIWIX, look, reply
from .scripted import PAGE, TS


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"status": 200, "longformurl": f"http://archive.wikiwix.com/cache/{TS}/{PAGE}"}, "present"),
        ({"status": "200", "longformurl": f"https://archive.wikiwix.com/cache/{TS}/{PAGE}"}, "present"),
        ({"status": 404, "longformurl": f"http://archive.wikiwix.com/cache/{TS}/{PAGE}"}, "unknown/unrecognised"),
        ({"status": 200, "longformurl": "http://archive.wikiwix.com/"}, "unknown/unrecognised"),
        ({"status": 200}, "unknown/unrecognised"),
    ],
)
def test_the_long_address_counts(told: object, expected: str) -> None:
    assert look(WIKIWIX, reply(told)).name == expected
