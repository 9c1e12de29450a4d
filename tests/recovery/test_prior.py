"""Cuts: a list that lost its end or its beginning is thought of, unless the evidence speaks against it."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.recovery.align import Posterior, align
from verifier.recovery.prior import CUT, LONGEST, lengths, with_cuts


def mixed(table: list[list[float]]) -> Posterior:
    """Mix with the cuts, where the full list is as long as the table is wide."""
    rows, spare = len(table), len(table[0]) - 1
    found = align(table, rows, spare, 1.0)
    total = found.total - math.log(math.comb(rows + spare, rows))
    return with_cuts(found.posterior, total, spare, (sum(row[0] for row in table), sum(row[-1] for row in table)))


def test_without_evidence_each_cut_keeps_its_share() -> None:
    posterior = mixed([[0.0] * 5] * 3)
    first, last = dict(posterior[0]), dict(posterior[-1])
    apart = 1 - 2 * CUT

    assert first[0] == pytest.approx(CUT + apart * 15 / 35)  # of 35 placements 15 begin with the first number
    assert first[4] == pytest.approx(CUT + apart / 35)
    assert last[4] == pytest.approx(CUT + apart * 15 / 35)


def test_one_lost_entry_confirms_no_last_entry_by_itself() -> None:
    table = [[0.0, 0.0] for _ in range(60)]
    apart = align(table, 60, 1, 1.0).posterior[-1]

    assert dict(apart)[1] > 0.98
    assert dict(mixed(table)[-1])[1] < 0.9


@pytest.mark.parametrize("k", [0, 2])
def test_evidence_for_a_cut_is_believed(k: int) -> None:
    table = [[3.0 if each == k else 0.0 for each in range(3)] for _ in range(4)]

    for row in mixed(table):
        assert row[0][0] == k
        assert row[0][1] > 0.95


def test_evidence_against_a_cut_is_believed() -> None:
    table = [[9.0, 0.0], [9.0, 0.0], [0.0, 9.0], [0.0, 9.0]]

    assert [row[0][0] for row in mixed(table)] == [0, 0, 1, 1]
    assert all(row[0][1] > 0.999 for row in mixed(table))


@settings(deadline=None)
@given(st.integers(1, 8), st.integers(0, 8), st.integers(0, 99), st.sampled_from([0.1, 3.0, 300.0]))
def test_rows_still_sum_to_one_and_stay_sorted(rows: int, spare: int, seed: int, reach: float) -> None:
    draw = random.Random(seed)
    posterior = mixed([[draw.uniform(-reach, reach) for _ in range(spare + 1)] for _ in range(rows)])

    for row in posterior:
        assert sum(p for _, p in row) == pytest.approx(1.0, abs=1e-4)
        assert sorted(row, key=lambda pair: (-pair[1], pair[0])) == list(row)
        assert all(0 <= k <= spare and math.isfinite(p) for k, p in row)


@pytest.mark.parametrize(("rows", "lost"), [(1, 0), (3, 2), (12, 7)])
def test_the_chances_of_all_placements_in_lists_of_all_lengths_sum_to_one(rows: int, lost: int) -> None:
    found = lengths(rows, lost)
    last_at = [math.comb(rows + lost + more - 1, rows - 1) for more in range(LONGEST + 1)]  # placements by their end
    up_to_cited = math.comb(rows + lost, rows)
    chances = [up_to_cited * math.exp(found[0])] + [
        count * math.exp(chance) for count, chance in zip(last_at[1:], found[1:], strict=True)
    ]

    assert sum(chances) == pytest.approx(1.0, abs=0.01)  # lists that are longer still are left out
    assert list(found) == sorted(found, reverse=True)
