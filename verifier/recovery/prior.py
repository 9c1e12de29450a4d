"""How lists and numbers come apart, and how probable each way is beforehand.

* Entries are lost here and there. The full list is at least as long as the greatest number that is cited. It may be
  longer: its last entries are cited in a table or a box that a copy left out. Of 64 English Wikipedia articles with 20
  entries or more (the dump in the shared data), 10 have entries at the end that no paragraph cites: 1 to 13 of them,
  five on average. All placements in a full list of one length are equally likely.
* Entries are lost and others were put in, which no number means.
* The list is cut: "show more" was not clicked, a scraper stopped, the infobox took its notes with it. With one lost
  entry the first way alone is nearly sure that the last one is still the last, so each cut has a share of its own, and
  without evidence against a cut nothing may be confirmed.

The ways are mixed by their shares and by how well the evidence fits them.
"""

import math
from collections.abc import Sequence

from verifier.recovery.align import NEVER, Alignment, Posterior, Shape, log_placements
from verifier.values import frozen

LONGEST = 16  # entries behind the greatest cited number that are thought of
_LONGER, _ON = 0.15, 0.8  # that there is one, and that there is one more
CUT = 0.15  # beforehand, for each of the two cuts
GAINED = 0.3  # of the lists that lost entries gained others too
_GAINS = 10  # the added entries that are thought of are one in so many at most
_ALONE = 1.0  # nats over all other placements together; more a single mapping, however well it fits, cannot tell


@frozen
class Way:
    """One way of coming apart: its share beforehand, the shape of its placements, and what they weigh together."""

    share: float
    shape: Shape
    weight: float

    def evidence(self, total: float) -> float:
        """Return how probable the way is, in nats, if its alignment sums up to `total`."""
        return math.log(self.share) + total - self.weight


def band(entries: int, lost: int) -> range:
    """Return what may lie between an entry's printed number and its own."""
    return range(-max(2, entries // _GAINS), lost + LONGEST + 1)


def ways(entries: int, lost: int) -> tuple[Way, Way]:
    """Return the ways that have many placements: with losses alone, and with gains as well."""
    within = band(entries, lost)
    ends = tuple(_end(entries, lost, k) for k in within)
    more = math.log(entries * entries / (lost + 1))  # times as many placements with one entry added as with none
    alone, gained = Shape(ends, within[0]), Shape(ends, within[0], -more - math.log(2))
    apart = 1 - 2 * CUT
    return (
        Way(apart * (1 - GAINED), alone, log_placements(entries, alone)),
        Way(apart * GAINED, gained, log_placements(entries, gained)),
    )


def _end(entries: int, lost: int, k: int) -> float:
    """Return what one placement weighs in a full list that had `k` entries more, `lost` of which are cited."""
    tail = k - lost
    if tail < 0:
        return NEVER
    share = _LONGER * (1 - _ON) * _ON ** (tail - 1) if tail else 1 - _LONGER
    return math.log(share) - log_choose(entries + k, entries)


def mixed(found: Sequence[tuple[Way, Alignment]], cuts: Sequence[tuple[int, float]]) -> Posterior:
    """Return the posterior over all ways and cuts; what is left of 1 is that the entry was put in.

    `cuts` are (k, score) of the two single mappings that leave every row at k: without the list's end, and without its
    beginning. Scores are divided by the temperature.
    """
    logs = [way.evidence(aligned.total) for way, aligned in found]
    apart = log_sum(logs)
    logs += [min(math.log(CUT) + score, apart + _ALONE) for _, score in cuts]
    whole = log_sum(logs)
    shares = [math.exp(each - whole) for each in logs]
    rows = []
    for index in range(len(found[0][1].posterior)):
        chances: dict[int, float] = {}
        for share, (_, aligned) in zip(shares, found, strict=False):
            for k, probability in aligned.posterior[index]:
                chances[k] = chances.get(k, 0.0) + share * probability
        for share, (k, _) in zip(shares[len(found) :], cuts, strict=True):
            chances[k] = chances.get(k, 0.0) + share
        rows.append(tuple(sorted(chances.items(), key=lambda pair: (-pair[1], pair[0]))))
    return tuple(rows)


def log_sum(logs: Sequence[float]) -> float:
    """Return the logarithm of the sum of what these are the logarithms of."""
    top = max(logs)
    return top + math.log(sum(math.exp(each - top) for each in logs))


def log_choose(n: int, k: int) -> float:
    """Return the logarithm of the number of ways to choose k of n."""
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
