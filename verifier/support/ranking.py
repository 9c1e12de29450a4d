"""Which sentences of a page to read first: Robertson's BM25 and a greedy cover of the claim's words and facts.

The first few are chosen to say together as much of the claim as they can: a word that a chosen sentence has counts less
from then on, and a fact that one carries counts no more. The others follow by their words alone.
"""

from collections.abc import Iterator, Mapping, Sequence

from verifier.support.found import Found
from verifier.support.index import Index
from verifier.support.passages import Matched

MANY, TOGETHER = 10, 5  # sentences that are ranked, and how many of them are chosen to go together
_K1, _B = 1.2, 0.75  # of BM25, as everywhere (Robertson and Zaragoza 2009)
_LEAN, _FACTS = 0.3, 0.2  # what BM25 and the facts count beside the cover of words
_FADE = 0.3  # what a word still counts that a chosen sentence has
_PASSED, _AGAIN = 0.4, 0.6  # the same where sentences go together: in the cover, and in BM25
_SMOOTH = 0.6  # of the score of the neighbours

_Weights = Mapping[str, tuple[float, frozenset[int]]]


def about(matched: Matched, many: int = MANY) -> list[int]:
    """Return the sentences that speak most of the claim's words, the best first: what the claim is judged by."""
    told = _Scores(matched)
    cover = _Cover(told.known, matched.index, _FADE)
    chosen: list[int] = []
    while told.top and len(chosen) < many and (left := cover.places):
        worth = {each: cover.gain(each) + _LEAN * told.plain[each] / told.top for each in left}
        chosen.append(max(left, key=lambda each: (worth[each], -each)))
        cover.take(chosen[-1])
    return chosen


def together(matched: Matched, found: Sequence[Found], many: int = MANY) -> list[int]:
    """Return the sentences to be read, the best first: the first few say together as much as they can.

    A claim is not judged by them, for a value must not be called near because its own sentence was chosen for it.
    """
    told, carried = _Scores(matched), _Carried(found)
    cover = _Cover(told.known, matched.index, _PASSED)
    chosen: list[int] = []
    while told.top and len(chosen) < many and (left := cover.places | carried.places - set(chosen)):
        base = told.faded() if len(chosen) < TOGETHER else told.plain
        worth = {each: cover.gain(each) + _LEAN * base[each] / told.top + _FACTS * carried.gain(each) for each in left}
        chosen.append(max(left, key=lambda each: (worth[each], -each)))
        told.fade(cover.take(chosen[-1]))
        carried.take(chosen[-1])
    return chosen


class _Scores:
    """The BM25 scores of the sentences, with a share of those of their neighbours: what is said goes on over a stop.

    `plain` are those of all words, `top` is their highest; `faded` counts less what `fade` was told is said already.
    """

    def __init__(self, matched: Matched) -> None:
        index = matched.index
        self.known: _Weights = {
            stem: (matched.claim.weights[stem], places) for stem, places in matched.at.items()
        } | dict(matched.hints)
        self._told = {stem: dict(_scored(stem, self.known, index)) for stem in self.known}
        self._rest = dict.fromkeys(self.known, 1.0)
        self._size = len(index.bags)
        self.plain = self.faded()
        self.top = max(self.plain, default=0.0)

    def faded(self) -> list[float]:
        found = [0.0] * self._size
        for stem, scores in self._told.items():
            for place, score in scores.items():
                found[place] += self._rest[stem] * score
        return _smoothed(found)

    def fade(self, stems: Sequence[str]) -> None:
        for stem in stems:
            self._rest[stem] *= _AGAIN


class _Cover:
    """What a sentence adds to the words of the claim that the chosen ones have, as a share of them all."""

    def __init__(self, known: _Weights, index: Index, fade: float) -> None:
        self._fade = fade
        self._worth = {stem: weight * index.idf(len(places)) for stem, (weight, places) in known.items()}
        self._whole = sum(self._worth.values()) or 1.0
        self._held: dict[int, list[str]] = {}
        for stem, (_, places) in known.items():
            for place in places:
                self._held.setdefault(place, []).append(stem)

    @property
    def places(self) -> set[int]:
        return set(self._held)

    def gain(self, place: int) -> float:
        return sum(self._worth[stem] for stem in self._held.get(place, ())) / self._whole

    def take(self, place: int) -> list[str]:
        """Choose a sentence; return its words of the claim."""
        stems = self._held.pop(place, [])
        for stem in stems:
            self._worth[stem] *= self._fade
        return stems


class _Carried:
    """Which facts a sentence carries that no chosen one does, as a share of all that stand on the page."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._at: dict[int, set[int]] = {}
        told = [each for each in found if each.places]
        for number, each in enumerate(told):
            for place in each.sentences:
                self._at.setdefault(place, set()).add(number)
        self._done: set[int] = set()
        self._all = max(1, len(told))

    @property
    def places(self) -> set[int]:
        return set(self._at)

    def gain(self, place: int) -> float:
        return len(self._at.get(place, set()) - self._done) / self._all

    def take(self, place: int) -> None:
        self._done |= self._at.get(place, set())


def _scored(stem: str, known: _Weights, index: Index) -> Iterator[tuple[int, float]]:
    """Yield each sentence that has a word, with what the word adds to its BM25 score."""
    weight, places = known[stem]
    idf = index.idf(len(places)) * weight
    for place in sorted(places):
        count = max(1, index.bags[place][stem])
        length = index.lengths[place] / index.mean_length
        yield place, idf * count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * length))


def _smoothed(scores: Sequence[float]) -> list[float]:
    """Return the scores with a share of those of the neighbours: what is said goes on over the full stop."""
    last = len(scores) - 1
    return [
        score + _SMOOTH * ((scores[place - 1] if place else 0.0) + (scores[place + 1] if place < last else 0.0)) / 2
        for place, score in enumerate(scores)
    ]
