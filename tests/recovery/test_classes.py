"""Classes: when a number is stated, and when only its alternatives are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.model.recovery import Class, Placement
from verifier.recovery import classes

Pairs = list[tuple[int, float]]
CHANCES = st.lists(st.floats(0.001, 1.0), min_size=1, max_size=15).map(
    lambda weights: sorted(
        ((n, w / sum(weights)) for n, w in enumerate(weights, 1)), key=lambda pair: (-pair[1], pair[0])
    )
)


@pytest.mark.parametrize(
    ("candidates", "best", "vetoed", "kind"),
    [
        ([(5, 1.0)], 5, False, Class.CONFIRMED),
        ([(5, 0.95), (6, 0.05)], 5, False, Class.CONFIRMED),
        ([(5, 0.949), (6, 0.05)], 5, False, Class.LIKELY),
        ([(5, 0.8), (6, 0.2)], 5, False, Class.LIKELY),
        ([(5, 0.79), (6, 0.21)], 5, False, Class.AMBIGUOUS),
        ([(5, 0.97), (6, 0.03)], 6, False, Class.AMBIGUOUS),
        ([(5, 0.97), (6, 0.03)], 5, True, Class.AMBIGUOUS),
        ([(n, 0.125) for n in range(8)], 1, False, Class.AMBIGUOUS),
        ([(n, 0.1) for n in range(10)], 1, False, Class.UNKNOWN),
    ],
)
def test_classes_by_probability(candidates: Pairs, best: int, vetoed: bool, kind: Class) -> None:
    assert kind is classes.classify(candidates, best, fit=1.0, vetoed=vetoed)


def test_order_alone_confirms_nothing() -> None:
    assert classes.classify([(5, 1.0)], 5, fit=0.09, vetoed=False) is Class.LIKELY


@given(CHANCES)
def test_the_likely_set_is_the_smallest_that_holds_the_truth(candidates: Pairs) -> None:
    found = classes.likely_set(candidates)

    assert candidates[: len(found)] == list(found)
    assert sum(p for _, p in found) >= 0.95 - 1e-9
    assert sum(p for _, p in found[:-1]) < 0.95


@given(CHANCES)
def test_at_least_two_and_at_most_eight_alternatives_are_shown(candidates: Pairs) -> None:
    shown = classes.shown(candidates)

    assert candidates[: len(shown)] == list(shown)
    assert min(2, len(candidates)) <= len(shown) <= 8


def test_all_candidates_are_the_likely_set_if_none_suffice() -> None:
    assert classes.likely_set([(1, 0.5), (2, 0.3)]) == [(1, 0.5), (2, 0.3)]


@pytest.mark.parametrize(
    ("kind", "size", "alone"),
    [
        (Class.CONFIRMED, 2, Class.CONFIRMED),
        (Class.LIKELY, 2, Class.AMBIGUOUS),
        (Class.LIKELY, 9, Class.UNKNOWN),
        (Class.AMBIGUOUS, 3, Class.AMBIGUOUS),
        (Class.UNKNOWN, 8, Class.UNKNOWN),
    ],
)
def test_after_a_refusal_only_what_is_confirmed_is_stated(kind: Class, size: int, alone: Class) -> None:
    for tied in (True, False):
        assert alone is classes.alone(kind, 0.99, [(n, 0.1) for n in range(size)], tied=tied)


def test_words_alone_must_say_more_than_words_and_days() -> None:
    assert Class.CONFIRMED is classes.alone(Class.CONFIRMED, 0.96, [(1, 0.96), (2, 0.03)], tied=True)
    assert Class.AMBIGUOUS is classes.alone(Class.CONFIRMED, 0.96, [(1, 0.96), (2, 0.03)], tied=False)


@given(CHANCES, st.integers(1, 15), st.booleans())
def test_any_row_has_a_class_and_only_sure_ones_have_a_value(candidates: Pairs, best: int, vetoed: bool) -> None:
    kind = classes.classify(candidates, best, fit=1.0, vetoed=vetoed)
    placement = Placement(0, best, kind, dict(candidates).get(best, 0.0), classes.shown(candidates), 0.0)

    if placement.value is not None:
        assert best == placement.value == candidates[0][0]
        assert placement.probability >= 0.8
        assert not vetoed
    if kind is Class.CONFIRMED:
        assert placement.probability >= 0.95
