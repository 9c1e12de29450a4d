"""What shared words are worth: rare ones much, near ones more, common ones nothing, and how far they may mislead."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.recovery.contexts import Context
from verifier.recovery.terms import Kind, Terms
from verifier.recovery.wording import BESIDE, UNRELATED, Wording, floored

NOTHING: frozenset[str] = frozenset()


def clauses(*words: str) -> list[Context]:
    return [Context(frozenset(each.split())) for each in words]


def title(*words: str) -> Terms:
    return tuple((word, Kind.TITLE) for word in words)


def value(sources: Sequence[Terms], contexts: Sequence[Context], *claims: int) -> float:
    """Return what the words of the first entry say for a number that these claims cite."""
    return Wording(sources, contexts).value(0, claims)


def test_a_word_that_one_claim_has_speaks_for_it_and_against_the_others() -> None:
    contexts = clauses("rye", "oat", "hay", "straw")

    assert value([title("rye")], contexts, 0) > 0 > value([title("rye")], contexts, 1)


def test_rare_words_say_more_than_common_ones_and_a_word_that_is_everywhere_nothing() -> None:
    def said(common: int) -> float:
        return value([title("rye")], clauses(*["rye"] * common, *["oat"] * (8 - common)), 0)

    assert said(1) > said(2) > said(4) > said(8) == pytest.approx(0.0)


def test_words_say_more_the_nearer_they_stand() -> None:
    rye = frozenset({"rye"})
    zones = [Context(rye), Context(NOTHING, rye), Context(NOTHING, NOTHING, rye), Context(NOTHING, near=rye)]
    contexts = [*zones, *clauses(*["oat"] * 8)]
    said = [value([(("rye", Kind.NAME),)], contexts, claim) for claim in range(5)]

    assert said == sorted(said, reverse=True)
    assert len(set(said)) == 5


@pytest.mark.parametrize(
    ("more", "less"), [(Kind.NAME, Kind.TITLE), (Kind.TITLE, Kind.OTHER), (Kind.OTHER, Kind.FIGURE)]
)
def test_names_say_most_and_figures_least(more: Kind, less: Kind) -> None:
    contexts = clauses("rye", "oat", "hay", "straw")

    assert value([(("rye", more),)], contexts, 0) > value([(("rye", less),)], contexts, 0)


def test_a_word_that_more_entries_than_claims_have_says_less() -> None:
    contexts = clauses("rye", "oat", "hay", "straw")

    assert value([title("rye")], contexts, 0) > value([title("rye")] * 5, contexts, 0)


def test_a_word_that_the_text_does_not_have_says_nothing() -> None:
    assert value([title("barn")], clauses("rye", "oat"), 0) == 0.0


def test_another_form_of_a_long_word_counts_less_than_the_word() -> None:
    contexts = clauses("scientific", "oat", "hay", "straw")
    other = value([title("sciences")], contexts, 0)

    assert 0 < other < value([title("scientific")], contexts, 0)
    assert value([title("scien")], contexts, 0) == 0.0  # short words have no other form


def test_several_claims_count_by_their_mean_and_none_say_nothing() -> None:
    contexts = clauses("rye", "oat", "hay", "straw")
    made = Wording([title("rye")], contexts)

    assert made.value(0, [0, 1]) == pytest.approx((made.value(0, [0]) + made.value(0, [1])) / 2)
    assert made.value(0, []) == 0.0


def test_the_words_that_speak_for_a_claim_are_named_the_weightiest_first() -> None:
    contexts = [*clauses("rye oat", "oat", "hay"), Context(NOTHING, near=frozenset({"hay"}))]
    made = Wording([title("hay", "oat", "rye")], contexts)

    assert [word.text for word, _ in made.shared(0, [0])] == ["rye", "oat"]
    assert [word.text for word, _ in made.shared(0, [3])] == []


def test_words_that_mislead_can_lose_only_so_much() -> None:
    values = floored([50.0, 0.0, 0.0, -3.0])

    assert values[0] == max(values)
    assert values[0] == pytest.approx(math.log(4 * (1 - UNRELATED - 2 * BESIDE) + UNRELATED), abs=0.01)
    assert values[-1] == pytest.approx(math.log(UNRELATED), abs=0.11)
    assert floored([0.0, 0.0]) == pytest.approx([0.0, 0.0])


def test_the_number_beside_the_one_that_fits_is_not_ruled_out() -> None:
    before, here, beside, far = floored([-9.0, 30.0, -9.0, -9.0])

    assert here - beside < 3.4 < here - far
    assert before == pytest.approx(beside, abs=0.1)


@given(st.lists(st.floats(-200, 100), min_size=1, max_size=9))
def test_flooring_keeps_the_best_and_stays_in_its_range(values: list[float]) -> None:
    found = floored(values)

    assert found[values.index(max(values))] == pytest.approx(max(found), abs=0.03)
    assert all(math.log(UNRELATED) - 1e-9 <= each <= math.log(len(values)) + 1e-9 for each in found)


@given(st.lists(st.frozensets(st.sampled_from("rye oat hay mill oven".split())), min_size=1, max_size=6))
def test_whatever_the_text_the_evidence_is_finite(clauses_: list[frozenset[str]]) -> None:
    contexts = [Context(each) for each in clauses_]
    made = Wording([title("rye", "oat"), title("mill")], contexts)

    for entry in (0, 1):
        for claim in range(len(contexts)):
            assert math.isfinite(made.value(entry, [claim]))
