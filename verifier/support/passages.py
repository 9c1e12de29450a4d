"""Where the words of a claim stand on a page.

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

_HINT = 0.2  # what a word of the article's title weighs beside one of the claim


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
