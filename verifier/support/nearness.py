"""How near to each other on the page the words stand that are neighbours in the claim.

A claim that was put together from pieces of the page has all its words, and its neighbours stand apart there.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from verifier.support.facts import Claim
from verifier.support.passages import Matched

_REACH = 6  # words more than in the claim, after which two words count half as near
_MANY = 400  # places of the rarer word that are compared


def closeness(matched: Matched) -> float:
    """Return how near the claim's neighbouring words stand on the page, 0 to 1, weighted; 1 where no pair does."""
    told = list(_pairs(matched))
    whole = sum(weight for weight, _ in told)
    return sum(weight * near for weight, near in told) / whole if whole else 1.0


def _pairs(matched: Matched) -> Iterator[tuple[float, float]]:
    """Yield, for each two neighbours of the claim that both stand on the page, their weight and how near they are."""
    positions = {stem: _positions(matched, stem) for stem in matched.claim.weights}
    for (first, one), (second, other) in pairwise(_in_order(matched.claim)):
        if one != other and positions[one] and positions[other]:
            more = _distance(positions[one], positions[other]) - (second - first)
            weight = min(matched.claim.weights[one], matched.claim.weights[other])
            yield weight, _REACH / (_REACH + max(0, more))


def _in_order(claim: Claim) -> list[tuple[int, str]]:
    return sorted((place, stem) for stem, places in claim.places.items() for place in places)


def _positions(matched: Matched, stem: str) -> list[int]:
    return sorted({place for form in matched.forms[stem] for place in matched.index.positions.get(form, ())})


def _distance(ours: Sequence[int], theirs: Sequence[int]) -> int:
    """Return how many words lie between the nearest two places; both lists are sorted and not empty."""
    rare, other = sorted((ours, theirs), key=len)
    return min(abs(each - at) for at in rare[:_MANY] for each in _beside(other, at))


def _beside(places: Sequence[int], at: int) -> Sequence[int]:
    spot = bisect_left(places, at)
    return places[max(0, spot - 1) : spot + 1]
