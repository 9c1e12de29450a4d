"""What every way to recover the numbers starts from: the entries, the claims that cite each number, their scores."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from verifier.model.article import Article, Entry
from verifier.model.recovery import Event, Placement, Recovery
from verifier.recovery import classes, contexts, explain, refusal, terms
from verifier.recovery.score import Scores, Source, Statement
from verifier.values import frozen

_NONE: Mapping[int, int] = MappingProxyType({})


class Proposal(NamedTuple):
    """The number `best` for an entry (0-based), and the (number, probability) of all it may have, the greatest first.

    `fit` is what the entry itself says for that number in nats; `vetoed` tells that dates make it impossible.
    """

    entry: int
    best: int
    candidates: Sequence[tuple[int, float]]
    fit: float
    vetoed: bool


@frozen
class Case:
    """An article with a main list. `cited_by` holds for each plain number the indices of the claims that cite it."""

    article: Article
    entries: Sequence[Entry]
    dated: Sequence[Event]
    cited_by: Mapping[int, Sequence[int]]
    scores: Scores

    @classmethod
    def of(cls, article: Article, entries: Sequence[Entry], dated: Sequence[Event]) -> "Case":
        """Return the case of an article whose claims have these events."""
        cited_by = _cited_by(article)
        names = contexts.names(article)
        sources = [Source(entry.citation, terms.of_citation(entry.citation, names)) for entry in entries]
        statements = [Statement(*pair) for pair in zip(dated, contexts.of_claims(article), strict=True)]
        return cls(article, entries, dated, cited_by, Scores(sources, statements, cited_by))

    def placements(self, proposals: Iterable[Proposal], fixed: Mapping[int, int] = _NONE) -> list[Placement]:
        """Return the placements, each with its class and evidence; `fixed` are the numbers that links prove."""
        teller = explain.Teller(self.entries, self.article.claims, self.dated, self.scores, self.cited_by, fixed)
        return [_placement(each, teller) for each in proposals]

    def refusals(
        self, recovery: Recovery, placements: Sequence[Placement], fixed: Mapping[int, int] = _NONE
    ) -> list[str]:
        """Return every reason against proposing these placements: see `refusal.reasons`."""
        return refusal.reasons(self.article, recovery, placements, self.scores, self.cited_by, fixed)


def alone(placement: Placement, *, tied: bool, ordered: bool) -> Placement:
    """Return the placement as it stands by itself, where the mapping of the whole list is refused."""
    probability = placement.probability if ordered else 0.0
    kind = classes.alone(placement.kind, probability, placement.alternatives, tied=tied and ordered)
    return replace(placement, kind=kind)


def _placement(proposal: Proposal, teller: explain.Teller) -> Placement:
    entry, best, candidates = proposal.entry, proposal.best, proposal.candidates
    chances = dict(candidates)
    return Placement(
        entry=entry,
        best=best,
        kind=classes.classify(candidates, best, fit=proposal.fit, vetoed=proposal.vetoed),
        probability=chances.get(best, 0.0),
        alternatives=classes.shown(candidates),
        printed=chances.get(entry + 1, 0.0),
        evidence=tuple(teller.sentences(entry, best)),
    )


def _cited_by(article: Article) -> dict[int, list[int]]:
    """Return for each plain number the indices of the claims that cite it, each once."""
    found: dict[int, list[int]] = defaultdict(list)
    for index, claim in enumerate(article.claims):
        for marker in claim.markers:
            if not marker.group and marker.number is not None and index not in found[marker.number][-1:]:
                found[marker.number].append(index)
    return found
