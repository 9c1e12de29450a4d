"""Whether the values of a claim belong together on the page: each fact's value against what else is said near it.

A year that stands on the page supports a claim only if it is said of the same event. For each fact the words around it
in the claim are its company; how much of the company stands near the value on the page is compared with how much of it
stands together anywhere, and near the page's other values of that kind.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from verifier.support.find import Found, Place
from verifier.support.names import Name
from verifier.support.passages import Matched

_REACH = 8  # words of the claim after which company counts half
_BESIDE = 0.5  # what a word in the neighbouring sentence counts
_NAME_FACTOR = 20  # numbers that differ by more are of other things


@dataclass(frozen=True, slots=True)
class Bond:
    """How a fact's value is bound: the share of its company near the value, near the best rival, and anywhere at best.

    `rival` is the best rival's place, None without one; `at` the sentence where the value is bound best.
    """

    found: Found
    own: float
    other: float
    best: float
    rival: Place | None = None
    at: int = -1


def bonds(matched: Matched, found: Iterable[Found]) -> list[Bond]:
    """Return the bond of every fact that stands on the page in so many words."""
    return [_bond(matched, each) for each in found if each.places]


def _bond(matched: Matched, found: Found) -> Bond:
    company = _company(matched, found)
    whole = sum(company.values())
    if not whole:
        return Bond(found, 1.0, 0.0, 1.0)
    near: dict[int, float] = {}
    for stem, weight in company.items():
        places = matched.at[stem]
        for place in places:
            near[place] = near.get(place, 0.0) + weight
        for place in {each + step for each in places for step in (-1, 1)} - places:
            near[place] = near.get(place, 0.0) + _BESIDE * weight
    own = max(((near.get(each, 0.0), -each) for each in found.sentences), default=(0.0, 1))
    rivals = [(near.get(each.sentence, 0.0), -each.start, each) for each in found.rivals if each.sentence not in found.sentences]
    other = max(rivals, key=lambda each: each[:2], default=(0.0, 0, None))
    best = max(near.values(), default=0.0)
    return Bond(found, own[0] / whole, other[0] / whole, best / whole, other[2], -own[1])


def _company(matched: Matched, found: Found) -> dict[str, float]:
    """Return the claim's other words with their weights, which fall with the distance from the fact."""
    claim, fact = matched.claim, found.fact
    mine = [place for place, word in enumerate(claim.words) if fact.start <= word.start < fact.end]
    if not mine:
        return {}
    company = {}
    for stem, weight in claim.weights.items():
        places = [each for each in claim.places[stem] if not mine[0] <= each <= mine[-1]]
        if not places or not matched.at[stem]:
            continue
        distance = min(min(abs(each - mine[0]), abs(each - mine[-1])) for each in places)
        company[stem] = weight * _REACH / (_REACH + distance)
    return company


__all__ = ["Bond", "Name", "bonds"]
