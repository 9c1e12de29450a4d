"""How lists come apart: cuts, tails that nothing cites, entries put in, each as probable as the evidence allows."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.recovery import prior
from verifier.recovery.align import NEVER, Posterior, align
from verifier.recovery.prior import CUT, LONGEST

Scores = list[dict[int, float]]


def mixed(rows: Scores, lost: int, other: float = 0.0) -> Posterior:
    """Mix all ways; each row says what its k score, `other` is what all else scores."""
    within = prior.band(len(rows), lost)
    table = [[NEVER if index + k < 0 else row.get(k, other) for k in within] for index, row in enumerate(rows)]
    found = [(way, align(table, way.shape, 1.0)) for way in prior.ways(len(rows), lost)]
    cuts = [(k, sum(row[k - within[0]] for row in table)) for k in (0, lost)]
    return prior.mixed(found, cuts)


def test_without_evidence_each_cut_keeps_its_share() -> None:
    posterior = mixed([{}] * 3, 4)

    assert dict(posterior[0])[0] > CUT
    assert dict(posterior[0])[4] > CUT
    assert dict(posterior[-1])[4] > CUT


def test_one_lost_entry_confirms_no_last_entry_by_itself() -> None:
    assert dict(mixed([{}] * 60, 1)[-1])[1] < 0.9


@pytest.mark.parametrize("k", [0, 2])
def test_evidence_for_a_cut_is_believed(k: int) -> None:
    for row in mixed([{k: 5.0}] * 5, 2):
        assert row[0][0] == k
        assert row[0][1] > 0.95


def test_evidence_against_a_cut_is_believed() -> None:
    posterior = mixed([{0: 9.0}, {0: 9.0}, {1: 9.0}, {1: 9.0}], 1)

    assert [row[0][0] for row in posterior] == [0, 0, 1, 1]
    assert all(row[0][1] > 0.98 for row in posterior)


def test_the_last_entries_may_stand_behind_the_greatest_number() -> None:
    lost = 4
    posterior = mixed([*({0: 6.0} for _ in range(10)), {}, dict.fromkeys(range(lost + 1), -8.0)], lost)

    assert sum(p for k, p in posterior[-1] if k > lost) > 0.3
    assert all(k <= lost + LONGEST for k, _ in posterior[-1])


def test_an_entry_that_fits_nowhere_may_have_been_put_in() -> None:
    """Before it two entries are lost, behind it one: it takes the place of one of them, if it was not put in."""
    before, behind = ({2: 8.0} for _ in range(8)), ({1: 8.0} for _ in range(8))
    posterior = mixed([*before, {}, *behind], 2, other=-3.0)

    assert sum(p for _, p in posterior[8]) < 0.2
    assert [row[0][0] for row in posterior[:8]] == [2] * 8
    assert [row[0][0] for row in posterior[9:]] == [1] * 8


@settings(deadline=None)
@given(st.integers(1, 8), st.integers(0, 8), st.integers(0, 99), st.sampled_from([0.1, 3.0, 300.0]))
def test_rows_sum_to_at_most_one_and_stay_sorted(rows: int, lost: int, seed: int, reach: float) -> None:
    draw = random.Random(seed)
    posterior = mixed([{k: draw.uniform(-reach, reach) for k in range(lost + 1)} for _ in range(rows)], lost)

    for row in posterior:
        assert sum(p for _, p in row) <= 1.0 + 1e-6
        assert sorted(row, key=lambda pair: (-pair[1], pair[0])) == list(row)
        assert all(math.isfinite(p) for _, p in row)


@pytest.mark.parametrize(("rows", "lost"), [(1, 0), (3, 2), (12, 7)])
def test_the_chances_of_all_placements_in_lists_of_all_lengths_sum_to_one(rows: int, lost: int) -> None:
    alone, _ = prior.ways(rows, lost)

    assert alone.weight == pytest.approx(0.0, abs=0.01)  # lists that are longer still are left out
