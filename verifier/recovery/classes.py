"""How sure a recovered number is, and when no mapping is proposed at all.

The thresholds are those of docs/numbering.md; bench/recovery.py prints how often each class is right.
"""

from collections.abc import Sequence

from verifier.model.recovery import Class

CONFIRMED, LIKELY = 0.95, 0.8
_WORDS = 0.98  # to be confirmed where no days tie the list to the text: neighbours share words, seldom days
_OWN = 0.1  # nats that an entry's own words, dates or links must say for a number; order alone confirms nothing
_SET, _SET_SIZE = 0.95, 8  # the numbers that share this probability may be this many


def classify(candidates: Sequence[tuple[int, float]], best: int, *, fit: float, vetoed: bool) -> Class:
    """Return the class of one row. `candidates` are (number, probability), the most probable first.

    `best` is the row's number on the best path: where the two disagree nothing is proposed. `fit` is what the entry's
    own evidence says for it, in nats: that its neighbours leave it no other place proves nothing of an entry that was
    put in the place of another.
    """
    first, probability = candidates[0]
    agreed = first == best and not vetoed
    if agreed and probability >= CONFIRMED and fit >= _OWN:
        return Class.CONFIRMED
    if agreed and probability >= LIKELY:
        return Class.LIKELY
    return Class.AMBIGUOUS if len(likely_set(candidates)) <= _SET_SIZE else Class.UNKNOWN


def likely_set(candidates: Sequence[tuple[int, float]]) -> Sequence[tuple[int, float]]:
    """Return the fewest candidates that together hold the truth with .95, all of them if none do."""
    total = 0.0
    for index, (_, probability) in enumerate(candidates, 1):
        total += probability
        if total >= _SET:
            return candidates[:index]
    return candidates


def shown(candidates: Sequence[tuple[int, float]]) -> tuple[tuple[int, float], ...]:
    """Return the alternatives worth printing: the likely set, at least two and at most eight."""
    return tuple(candidates[: max(2, min(_SET_SIZE, len(likely_set(candidates))))])


def alone(kind: Class, probability: float, alternatives: Sequence[tuple[int, float]], *, tied: bool) -> Class:
    """Return the class of an entry when the mapping as a whole is refused: likely is not stated.

    What is confirmed stays so, but where words alone speak (not `tied`) it takes more of them.
    """
    if kind is not Class.LIKELY and (kind is not Class.CONFIRMED or tied or probability >= _WORDS):
        return kind
    return Class.AMBIGUOUS if len(alternatives) <= _SET_SIZE else Class.UNKNOWN
