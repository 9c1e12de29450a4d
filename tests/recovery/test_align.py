"""The alignment: its best path and posteriors are those of brute force over all placements."""

import math
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from verifier.recovery import align as module
from verifier.recovery.align import NEVER, Alignment, Shape, align, log_placements

Table = list[list[float]]
HALVES = st.integers(-16, 16).map(lambda value: value / 2)  # exact sums, and ties


@st.composite
def problems(draw: st.DrawFn, values: st.SearchStrategy[float] = HALVES, rows: int = 6, columns: int = 9) -> Table:
    count = draw(st.integers(1, rows))
    spare = draw(st.integers(0, columns - count))
    return draw(st.lists(st.lists(values, min_size=spare + 1, max_size=spare + 1), min_size=count, max_size=count))


def solve(table: Table, temperature: float = 1.0) -> Alignment:
    return align(table, Shape.plain(len(table[0]) - 1), temperature)


def placements(table: Table) -> list[tuple[tuple[int, ...], float]]:
    """Return every strictly increasing placement as the k of each row, with its score."""
    rows, spare = len(table), len(table[0]) - 1
    found = []
    for columns in combinations(range(rows + spare), rows):
        path = tuple(column - row for row, column in enumerate(columns))
        found.append((path, sum(table[row][k] for row, k in enumerate(path))))
    return found


def brute(table: Table, temperature: float) -> tuple[float, list[dict[int, float]]]:
    """Return ln Z and the posterior of each row."""
    weights = [(path, math.exp(score / temperature)) for path, score in placements(table)]
    total = sum(weight for _, weight in weights)
    rows: list[dict[int, float]] = [defaultdict(float) for _ in table]
    for path, weight in weights:
        for row, k in enumerate(path):
            rows[row][k] += weight / total
    return math.log(total), rows


def columns_of(path: Sequence[int | None]) -> list[int]:
    return [row + k for row, k in enumerate(path) if k is not None]


@settings(max_examples=200, deadline=None)
@given(problems(), st.sampled_from([1.0, 1.5]))
def test_posteriors_and_best_path_are_those_of_brute_force(table: Table, temperature: float) -> None:
    found = solve(table, temperature)
    total, rows = brute(table, temperature)
    every = placements(table)
    top = max(score for _, score in every)

    assert top == found.best_score
    assert max((path for path, score in every if score == top), key=lambda path: path[::-1]) == found.best
    assert total == pytest.approx(found.total)
    for posterior, expected in zip(found.posterior, rows, strict=True):
        assert {k: pytest.approx(p, abs=1e-9) for k, p in expected.items() if p > 1.1e-6} == {
            k: p for k, p in posterior if p > 1.1e-6
        }


@settings(max_examples=100, deadline=None)
@given(problems(st.floats(-30, 30), rows=25, columns=60), st.sampled_from([1.0, 1.5, 4.0]))
def test_rows_sum_to_one_columns_to_at_most_one_and_the_path_increases(table: Table, temperature: float) -> None:
    found = solve(table, temperature)

    columns: dict[int, float] = defaultdict(float)
    for row, posterior in enumerate(found.posterior):
        assert sum(p for _, p in posterior) == pytest.approx(1.0, abs=1e-4)
        assert sorted(posterior, key=lambda pair: (-pair[1], pair[0])) == list(posterior)
        for k, p in posterior:
            columns[row + k] += p
    assert max(columns.values()) <= 1 + 1e-6
    assert all(first < second for first, second in pairwise(columns_of(found.best)))
    assert sum(table[row][k] for row, k in enumerate(found.best) if k is not None) == pytest.approx(found.best_score)


@settings(max_examples=100, deadline=None)
@given(problems(st.floats(-8, 8)), st.data())
def test_a_constant_in_a_column_that_no_row_can_use_changes_nothing(table: Table, data: st.DataObject) -> None:
    spare = len(table[0]) - 1
    if not spare:
        return
    column = data.draw(st.integers(0, len(table) + spare - 1))
    constant = data.draw(st.floats(-50, 50))
    barred = [
        [-900.0 if row + k == column else value for k, value in enumerate(line)] for row, line in enumerate(table)
    ]
    raised = [
        [value + constant if row + k == column else value for k, value in enumerate(line)]
        for row, line in enumerate(barred)
    ]
    before, after = solve(barred), solve(raised)

    assert before.best == after.best
    assert before.total == pytest.approx(after.total)
    for first, second in zip(before.posterior, after.posterior, strict=True):
        assert dict(first) == {k: pytest.approx(p) for k, p in second}


@settings(max_examples=60, deadline=None)
@given(problems(st.floats(-30, 30), rows=20, columns=50), st.sampled_from([1.0, 1.5]))
def test_plain_and_numpy_arithmetic_agree(table: Table, temperature: float) -> None:
    limit = module._LARGE
    plain = solve(table, temperature)
    module._LARGE = 0
    try:
        large = solve(table, temperature)
    finally:
        module._LARGE = limit

    assert plain.best == large.best
    assert plain.best_score == pytest.approx(large.best_score)
    assert plain.total == pytest.approx(large.total)
    for first, second in zip(plain.posterior, large.posterior, strict=True):
        assert {k: pytest.approx(p, abs=1e-9) for k, p in first if p > 1.1e-6} == {
            k: p for k, p in second if p > 1.1e-6
        }


