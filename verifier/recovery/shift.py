"""Are all numbers off by a constant from some point on? A change-point test on the scores.

An extractor that drops one item of a list moves all later numbers by one, and sizes may still agree.
"""

import math
from dataclasses import replace

from verifier.model.recovery import Shift, Structure
from verifier.recovery.score import Scores

ALARM = 6.0  # nats
CLEAR = 12.0  # nats, from which on the finding is an error
_DIFFERENCE = 3  # sizes may differ by so many
_REACH = 3  # numbers
_NEAR = 2.0  # nats below the best: the shift may start there as well
_LONGEST = 20_000  # entries; longer lists are not tested
_TEMPERATURE = 1.5  # as in recover.py


def find(scores: Scores, entries: int, found: Structure) -> Shift | None:
    """Return the shift that fits best if it fits clearly better than the printed numbers, else None."""
    if not entries or entries > _LONGEST or abs(found.greatest - entries) > _DIFFERENCE:
        return None
    most = max(found.greatest, entries)
    printed = [scores.value(index, index + 1) for index in range(entries)]
    shifts = [_best(scores, printed, most, by) for by in range(-_REACH, _REACH + 1) if by]
    best = max(shifts, key=lambda each: (each.gain, -abs(each.by), each.by))
    return replace(best, probability=_probability(best.gain, entries)) if best.gain > ALARM else None


def _probability(gain: float, entries: int) -> float:
    """Return how probable a shift is: it could start anywhere and go six ways, which its gain must make up for."""
    return 1 / (1 + math.exp(math.log(2 * _REACH * entries) - gain / _TEMPERATURE))


def _best(scores: Scores, printed: list[float], most: int, by: int) -> Shift:
    """Return the best point for a shift by `by`: gains are summed from the end of the list."""
    gain, gains = 0.0, []
    for index in range(len(printed) - 1, -1, -1):
        number = index + 1 + by
        moved = scores.value(index, number) if 1 <= number <= most else 0.0
        gain += moved - printed[index]
        gains.append((index + 1, gain))
    top = max(gain for _, gain in gains)
    near = [number for number, gain in gains if gain >= top - _NEAR]
    best = min(number for number, gain in gains if gain == top)
    return Shift(by, top, min(near), best, max(near))
