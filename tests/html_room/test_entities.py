"""Character references: decoded as browsers decode them, each with its place."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.html import entities

TEXTS = st.text(alphabet="&#;xX0129aAmpltgnot=\U0001f33e ", max_size=40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a &amp; b", [("a ", 5, None), ("&", 7, 5), (" b", 12, None)]),
        ("&#91;1&#x5D;", [("[", 5, 5), ("1", 10, None), ("]", 11, 6)]),
        ("&lt&notit;", [("<", 5, 3), ("\u00acit;", 8, 7)]),
        ("&x; & &;", [("&x; & &;", 5, None)]),
        (f"&#{'9' * 9_000};", [("\ufffd", 5, 9_003)]),
        ("&#128;&#0;", [("\u20ac", 5, 6), ("\ufffd", 11, 4)]),
        ("", []),
    ],
)
def test_references_stand_for_their_characters(text: str, expected: list[tuple[str, int, int | None]]) -> None:
    assert expected == list(entities.runs(text, 5))


def test_a_parameter_of_a_url_is_no_reference() -> None:
    assert "?a=1&copy=2&b&c" == entities.value("?a=1&copy=2&amp;b&c")
    assert "\u00a9 <" == entities.value("&copy &lt;")


@given(TEXTS)
def test_all_of_a_text_is_read_as_python_reads_it(text: str) -> None:
    runs = list(entities.runs(text, 0))
    assert html.unescape(text) == "".join(run for run, _, _ in runs)
    assert all(text[place : place + len(run)] == run for run, place, width in runs if width is None)
    assert [place for _, place, _ in runs] == sorted(place for _, place, _ in runs)
