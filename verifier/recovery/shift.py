"""Are all numbers off by a constant from some point on? A change-point test on the scores.

An extractor that drops one item of a list moves all later numbers by one, and sizes may still agree. Long lags alone
are no proof: a weekly paper is always late. There must be several entries that fit better, few that fit worse, and
either shared words or impossible dates that speak against the printed numbers.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from verifier.model.recovery import Shift, Structure
from verifier.recovery.score import TEMPERATURE, Scores
from verifier.values import frozen

ALARM = 4.5  # nats; no whole list among 78 pages of the shared data reaches 2.5
CLEAR = 12.0  # nats, from which on the finding is an error
_DIFFERENCE = 3  # sizes may differ by so many
_REACH = 3  # numbers
_NEAR = 2.0  # nats below the best: the shift may start there as well
_LONGEST = 20_000  # entries; longer lists are not tested
_FIT = 0.1  # nats for each entry, that the list fits once it is moved: no part of a shuffled list is shifted
_NOTED = 1.0  # nats from which on one entry speaks for or against
SUPPORT, _OPPOSED = 3, 3  # entries that must fit better, and how many of those there must be for each that fits worse
_WORDS, _VETOES = 2.0, 2  # nats of words, or impossible pairs as printed, of which one must be there


@frozen
class Change:
    """What moving one entry changes: its score, its words' part, and whether its printed number is impossible.

    `own` is its score as printed.
    """

    position: int
    own: float
    gain: float
    words: float
    vetoed: bool


def find(scores: Scores, entries: int, found: Structure) -> Shift | None:
    """Return the shift that fits best if it fits clearly better than the printed numbers, else None."""
    if not entries or entries > _LONGEST or abs(found.greatest - entries) > _DIFFERENCE:
        return None
    most = max(found.greatest, entries)
    windows = [_window(scores, index, most) for index in range(entries)]
    tested = [(by, _changes(scores, windows, by)) for by in range(-_REACH, _REACH + 1) if by]
    shifts = [(_best(changes, by), changes) for by, changes in tested]
    best, changes = max(shifts, key=lambda pair: (pair[0].gain, -abs(pair[0].by), pair[0].by))
    whole = sum(each.own for each in changes) + best.gain
    if (
        best.gain <= ALARM
        or whole < _FIT * entries
        or not is_supported([each for each in changes if each.position >= best.best])
    ):
        return None
    return replace(best, probability=1 / (1 + math.exp(-log_odds(best, entries))))


def _window(scores: Scores, index: int, most: int) -> dict[int, tuple[float, float]]:
    """Return for each number the entry may have if it is shifted its score and its words' part of that."""
    first = max(1, index + 1 - _REACH)
    count = min(most, index + 1 + _REACH) - first + 1
    rows = zip(scores.row(index, first, count), scores.words_row(index, first, count), strict=True)
    return dict(enumerate(rows, first))


def _changes(scores: Scores, windows: Sequence[Mapping[int, tuple[float, float]]], by: int) -> list[Change]:
    """Return the change of each entry, from the end; one whose new number does not exist cannot be judged: none."""
    changes = []
    for index in range(len(windows) - 1, -1, -1):
        own, moved = windows[index][index + 1], windows[index].get(index + 1 + by)
        if moved is None:
            changes.append(Change(index + 1, 0.0, 0.0, 0.0, False))
            continue
        vetoed = scores.is_vetoed(index, index + 1)
        changes.append(Change(index + 1, own[0], moved[0] - own[0], moved[1] - own[1], vetoed))
    return changes


def is_supported(changes: Sequence[Change], least: int = SUPPORT) -> bool:
    """Tell whether several entries, `least` or more, speak for the shift, few against, and not long lags alone.

    Impossible dates count only if the words do not say that the printed numbers are right: then the dates are wrong.
    """
    better = sum(each.gain >= _NOTED for each in changes)
    worse = sum(each.gain <= -_NOTED for each in changes)
    words, vetoed = sum(each.words for each in changes), sum(each.vetoed for each in changes)
    return better >= max(least, _OPPOSED * worse) and (words >= _WORDS or (vetoed >= _VETOES and words > -_WORDS))


def log_odds(found: Shift, entries: int) -> float:
    """Return how much better the shift explains the list than the printed numbers do, in nats.

    It could start anywhere and go six ways, which its gain must make up for.
    """
    return found.gain / TEMPERATURE - math.log(2 * _REACH * entries)


def _best(changes: Sequence[Change], by: int) -> Shift:
    """Return the best point for a shift by `by`: gains are summed from the end of the list.

    Items that the list gained stand before the point and have no number, so what they scored as printed is lost.
    """
    gain, gains = 0.0, []
    for index, change in enumerate(changes):
        gain += change.gain
        gained = changes[index + 1 : index + 1 - by] if by < 0 else ()
        gains.append((change.position, gain - sum(each.own for each in gained)))
    if by < 0:  # what was gained must stand in the list
        gains = gains[: len(gains) + by] or gains[:1]
    top = max(gain for _, gain in gains)
    near = [position for position, gain in gains if gain >= top - _NEAR]
    best = min(position for position, gain in gains if gain == top)
    return Shift(by, top, min(near), best, max(near))
