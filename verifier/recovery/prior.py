"""How lists lose entries: here and there, or the whole end, or the whole beginning.

The alignment takes all placements for equally likely, and with one lost entry it is then nearly sure that the last one
is still the last. But lists are also cut: "show more" was not clicked, a scraper stopped, the infobox took its notes
with it. Without evidence against a cut nothing may be confirmed, so each cut has a share of its own beforehand.
"""

import math
from collections.abc import Sequence

from verifier.recovery.align import Posterior

CUT = 0.15  # beforehand, for each of the two cuts
_ALONE = 1.0  # nats over all other placements together; more a single mapping, however well it fits, cannot tell


def with_cuts(posterior: Posterior, total: float, spare: int, scores: tuple[float, float]) -> Posterior:
    """Return the posterior that knows of cuts.

    `total` is the alignment's; `scores` are those of the list without its end (every row at k = 0) and without its
    beginning (every row at k = `spare`), divided by the temperature.
    """
    rows = len(posterior)
    apart = math.log(1 - 2 * CUT) + total - _log_choose(rows + spare, rows)
    logs = (apart, *(min(math.log(CUT) + score, apart + _ALONE) for score in scores))
    top = max(logs)
    weights = [math.exp(each - top) for each in logs]
    apart_share, end, beginning = (weight / sum(weights) for weight in weights)
    return tuple(_mixed(row, apart_share, ((0, end), (spare, beginning))) for row in posterior)


def _mixed(
    row: Sequence[tuple[int, float]], share: float, cuts: Sequence[tuple[int, float]]
) -> tuple[tuple[int, float], ...]:
    mixed = {k: share * probability for k, probability in row}
    for k, probability in cuts:
        mixed[k] = mixed.get(k, 0.0) + probability
    return tuple(sorted(mixed.items(), key=lambda pair: (-pair[1], pair[0])))


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