def test_the_posterior_knows_what_is_sure() -> None:
    found = solve([[9.0, 0.0, 0.0], [0.0, 0.0, 9.0]])

    assert found.best == (0, 2)
    assert found.best_score == 18.0
    assert [row[0][0] for row in found.posterior] == [0, 2]
    assert all(row[0][1] > 0.99 for row in found.posterior)


def test_without_spare_columns_there_is_one_placement() -> None:
    found = solve([[-5.0], [3.0], [-1.0]])

    assert found.best == (0, 0, 0)
    assert found.best_score == found.total == -3.0
    assert found.posterior == (((0, 1.0),),) * 3


def test_a_higher_temperature_is_less_sure() -> None:
    table = [[4.0, 0.0], [4.0, 0.0]]

    assert solve(table, 1.0).posterior[0][0][1] > solve(table, 1.5).posterior[0][0][1] > 0.5


def test_scores_may_come_one_by_one() -> None:
    table = [[1.0, 2.0], [3.0, 4.0]]

    assert solve(table) == align((row for row in table), Shape.plain(1), 1.0)


def test_hundreds_of_entries_are_aligned_in_time() -> None:
    draw = random.Random(5)
    table = [[draw.uniform(-8, 6) for _ in range(601)] for _ in range(400)]
    found = solve(table, 1.5)

    assert len(found.posterior) == 400
    assert all(first < second for first, second in pairwise(columns_of(found.best)))


def test_the_likeliest_come_first_of_equals_the_nearest_and_the_negligible_not() -> None:
    assert [[k for k, _ in row] for row in solve([[2.0, 3.0, 2.0]]).posterior] == [[1, 0, 2]]
    assert [[k for k, _ in row] for row in solve([[9.0, 0.0, -9.0]]).posterior] == [[0, 1]]


@st.composite
def shaped(draw: st.DrawFn) -> tuple[Table, Shape]:
    """Draw a table with k from below 0, ends of any weight, and rows that may stay without a column."""
    low, high = draw(st.integers(-2, 0)), draw(st.integers(0, 2))
    rows = draw(st.integers(1, 4))
    width = high - low + 1
    ends = draw(st.lists(st.sampled_from([NEVER, -1.5, 0.0]), min_size=width, max_size=width))
    ends[draw(st.integers(-low, width - 1))] = -0.5  # no row need stay without a column
    unplaced = draw(st.sampled_from([-2.0, -0.5]))
    table = draw(st.lists(st.lists(HALVES, min_size=width, max_size=width), min_size=rows, max_size=rows))
    barred = [
        [NEVER if row + low + place < 0 else value for place, value in enumerate(line)]
        for row, line in enumerate(table)
    ]
    return barred, Shape(tuple(ends), low, unplaced)


def walks(table: Table, shape: Shape) -> Iterator[tuple[tuple[int | None, ...], float, float]]:
    """Yield (path, what it weighs beforehand, score) of all placements: columns are left before rows are, then ends."""
    high = shape.low + len(shape.ends) - 1
    assert shape.unplaced is not None

    unplaced = shape.unplaced

    def step(row: int, k: int, path: tuple[int | None, ...], weight: float, score: float) -> Iterator[Any]:
        if k < shape.low:
            return
        if row == len(table):
            yield path, weight + shape.ends[k - shape.low], score
            return
        for after in range(k, high + 1):
            yield from step(row + 1, after, (*path, k), weight, score + table[row][k - shape.low])
        yield from step(row + 1, k - 1, (*path, None), weight + unplaced, score)

    for start in range(high + 1):
        yield from step(0, start, (), 0.0, 0.0)


@settings(max_examples=150, deadline=None)
@given(shaped())
@example(([[NEVER, NEVER, -1.0, -1.0, -1.5]], Shape((NEVER, NEVER, NEVER, NEVER, -0.5), -2, -0.5)))
def test_rows_without_a_column_and_tails_are_those_of_brute_force(problem: tuple[Table, Shape]) -> None:
    table, shape = problem
    found = align(table, shape, 1.0)
    every = list(walks(table, shape))
    total = sum(math.exp(weight + score) for _, weight, score in every)
    chances: list[dict[int, float]] = [defaultdict(float) for _ in table]
    for path, weight, score in every:
        for row, k in enumerate(path):
            if k is not None:
                chances[row][k] += math.exp(weight + score) / total

    assert found.total == pytest.approx(math.log(total))
    assert log_placements(len(table), shape) == pytest.approx(
        math.log(sum(math.exp(weight) for _, weight, _ in walks([[0.0] * len(shape.ends)] * len(table), shape)))
    )
    best = max(weight + score for _, weight, score in every)
    assert best == pytest.approx(max(weight + score for path, weight, score in every if path == found.best))
    for posterior, expected in zip(found.posterior, chances, strict=True):
        assert {k: pytest.approx(p, abs=1e-9) for k, p in expected.items() if p > 1.1e-6} == {
            k: p for k, p in posterior if p > 1.1e-6
        }
