"""Which sentences of a page speak about a claim: Robertson's BM25 and a greedy cover of the claim's words.

A word of the claim stands in a sentence if a form of it does: its stem, a word of the same group in the language's
file, or for names a spelling that the rules of names join.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace

from verifier.support import nouns, spellings
from verifier.support.facts import Claim
from verifier.support.found import Found
from verifier.support.index import Index
from verifier.values import frozen

_K1, _B = 1.2, 0.75  # of BM25, as everywhere (Robertson and Zaragoza 2009)
_FADE, _LEAN = 0.3, 0.3  # what a covered word still counts, and what the best BM25 counts beside the cover
_SMOOTH = 0.6  # of the score of the neighbours
_HINT = 0.2  # what a word of the article's title weighs beside one of the claim
MANY = 10


@frozen
class Matched:
    """Where the words of a claim stand on a page: for each of its stems the sentences, and the words that say it.

    `hints` are the stems of the article's title that the claim has not, what each weighs, and their sentences: they
    tell who "he" is when passages are ranked, and cover nothing.
    """

    claim: Claim
    index: Index
    at: dict[str, frozenset[int]]
    forms: dict[str, tuple[str, ...]]
    hints: Mapping[str, tuple[float, frozenset[int]]] = field(default_factory=dict)

    def covered(self, sentences: Iterable[int]) -> float:
        """Return the share of the claim's weighted words that stand in these sentences."""
        held, whole = set(sentences), sum(self.claim.weights.values())
        found = sum(weight for stem, weight in self.claim.weights.items() if not held.isdisjoint(self.at[stem]))
        return found / whole if whole else 0.0


def credited(matched: Matched, found: Sequence[Found]) -> Matched:
    """Return where the claim's words stand when those of a fact also stand where the fact does, in whatever form."""
    at = dict(matched.at)
    for each in found:
        if not each.places:
            continue
        for stem, places in matched.claim.places.items():
            words = (matched.claim.words[place] for place in places)
            if all(each.fact.start <= word.start < each.fact.end for word in words):
                at[stem] = at[stem] | each.sentences
    return replace(matched, at=at)


def match(claim: Claim, index: Index, title: Claim | None = None) -> Matched:
    """Return where the words of the claim stand, and beside them those of the article's title."""
    forms = {stem: tuple(dict.fromkeys(_forms(stem, claim, index))) for stem in claim.weights}
    at = {
        stem: frozenset(sentence for each in known for sentence in index.folds.get(each, ()))
        for stem, known in forms.items()
    }
    hints = {} if title is None else dict(_hints(claim, index, title))
    return Matched(claim, index, at, forms, hints)


def _hints(claim: Claim, index: Index, title: Claim) -> Iterator[tuple[str, tuple[float, frozenset[int]]]]:
    for stem, weight in title.weights.items():
        if stem not in claim.weights:
            places = frozenset(each for form in _forms(stem, title, index) for each in index.folds.get(form, ()))
            yield stem, (_HINT * weight, places)


def _forms(stem: str, claim: Claim, index: Index) -> Iterator[str]:
    """Yield the words of the page that say what a word of the claim says."""
    word = claim.words[claim.places[stem][0]]
    if word.kind == "figure":
        yield word.fold
        return
    fold = word.fold.removesuffix("'s")
    same = nouns.by_stem(index).get(stem, ())
    yield from same
    for group in (*index.language.alike.get(fold, ()), *index.language.alike.get(stem, ())):
        yield from sorted(index.grouped.get(group, ()))
    if not same:
        yield from (
            (each for each, _ in spellings.forms(fold, index, derived=True))
            if word.capital and not index.language.nouns_capitalised
            else nouns.beginning(fold, index)
        )


def scores(matched: Matched) -> list[float]:
    """Return the BM25 score of each sentence of the page."""
    index = matched.index
    lengths = [sum(bag.values()) for bag in index.bags]
    mean = sum(lengths) / max(1, len(lengths)) or 1.0
    found = [0.0] * len(lengths)
    for stem, (weight, places) in _weighted(matched).items():
        idf = index.idf(len(places)) * weight
        for place in places:
            count = max(1, index.bags[place][stem])
            found[place] += idf * count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * lengths[place] / mean))
    return found


def _weighted(matched: Matched) -> dict[str, tuple[float, frozenset[int]]]:
    """Return what each stem weighs when passages are ranked, and where it stands."""
    return {stem: (matched.claim.weights[stem], places) for stem, places in matched.at.items()} | dict(matched.hints)


def smoothed(scores: Sequence[float]) -> list[float]:
    """Return the scores with a share of those of the neighbours: what is said goes on over the full stop."""
    last = len(scores) - 1
    return [
        score + _SMOOTH * ((scores[place - 1] if place else 0.0) + (scores[place + 1] if place < last else 0.0)) / 2
        for place, score in enumerate(scores)
    ]


def best(matched: Matched, many: int = MANY) -> list[int]:
    """Return the sentences that cover most of the claim, the best first; words already covered count less."""
    plain = scores(matched)
    base = smoothed(plain)
    top = max(base, default=0.0)
    if top <= 0:
        return []
    known = _weighted(matched)
    rest = dict.fromkeys(known, 1.0)
    worth = {stem: weight * matched.index.idf(len(places)) for stem, (weight, places) in known.items()}
    whole = sum(worth.values()) or 1.0
    held: dict[int, list[str]] = {}
    for stem, (_, places) in known.items():
        for place in places:
            held.setdefault(place, []).append(stem)
    chosen: list[int] = []
    while held and len(chosen) < many:
        place = max(
            held,
            key=lambda each: (
                sum(worth[stem] * rest[stem] for stem in held[each]) / whole + _LEAN * base[each] / top,
                -each,
            ),
        )
        chosen.append(place)
        for stem in held.pop(place):
            rest[stem] *= _FADE
    return chosen
