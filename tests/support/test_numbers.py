"""Numbers as intervals: what is read, how two relate, and what holds of any text."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.support import figures, numbers
from verifier.support.language import language
from verifier.support.numbers import Number, Relation
from verifier.support.words import cut

ENGLISH, GERMAN = language("en"), language("de")


def read(text: str, tag: str = "en") -> list[Number]:
    return list(figures.read(text, list(cut(text)), set(), language(tag)))


def relation(claim: str, page: str) -> Relation:
    return numbers.relation(read(claim)[0], read(page)[0])


@pytest.mark.parametrize(
    ("text", "low", "high", "kind"),
    [
        ("20 people", 20, 20, "plain"),
        ("more than 20 people", 20, math.inf, "plain"),
        ("at least 20 people", 20, math.inf, "plain"),
        ("fewer than 20 people", 0, 20, "plain"),
        ("nearly 20 people", 17, 20, "plain"),
        ("about 500", 450, 550, "plain"),
        ("20–30 ships", 20, 30, "plain"),
        ("two dozen eggs", 24, 24, "plain"),
        ("three hundred and twenty men", 320, 320, "plain"),
        ("half a million votes", 500_000, 500_000, "plain"),
        ("$2.5m", 2_500_000, 2_500_000, "money"),
        ("US$ 3 billion", 3e9, 3e9, "money"),
        ("35 %", 35, 35, "percent"),
        ("12 per cent", 12, 12, "percent"),
        ("the twenty-first time", 21, 21, "ordinal"),
        ("the 58th minute", 58, 58, "ordinal"),
        ("1,234,567 copies", 1_234_567, 1_234_567, "plain"),
        ("20\u202f000 copies", 20_000, 20_000, "plain"),
        ("7.1/10", 71, 71, "mark"),
        ("averaged over 30 reviews", 30, 30, "plain"),
        ("in excess of 10 years", 10, math.inf, "plain"),
        ("before the age of 18", 0, 18, "plain"),
        ("more than a dozen ships", 12, math.inf, "plain"),
    ],
)
def test_a_number_is_read_with_its_interval_and_kind(text: str, low: float, high: float, kind: str) -> None:
    (found,) = read(text)

    assert (found.low, found.high) == pytest.approx((low, high))
    assert found.kind == kind


@pytest.mark.parametrize("text", ["COVID-19", "at 10:30", "over 6X", "1e999999", "9" * 1_000, "once"])
def test_what_is_no_number_is_not_read(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("claim", "page", "expected"),
    [
        ("more than 20 people", "20 people", Relation.DIFFERENT),
        ("at least 20 people", "20 people", Relation.FOUND),
        ("20 people", "more than 20 people", Relation.UNDECIDED),
        ("more than 30", "more than 20", Relation.UNDECIDED),
        ("fewer than 20", "more than 20", Relation.DIFFERENT),
        ("$433.5 million", "$433,537,548", Relation.VARIANT),
        ("433 million copies", "437,000,000 copies", Relation.DIFFERENT),
        ("about 500", "480", Relation.FOUND),
        ("500", "about 500", Relation.VARIANT),
        ("25", "20–30", Relation.UNDECIDED),
        ("a dozen ships", "12 ships", Relation.FOUND),
        ("1,500", "1,512", Relation.VARIANT),
    ],
)
def test_two_numbers_relate_as_people_would_say(claim: str, page: str, expected: Relation) -> None:
    assert relation(claim, page) is expected


def test_a_comparator_reaches_over_and() -> None:
    first, second, third = read("more than 15 % and 7 % of them, and 3 % of the rest")

    assert (first.mode, second.mode, third.mode) == ("more", "more", "exact")


def test_a_part_counts_what_the_whole_counts() -> None:
    assert read("16 out of the 28 provinces")[0].unit == read("28 provinces")[0].unit


def test_german_numbers_are_read_by_their_own_signs() -> None:
    values = [each.value for each in read("1.234,5 Tonnen und mehr als zwanzig Schiffe, rund 3 Millionen Euro", "de")]

    assert values == [1234.5, 20, 3_000_000]


intervals = st.builds(
    lambda value, mode: Number(0, 1, value, *numbers.ends(mode, value), mode),
    st.floats(1, 1e6),
    st.sampled_from(["exact", "more", "least", "less", "most", "nearly", "about"]),
)


@given(intervals)
def test_an_interval_supports_itself(number: Number) -> None:
    assert numbers.relation(number, number) is Relation.FOUND


@given(st.floats(1, 1e9), st.floats(1, 1e9))
def test_rounding_joins_no_values_that_are_far_apart(first: float, second: float) -> None:
    one, two = (Number(0, 1, value, value, value) for value in (first, second))

    if numbers.relation(one, two) in (Relation.FOUND, Relation.VARIANT):
        assert abs(first - second) <= 0.06 * max(first, second)


@given(st.text(max_size=300))
def test_numbers_of_any_text_are_in_it_and_in_order(text: str) -> None:
    found = read(text)

    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert [each.start for each in found] == sorted(each.start for each in found)
