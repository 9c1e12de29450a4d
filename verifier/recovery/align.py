"""Align rows to columns in order: every row takes one column, later rows take later columns. Pure arithmetic.

All strictly increasing placements are equally likely beforehand; a cell's score, in nats, makes the placements through
it more or less likely. The sum over all of them is the forward-backward algorithm, the best one Viterbi's
(https://en.wikipedia.org/wiki/Forward%E2%80%93backward_algorithm, https://en.wikipedia.org/wiki/Viterbi_algorithm).

Of `columns` columns a row can only take the band it is left with: row i (from 0) takes column i + k, k = 0..b, where b
is the number of columns that stay empty. All tables are held by row and k.

Cost is rows x (b + 1). Below `_LARGE` cells plain lists are faster than loading numpy; above, numpy is.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add
from typing import Any

_LARGE = 150_000  # cells; plain Python takes 0.9 us for each
_NEGLIGIBLE = 1e-6  # probability

Posterior = tuple[tuple[tuple[int, float], ...], ...]
Row = Any  # list[float], or a numpy array of float64 in large problems


@dataclass(frozen=True, slots=True)
class Alignment:
    """The result: `best` holds the k of each row on the best path, `best_score` its score in nats (temperature 1).

    `total` is the logarithm of the sum over all placements, at the given temperature. `posterior` holds for each row
    the (k, probability) of every k that is not negligible, the most probable first.
    """

    best: tuple[int, ...]
    best_score: float
    total: float
    posterior: Posterior


@dataclass(frozen=True, slots=True)
class _Arithmetic:
    """The operations on rows: plus and running log-sum-exp, plus and running maximum, scaling, and posteriors."""

    load: Callable[[Sequence[float]], Row]
    log_sum: Callable[[Row, Row], Row]
    maximum: Callable[[Row, Row], Row]
    scaled: Callable[[Row, float], Row]
    backwards: Callable[[Row], Row]
    posterior: Callable[[Row, Row, Row, float], tuple[tuple[int, float], ...]]


def align(scores: Iterable[Sequence[float]], rows: int, spare: int, temperature: float) -> Alignment:
    """Return the best path and the posteriors.

    `scores` yields for each of `rows` rows the `spare` + 1 scores of the columns it may take; the posteriors use the
    scores divided by `temperature`, which makes them less certain the higher it is.
    """
    with_ = _numpy() if is_large(rows, spare) else _PLAIN
    table = [with_.load(row) for row in scores]
    best, best_score = _best_path(table, spare, with_)
    total, posterior = _posteriors(table, spare, temperature, with_)
    return Alignment(best, best_score, total, posterior)


def is_large(rows: int, spare: int) -> bool:
    """Tell whether a problem is worth loading numpy for."""
    return rows * (spare + 1) > _LARGE


def _best_path(table: Sequence[Row], spare: int, with_: _Arithmetic) -> tuple[tuple[int, ...], float]:
    row = with_.load([0.0] * (spare + 1))
    reached = [row]
    for scores in table:
        row = with_.maximum(row, scores)
        reached.append(row)
    path = []
    k = spare
    for index in range(len(table) - 1, -1, -1):
        after, before, scores = reached[index + 1], reached[index], table[index]
        while k and before[k] + scores[k] != after[k]:  # on a tie the row stands here
            k -= 1
        path.append(k)
    return tuple(reversed(path)), float(reached[-1][spare])


def _posteriors(table: Sequence[Row], spare: int, temperature: float, with_: _Arithmetic) -> tuple[float, Posterior]:
    row = with_.load([0.0] * (spare + 1))
    forward = []
    for scores in table:
        forward.append(row)
        row = with_.log_sum(row, with_.scaled(scores, temperature))
    total = float(row[spare])
    result = []
    row = with_.load([0.0] * (spare + 1))  # of what comes after, by k, from the band's right end
    for index in range(len(table) - 1, -1, -1):
        scores = with_.scaled(table[index], temperature)
        result.append(with_.posterior(forward[index], scores, row, total))
        row = with_.backwards(with_.log_sum(with_.backwards(row), with_.backwards(scores)))
        forward[index] = None
    return total, tuple(reversed(result))


def _log_add(first: float, second: float) -> float:
    if first < second:
        first, second = second, first
    return first + math.log1p(math.exp(second - first))


def _sorted(kept: Iterable[tuple[int, float]]) -> tuple[tuple[int, float], ...]:
    """Return the pairs with the most probable first, of equals the smaller k."""
    return tuple(sorted(kept, key=lambda pair: (-pair[1], pair[0])))


def _plain_posterior(before: Row, scores: Row, after: Row, total: float) -> tuple[tuple[int, float], ...]:
    chances = (math.exp(f + s + b - total) for f, s, b in zip(before, scores, after, strict=True))
    return _sorted((k, each) for k, each in enumerate(chances) if each > _NEGLIGIBLE)


_PLAIN = _Arithmetic(
    load=list,
    log_sum=lambda row, scores: list(accumulate(map(add, row, scores), _log_add)),
    maximum=lambda row, scores: list(accumulate(map(add, row, scores), max)),
    scaled=lambda scores, temperature: [score / temperature for score in scores],
    backwards=lambda row: row[::-1],
    posterior=_plain_posterior,
)


def _numpy() -> _Arithmetic:
    import numpy as np

    def posterior(before: Row, scores: Row, after: Row, total: float) -> tuple[tuple[int, float], ...]:
        chances = np.exp(before + scores + after - total)
        kept = np.flatnonzero(chances > _NEGLIGIBLE)
        return _sorted(zip(kept.tolist(), chances[kept].tolist(), strict=True))

    return _Arithmetic(
        load=lambda row: np.asarray(row, dtype=np.float64),
        log_sum=lambda row, scores: np.logaddexp.accumulate(row + scores),
        maximum=lambda row, scores: np.maximum.accumulate(row + scores),
        scaled=lambda scores, temperature: scores / temperature,
        backwards=lambda row: row[::-1],
        posterior=posterior,
    )
