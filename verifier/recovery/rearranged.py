"""Entries of a list may stand elsewhere than their numbers say, though no number is without one: two tests for that.

Both look at the scores of all pairs. The *order test* compares the list as printed with all other orders: of one that
was sorted or shuffled, the printed numbers fit no better than any others. What any order scores has a known mean and
variance (W. Hoeffding, "A combinatorial central limit theorem", 1951, https://doi.org/10.1214/aoms/1177729545). The
*place test* looks for two entries that changed places, one that moved, and one that was lost while another was put in
elsewhere: those between are off by one.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from verifier.model.recovery import Move, Rearranged
from verifier.recovery.score import TEMPERATURE, Scores
from verifier.recovery.shift import SUPPORT, Change, is_supported
from verifier.values import frozen

Table = Sequence[Sequence[float]]  # for each entry its scores for the numbers 1, 2 ...

LONGEST = 400  # entries; the time grows with the square
_LEAST = 8  # entries; among fewer, too many orders are as good
_TELLING = 3.5  # nats: the deviation from which on a whole list among 578 pages of the shared data has 5.8 or more
_CHANCE = 2.3  # deviations above the mean, which one shuffled list in a hundred reaches
_WHOLE = 5.0  # deviations above the mean, which a list must have in its own order: no part of a shuffled list moved
_WAYS = 2.5  # for each pair of places: a swap, a move or a replacement, forth or back, half of n * n pairs
_ODDS = 1.5  # nats over all ways together; no whole list among those 578 pages reaches -.9
_NEAR = 12.0  # nats below the best way, from which on another changes nothing


@frozen
class Found:
    """The most probable way, and for each entry (0-based) that it or another way moves what numbers it may have."""

    best: Rearranged
    numbers: Mapping[int, Mapping[int | None, float]]


def table(scores: Scores, entries: int) -> Table | None:
    """Return the scores of each entry for each number; None for a list that is too short or too long to be tested."""
    if not _LEAST <= entries <= LONGEST:
        return None
    return [scores.row(entry, 1, entries) for entry in range(entries)]


def is_disordered(scored: Table) -> bool:
    """Tell whether the printed order fits no better than another, though the entries say much of their numbers."""
    excess, deviation = _order(scored)
    return deviation >= _TELLING and excess < _CHANCE * deviation


def _order(scored: Table) -> tuple[float, float]:
    """Return how much better than the mean of all orders the printed one scores, and their standard deviation."""
    count = len(scored)
    rows = [math.fsum(row) / count for row in scored]
    columns = [math.fsum(column) / count for column in zip(*scored, strict=True)]
    mean = math.fsum(rows) / count
    squares = (
        (score - own - column + mean) ** 2
        for row, own in zip(scored, rows, strict=True)
        for score, column in zip(row, columns, strict=True)
    )
    printed = math.fsum(scored[index][index] for index in range(count))
    return printed - count * mean, math.sqrt(math.fsum(squares) / (count - 1))


def find(scores: Scores, scored: Table) -> Found | None:
    """Return which entries stand elsewhere, None where the list as printed is as probable."""
    count = len(scored)
    enough = TEMPERATURE * (_ODDS + math.log(_WAYS * count * count))
    ways = list(_ways(scored, enough - _NEAR))
    if not ways:
        return None
    top, best = max(ways, key=lambda each: (each[0], -each[1].first, -each[1].last))
    excess, deviation = _order(scored)
    if top < enough or excess + top < _WHOLE * deviation or not _is_supported(scores, scored, best):
        return None
    return _weighed(ways, top, best, count)


def _weighed(ways: Sequence[tuple[float, Rearranged]], top: float, best: Rearranged, count: int) -> Found:
    """Return how probable each number of each entry is; the list as printed is as probable as all ways, beforehand."""
    weights = [math.exp((gain - top) / TEMPERATURE) for gain, _ in ways]
    total = math.fsum(weights) + _WAYS * count * count * math.exp(-top / TEMPERATURE)
    numbers: dict[int, dict[int | None, float]] = defaultdict(lambda: defaultdict(float))
    for weight, (_, way) in zip(weights, ways, strict=True):
        for entry, number in way.numbers().items():
            numbers[entry - 1][number] += weight / total
    for entry, held in numbers.items():
        held[entry + 1] += max(0.0, 1.0 - math.fsum(held.values()))
    return Found(Rearranged(best.move, best.first, best.last, top, math.fsum(weights) / total), numbers)


def _ways(scored: Table, least: float) -> Iterator[tuple[float, Rearranged]]:
    """Yield each way that gains more than `least`, with its gain over the list as printed."""
    own = [row[index] for index, row in enumerate(scored)]
    pairs = list(pairwise(range(len(scored))))
    forth = [0.0, *accumulate(scored[a][b] - own[a] for a, b in pairs)]  # all before mean the next number
    back = [0.0, *accumulate(scored[b][a] - own[b] for a, b in pairs)]  # all to here mean the number before
    for first, row in enumerate(scored):
        for last in range(first + 1, len(scored)):
            up, down = forth[last] - forth[first] - own[last], back[last] - back[first] - own[first]
            for move, gain in (
                (Move.SWAPPED, row[last] + scored[last][first] - own[first] - own[last]),
                (Move.MOVED_DOWN, up + scored[last][first]),
                (Move.MOVED_UP, down + row[last]),
                (Move.REPLACED_DOWN, up),
                (Move.REPLACED_UP, down),
            ):
                if gain > least and (last - first > 1 or move not in (Move.MOVED_DOWN, Move.MOVED_UP)):  # a swap
                    yield gain, Rearranged(move, first + 1, last + 1, gain)


def _is_supported(scores: Scores, scored: Table, way: Rearranged) -> bool:
    """Tell whether several entries fit better, few worse, and not by long lags alone: see `shift.is_supported`."""
    changes = []
    for position, number in way.numbers().items():
        if number is not None:
            entry, row = position - 1, scored[position - 1]
            words = scores.words_row(entry, 1, len(scored))
            gain, told = row[number - 1] - row[entry], words[number - 1] - words[entry]
            changes.append(Change(position, row[entry], gain, told, scores.is_vetoed(entry, position)))
    return is_supported(changes, min(SUPPORT, len(changes)))  # a swap has two


def words(way: Rearranged) -> str:
    """Return what happened to the entries, as a clause."""
    first, last = way.first, way.last
    up, down = _belonging(first, last - 1, 1), _belonging(first + 1, last, -1)
    return {
        Move.SWAPPED: f"entries {first} and {last} changed places",
        Move.MOVED_DOWN: f"the entry of [{first}] stands as entry {last}, and {up}",
        Move.MOVED_UP: f"the entry of [{last}] stands as entry {first}, and {down}",
        Move.REPLACED_DOWN: f"the entry of [{first}] is lost, entry {last} is one that no number means, and {up}",
        Move.REPLACED_UP: f"the entry of [{last}] is lost, entry {first} is one that no number means, and {down}",
    }[way.move]


def remedy(way: Rearranged) -> str:
    """Return what to do with the entries, as an order."""
    first, last = way.first, way.last
    return {
        Move.SWAPPED: f"let entries {first} and {last} change places again",
        Move.MOVED_DOWN: f"put entry {last} back in front of entry {first}",
        Move.MOVED_UP: f"put entry {first} back behind entry {last}",
        Move.REPLACED_DOWN: f"restore the entry of [{first}] from the original page and take out entry {last}",
        Move.REPLACED_UP: f"restore the entry of [{last}] from the original page and take out entry {first}",
    }[way.move]


def _belonging(first: int, last: int, by: int) -> str:
    if first == last:
        return f"entry {first} belongs to [{first + by}]"
    return f"entries {first} to {last} belong to [{first + by}] to [{last + by}]"
