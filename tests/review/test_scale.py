"""The axis of time: in order, within its borders, with labels that do not touch."""

import datetime as dt
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.review.scale import Scale

DAYS = st.lists(st.dates().map(dt.date.toordinal), max_size=40)


@settings(deadline=None)
@given(DAYS, DAYS)
def test_a_later_day_is_never_further_left(days: list[int], others: list[int]) -> None:
    scale = Scale.of(days, 100, 900)

    places = [scale.at(day) for day in sorted([*days, *others])]

    assert sorted(places) == places
    assert all(100 <= place <= 900 for place in places)


@settings(deadline=None)
@given(DAYS)
def test_labels_do_not_touch(days: list[int]) -> None:
    places = [place for place, _ in Scale.of(days, 100, 900).ticks()]

    assert all(after - before >= 76 for before, after in pairwise(places))


def test_a_busy_month_gets_more_room_than_years_in_which_nothing_happens() -> None:
    month = [dt.date(2016, 9, day).toordinal() for day in range(1, 30)]
    late = dt.date(2020, 9, 1).toordinal()
    scale = Scale.of([*month, late], 0, 1000)

    assert scale.at(month[-1]) - scale.at(month[0]) > 600
    assert "2020" in [label for _, label in scale.ticks()]


def test_a_span_of_millennia_has_few_labels_of_whole_centuries() -> None:
    labels = [label for _, label in Scale.of([1, 3_000_000], 0, 1000).ticks()]

    assert {"1000", "2000"} <= set(labels)
