"""Values of one table: what each kind accepts, and what is said of the rest."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.model.dates import Grain
from verifier.registry.fields import Fields
from verifier.registry.lines import Table

ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates() | st.times(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


class Taker:
    """Fields of one table that stands on line 5, its keys below, and the problems told of."""

    def __init__(self, **values: Any) -> None:
        self.problems: list[tuple[int | None, str]] = []
        places = {key: number for number, key in enumerate(values, 6)}
        self.fields = Fields(
            "claim 1", values, Table("claim", 5, places), lambda line, text: self.problems.append((line, text))
        )


def test_texts_are_taken_and_blank_ones_are_none() -> None:
    taker = Taker(title="Bread", outlet=" ", url="")

    assert taker.fields.text("title", required=True) == "Bread"
    assert taker.fields.text("outlet") is None
    assert taker.fields.text("url") is None
    assert taker.fields.text("author") is None
    assert taker.problems == []


def test_what_is_required_is_missed_on_the_line_of_the_table() -> None:
    taker = Taker(outlet=" ")

    assert taker.fields.text("title", required=True) is None
    assert taker.fields.text("outlet", required=True) is None
    assert taker.fields.texts("rules", required=True) == ()
    assert taker.fields.day("until") is None
    assert taker.problems == [
        (5, 'claim 1: title is missing; add title = "..."'),
        (6, "claim 1: outlet is empty; fill it"),
        (5, 'claim 1: rules is missing; add rules = ["..."]'),
        (5, "claim 1: until is missing; add a day, until = 2027-02-28"),
    ]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (3, "a number"),
        (3.5, "a number"),
        (True, "true or false"),
        ([], "a list"),
        ({}, "a table"),
        (dt.date(2016, 5, 3), "a date"),
        (dt.time(10), "a time"),
    ],
)
def test_other_kinds_are_named(value: object, kind: str) -> None:
    taker = Taker(title=value)

    assert taker.fields.text("title") is None
    assert taker.problems == [(6, f'claim 1: title must be text in quotes, not {kind}: title = "{value}"')]


@pytest.mark.parametrize(
    ("value", "good"), [("a", True), ("rye-2016", True), ("Rye", False), ("rye-", False), ("r ye", False), ("é", False)]
)
def test_ids_are_kebab_case(value: str, good: bool) -> None:
    taker = Taker(id=value)

    assert taker.fields.identifier("id") == value
    assert good == (taker.problems == [])


@pytest.mark.parametrize(
    ("value", "shown", "grain"),
    [
        (dt.date(2016, 5, 3), "2016-05-03", Grain.DAY),
        (dt.datetime(2016, 5, 3, 10, tzinfo=dt.UTC), "2016-05-03", Grain.DAY),
        ("2016-05-03", "2016-05-03", Grain.DAY),
        (" 2016-05-03 ", "2016-05-03", Grain.DAY),
        ("2016-05", "2016-05", Grain.MONTH),
        ("2016", "2016", Grain.YEAR),
        ("2016-05-03/2016-05-04", "2016-05-03/2016-05-04", Grain.DAY),
        ("2016-05/2016-06", "2016-05-01/2016-06-30", Grain.MONTH),
        ("2015/2016", "2015-01-01/2016-12-31", Grain.YEAR),
    ],
)
def test_dates_whole_partial_and_two(value: object, shown: str, grain: Grain) -> None:
    taker = Taker(published=value)
    found = taker.fields.date("published")

    assert found is not None
    assert (shown, grain) == (str(found), found.grain)
    assert taker.problems == []


@pytest.mark.parametrize(
    "value",
    ["2016-13", "2016-00", "2016-02-31", "2016-00-01", "16-05-03", "2016-5-3", "May 2016", "2016-05-03/", "/2016",
     "2016/2015", "2016-05-04/2016-05-03", 2016, True,
     [2016], dt.time(10), "yesterday", "2016-05-03T10:00:00"],
)  # fmt: skip
def test_what_is_no_date_is_told(value: object) -> None:
    taker = Taker(published=value)

    assert taker.fields.date("published") is None
    ((line, problem),) = taker.problems
    assert line == 6
    assert problem.startswith('claim 1: published must be a date: 2016-09-14, or "2016-09", or "2016"; it is ')


@pytest.mark.parametrize("value", ["", None])
def test_an_empty_date_is_none(value: object) -> None:
    taker = Taker(published=value)

    assert taker.fields.date("published") is None
    assert taker.problems == []


def test_a_day_is_one_day() -> None:
    taker = Taker(until="2016-05", also=dt.date(2016, 5, 3))

    assert taker.fields.day("also") == dt.date(2016, 5, 3)
    assert taker.fields.day("until") is not None
    assert taker.problems == [(6, "claim 1: until must be one day, such as 2027-02-28")]


def test_unknown_keys_get_a_hint() -> None:
    taker = Taker(titel="x", quarry="y", title="z")
    taker.fields.only(("title", "url"))

    assert taker.problems == [
        (6, 'claim 1: unknown key "titel"; did you mean title?'),
        (7, 'claim 1: unknown key "quarry"; known are title, url'),
    ]


def test_lines_of_keys() -> None:
    fields = Taker(b=1, a=2).fields

    assert (fields.line, fields.line_of("a"), fields.line_of("gone")) == (5, 7, 5)
    assert fields.lines() == (("a", 7), ("b", 6))
    assert Fields("", {}, None, lambda line, text: None).line_of("a") is None
    assert Fields("", {}, None, lambda line, text: None).lines() == ()


def test_the_top_of_the_file_has_no_name() -> None:
    problems: list[str] = []
    Fields("", {"x": 1}, None, lambda line, text: problems.append(text)).only(("schema",))

    assert problems == ['unknown key "x"; known are schema']


@given(ANY)
def test_any_value_is_taken_or_told(value: object) -> None:
    taker = Taker(key=value)
    text, date, texts = taker.fields.text("key"), taker.fields.date("key"), taker.fields.texts("key")

    assert text is None or text == value
    assert date is None or date.lo <= date.hi
    assert list(texts) in (value, [])
    assert {6} >= {line for line, _ in taker.problems}
    if isinstance(value, int | float | dict):
        assert len(taker.problems) == 3


def test_a_time_is_called_one() -> None:
    taker = Taker(published=dt.time(10))
    taker.fields.date("published")

    assert taker.problems == [
        (6, 'claim 1: published must be a date: 2016-09-14, or "2016-09", or "2016"; it is a time')
    ]
