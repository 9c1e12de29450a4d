"""Align rows to columns in order: every row takes one column, later rows take later columns. Pure arithmetic.

A cell's score, in nats, makes the placements through it more or less likely; what is likely beforehand is told by a
`Shape`. The sum over all placements is the forward-backward algorithm, the best one Viterbi's
(https://en.wikipedia.org/wiki/Forward%E2%80%93backward_algorithm, https://en.wikipedia.org/wiki/Viterbi_algorithm).

Row i (from 0) takes column i + k, and k grows by one with each column that stays empty. Where rows may stay without a
column, k falls by one with each of them. All tables are held by row and k, from the shape's `low` on.

Cost is rows x width. Below `_LARGE` cells plain lists are faster than loading numpy; above, numpy is.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from operator import add
from typing import Any

from verifier.values import frozen

_LARGE = 150_000  # cells; plain Python takes 0.9 us for each
_NEGLIGIBLE = 1e-6  # probability
NEVER = -1e9  # nats

Posterior = tuple[tuple[tuple[int, float], ...], ...]
Row = Any  # list[float], or a numpy array of float64 in large problems


@frozen
class Shape:
    """What placements there are and how likely each is beforehand, in nats.

    `ends` holds for each k, from `low` on, what a placement weighs that leaves that many columns more than rows, those
    behind the last row too. `unplaced` is what each row adds that takes no column, None if every row must take one.
    """

    ends: tuple[float, ...]
    low: int = 0
    unplaced: float | None = None

    @classmethod
    def plain(cls, spare: int) -> "Shape":
        """Return the shape of `spare` columns more than rows, every row in one, all placements alike."""
        return cls((NEVER,) * spare + (0.0,))


@frozen
class Alignment:
    """The result: `best` holds the k of each row on the best path, None for one without a column.

    `fits` are the scores on it, and `best_score` is their sum. `total` is the logarithm of the sum over all placements,
    at the given temperature. `posterior` holds for each row the (k, probability) of every k that is not negligible, the
    most probable first; what is left of 1 is the probability that the row has no column.
    """

    best: tuple[int | None, ...]
    fits: tuple[float, ...]
    total: float
    posterior: Posterior

    @property
    def best_score(self) -> float:
        """Return the score of the best path."""
        return sum(self.fits)


@frozen
class _Arithmetic:
    """The operations on rows: running log-sum-exp and maximum, the same of two rows, scaling, and posteriors."""

    load: Callable[[Sequence[float]], Row]
    plus: Callable[[Row, Row], Row]
    log_sums: Callable[[Row], Row]
    maxima: Callable[[Row], Row]
    log_sum: Callable[[Row, Row], Row]
    maximum: Callable[[Row, Row], Row]
    scaled: Callable[[Row, float], Row]
    backwards: Callable[[Row], Row]
    moved: Callable[[Row, float], Row]
    posterior: Callable[[Row, Row, Row, float, int], tuple[tuple[int, float], ...]]


def align(scores: Iterable[Sequence[float]], shape: Shape, temperature: float) -> Alignment:
    """Return the best path and the posteriors.

    `scores` yields the rows, each with the scores for every k of the shape; the posteriors use the scores divided by
    `temperature`, which makes them less certain the higher it is.
    """
    rows = list(scores)
    with_ = _numpy() if is_large(len(rows), len(shape.ends)) else _PLAIN
    table = [with_.load(row) for row in rows]
    best = _best_path(table, shape, temperature, with_)
    pairs = zip(table, best, strict=True)
    fits = tuple(float(row[k - shape.low]) if k is not None else 0.0 for row, k in pairs)
    total, posterior = _posteriors(table, shape, temperature, with_)
    return Alignment(best, fits, total, posterior)


def is_large(rows: int, width: int) -> bool:
    """Tell whether a problem is worth loading numpy for."""
    return rows * width > _LARGE


def log_placements(rows: int, shape: Shape) -> float:
    """Return the logarithm of what all placements of so many rows weigh together, before any evidence."""
    with_ = _numpy() if is_large(rows, len(shape.ends)) else _PLAIN
    row = _start(shape, with_)
    for _ in range(rows):
        placed = with_.log_sums(row)
        row = placed if shape.unplaced is None else with_.log_sum(placed, with_.moved(row, shape.unplaced))
    return float(with_.log_sums(with_.plus(row, with_.load(shape.ends)))[-1])


def _start(shape: Shape, with_: _Arithmetic) -> Row:
    return with_.load([NEVER if shape.low + index < 0 else 0.0 for index in range(len(shape.ends))])


def _best_path(table: Sequence[Row], shape: Shape, temperature: float, with_: _Arithmetic) -> tuple[int | None, ...]:
    """Return the best path; what is known beforehand weighs as much against the scores as in the posteriors."""
    row = _start(shape, with_)
    cost = None if shape.unplaced is None else shape.unplaced * temperature
    reached = [row]
    for scores in table:
        placed = with_.maxima(with_.plus(row, scores))
        row = placed if cost is None else with_.maximum(placed, with_.moved(row, cost))
        reached.append(row)
    last = with_.plus(row, with_.load([end * temperature for end in shape.ends]))
    k = max(range(len(shape.ends)), key=lambda index: float(last[index]))
    path: list[int | None] = []
    for index in range(len(table) - 1, -1, -1):
        after, before, scores = reached[index + 1], reached[index], table[index]
        if cost is not None and k + 1 < len(shape.ends) and before[k + 1] + cost == after[k]:
            path.append(None)
            k += 1
            continue
        top = after[k]  # what rows without a column reach at a lower k is no part of it
        while k and before[k] + scores[k] != top:  # on a tie the row stands here
            k -= 1
        path.append(k + shape.low)
    return tuple(reversed(path))


def _posteriors(table: Sequence[Row], shape: Shape, temperature: float, with_: _Arithmetic) -> tuple[float, Posterior]:
    row = _start(shape, with_)
    forward = []
    for scores in table:
        forward.append(row)
        placed = with_.log_sums(with_.plus(row, with_.scaled(scores, temperature)))
        row = placed if shape.unplaced is None else with_.log_sum(placed, with_.moved(row, shape.unplaced))
    left = with_.load(shape.ends)  # of what comes after, by k
    total = float(with_.log_sums(with_.plus(row, left))[-1])
    result = []
    for index in range(len(table) - 1, -1, -1):
        scores = with_.scaled(table[index], temperature)
        after = with_.backwards(with_.log_sums(with_.backwards(left)))
        result.append(with_.posterior(forward[index], scores, after, total, shape.low))
        placed = with_.plus(scores, after)
        if shape.unplaced is None:
            left = placed
        else:
            left = with_.log_sum(placed, with_.backwards(with_.moved(with_.backwards(left), shape.unplaced)))
        forward[index] = None
    return total, tuple(reversed(result))


def _log_add(first: float, second: float) -> float:
    if first < second:
        first, second = second, first
    return first + math.log1p(math.exp(second - first))


def _sorted(kept: Iterable[tuple[int, float]]) -> tuple[tuple[int, float], ...]:
    """Return the pairs with the most probable first, of equals the smaller k."""
    return tuple(sorted(kept, key=lambda pair: (-pair[1], pair[0])))


def _plain_posterior(before: Row, scores: Row, after: Row, total: float, low: int) -> tuple[tuple[int, float], ...]:
    chances = (math.exp(f + s + b - total) for f, s, b in zip(before, scores, after, strict=True))
    return _sorted((k, each) for k, each in enumerate(chances, low) if each > _NEGLIGIBLE)


_PLAIN = _Arithmetic(
    load=list,
    plus=lambda first, second: list(map(add, first, second)),
    log_sums=lambda row: list(accumulate(row, _log_add)),
    maxima=lambda row: list(accumulate(row, max)),
    log_sum=lambda first, second: list(map(_log_add, first, second)),
    maximum=lambda first, second: list(map(max, first, second)),
    scaled=lambda scores, temperature: [score / temperature for score in scores],
    backwards=lambda row: row[::-1],
    moved=lambda row, cost: [each + cost for each in row[1:]] + [NEVER],
    posterior=_plain_posterior,
)


def _numpy() -> _Arithmetic:
    import numpy as np

    def posterior(before: Row, scores: Row, after: Row, total: float, low: int) -> tuple[tuple[int, float], ...]:
        chances = np.exp(before + scores + after - total)
        kept = np.flatnonzero(chances > _NEGLIGIBLE)
        return _sorted(zip((kept + low).tolist(), chances[kept].tolist(), strict=True))

    return _Arithmetic(
        load=lambda row: np.asarray(row, dtype=np.float64),
        plus=lambda first, second: first + second,
        log_sums=np.logaddexp.accumulate,
        maxima=np.maximum.accumulate,
        log_sum=np.logaddexp,
        maximum=np.maximum,
        scaled=lambda scores, temperature: scores / temperature,
        backwards=lambda row: row[::-1],
        moved=lambda row, cost: np.append(row[1:] + cost, NEVER),
        posterior=posterior,
    )
