"""Whether the values of a claim belong together on the page: each fact's value against what else is said near it.

A year that stands on the page supports a claim only if it is said of the same event. The words around a fact in the
claim are its company. How near its company stands to the value on the page is compared with how near it stands to the
page's other values of that kind, and to any of its own words: word by word, so that "12 killed and 15 wounded" tells
the two numbers apart.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from verifier.support.found import RIVALS, Found, Place
from verifier.support.index import Index
from verifier.support.passages import Matched
from verifier.values import frozen

_REACH = 6  # words of the claim, and of the page, after which company counts half
_BEYOND = 0.6  # what a word in another sentence counts beside one in the same
_FAR = 60  # words of the claim, and of the page, beyond which there is no company
_MANY = 60  # places that are compared
_FACTS = 20  # of a claim, from which on each is compared with the fewer rivals: more has only a claim made to cost time


@frozen
class Bond:
    """How a fact's value is bound: how near its company is to the value, to the best rival, and anywhere at best.

    Each is a share of what all the company beside it would give. `rival` is the best rival's place, None without one;
    `at` the sentence in which the value is bound best, -1 for none.
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
    whole = sum(weight for weight, _ in company)
    if not whole:
        return Bond(found, 1.0, 0.0, 1.0)
    index = matched.index
    spots = {index.word_at(each.start) for each in found.places[:_MANY]}
    own = [(_near(place, company, index), -place) for place in sorted(spots)]
    best_own = max(own, default=(0.0, 1))
    rivals = [(_near(at, company, index), -at) for at in _rivals(matched, found) if at not in spots]
    other = max(rivals, default=(0.0, 1))
    anchors = [place for _, places in company for place in places[:_MANY]]
    best = max((_near(place, company, index) for place in anchors[: 4 * _MANY]), default=0.0)
    at = index.sentence_of(index.words[-best_own[1]].start) if own else -1
    rival = _place(-other[1], index) if other[0] else None
    return Bond(found, best_own[0] / whole, other[0] / whole, best / whole, rival, at)


def _place(at: int, index: Index) -> Place:
    word = index.words[at]
    value = index.value_at(word.start)
    return Place(word.start, value.end if value else word.end, index.sentence_of(word.start))


def _rivals(matched: Matched, found: Found) -> list[int]:
    """Return where the page has other values of the kind; for a name, other names that the claim does not have."""
    index = matched.index
    most = RIVALS * _FACTS // max(_FACTS, len(matched.claim.facts))
    if found.fact.kind != "name":
        return [index.word_at(each.start) for each in found.rivals[:most]]
    said = {word.fold.removesuffix("'s") for word in matched.claim.words}
    said |= {form.removesuffix("'s") for forms in matched.forms.values() for form in forms}
    return [place for place in index.names[:most] if index.words[place].fold.removesuffix("'s") not in said]


def _near(at: int, company: Sequence[tuple[float, Sequence[int]]], index: Index) -> float:
    """Return how near the company is to a word of the page."""
    total = 0.0
    sentence = index.sentence_of(index.words[at].start) if at < len(index.words) else -1
    for weight, places in company:
        spot = bisect_left(places, at)
        here = 0.0
        for each in places[max(0, spot - 1) : spot + 2]:
            distance = abs(each - at)
            if distance <= _FAR:
                same = index.sentence_of(index.words[each].start) == sentence
                here = max(here, (1.0 if same else _BEYOND) * _REACH / (_REACH + distance))
        total += weight * here
    return total


def _company(matched: Matched, found: Found) -> list[tuple[float, list[int]]]:
    """Return the claim's other words that stand on the page: what each weighs, less with the distance, and where."""
    claim, fact, index = matched.claim, found.fact, matched.index
    mine = [place for place, word in enumerate(claim.words) if fact.start <= word.start < fact.end]
    company = []
    for stem, weight in claim.weights.items() if mine else ():
        places = [each for each in claim.places[stem] if not mine[0] <= each <= mine[-1]]
        on_page = sorted({place for form in matched.forms[stem] for place in index.positions.get(form, ())})
        distance = min((min(abs(each - mine[0]), abs(each - mine[-1])) for each in places), default=_FAR)
        if on_page and distance < _FAR:
            company.append((weight * _REACH / (_REACH + distance), on_page))
    return company
