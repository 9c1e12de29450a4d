"""How long the full list was, and how it lost entries: here and there, or the whole end, or the whole beginning.

The full list is at least as long as the greatest number that is cited. It may be longer: its last entries are cited in
a table or a box that a copy left out. Of 64 English Wikipedia articles with 20 entries or more (the dump in the shared
data), 10 have entries at the end that no paragraph cites: 1 to 13 of them, five on average.

The alignment takes all placements for equally likely, and with one lost entry it is then nearly sure that the last one
is still the last. But lists are also cut: "show more" was not clicked, a scraper stopped, the infobox took its notes
with it. Without evidence against a cut nothing may be confirmed, so each cut has a share of its own beforehand.
"""

import math
from collections.abc import Sequence

from verifier.recovery.align import Posterior

LONGEST = 16  # entries behind the greatest cited number that are thought of
_LONGER, _ON = 0.15, 0.8  # that there is one, and that there is one more
CUT = 0.15  # beforehand, for each of the two cuts
_ALONE = 1.0  # nats over all other placements together; more a single mapping, however well it fits, cannot tell


def lengths(rows: int, lost: int) -> tuple[float, ...]:
    """Return how probable a placement is, in nats, by the number of its last row: greatest cited, one more, and so on.

    All placements of `rows` entries in a full list of one length are equally likely; `lost` is the least that the list
    can have lost.
    """
    shares = [1 - _LONGER, *(_LONGER * (1 - _ON) * _ON**more for more in range(LONGEST))]
    each = [math.log(share) - log_choose(rows + lost + more, rows) for more, share in enumerate(shares)]
    found = [each.pop()]
    while each:
        found.append(_log_sum(found[-1], each.pop()))
    return tuple(reversed(found))


def with_cuts(posterior: Posterior, total: float, spare: int, scores: tuple[float, float]) -> Posterior:
    """Return the posterior that knows of cuts.

    `total` is the alignment's with each placement as probable as `lengths` says; `scores` are those of the list without
    its end (every row at k = 0) and without its beginning (every row at k = `spare`), divided by the temperature.
    """
    apart = math.log(1 - 2 * CUT) + total
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


def _log_sum(first: float, second: float) -> float:
    return max(first, second) + math.log1p(math.exp(-abs(first - second)))


def log_choose(n: int, k: int) -> float:
    """Return the logarithm of the number of ways to choose k of n."""
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
