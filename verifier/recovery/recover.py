"""Recover which number each entry of the main list really has: structure, scores, alignment, classes, refusal.

The method is described in docs/numbering.md. Nothing is read here but the article itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from verifier.model.article import Article
from verifier.model.recovery import Placement, Recovery, Regime, Structure
from verifier.recovery import events, links, prior, refusal, score_large, shift, structure
from verifier.recovery.align import Alignment, align, is_large
from verifier.recovery.case import Case, Proposal, alone
from verifier.recovery.links import Links
from verifier.recovery.longer import with_gained
from verifier.recovery.reordered import with_rearranged
from verifier.recovery.score import TEMPERATURE, Scores

_PROVEN = 1.0  # nats, for a link that is kept
_MOST_CELLS = 40_000_000  # entries times lost numbers: beyond, the alignment takes minutes and gigabytes


def of(article: Article) -> Recovery:
    """Return what recovery finds: always the structure and the events; placements where the list lost entries."""
    found = structure.of(article)
    dated = events.of_claims(article)
    bare = Recovery(found, dated, chronological=events.is_chronological(dated))
    if found.regime not in (Regime.SUBSET, Regime.IDENTITY) or article.main_list is None:
        return bare
    case = Case.of(article, article.main_list.entries, dated)
    shifted = replace(bare, shift=shift.find(case.scores, found.entries, found))
    if found.regime is Regime.IDENTITY:
        longer = with_gained(shifted, case)
        return longer if longer.gained else with_rearranged(longer, case)
    if found.entries * (found.lost + prior.LONGEST) > _MOST_CELLS:
        return replace(bare, refusals=("the list is too long to be aligned with so many numbers",))
    return _with_lost(shifted, case)


def _with_lost(shifted: Recovery, case: Case) -> Recovery:
    """Return the recovery with placements, refusals, and the lost numbers."""
    count, lost = shifted.structure.entries, shifted.structure.lost
    proven = links.of(case.article)
    aligned, printed = _aligned(_rows(case.scores, count, prior.band(count, lost), proven), count, lost)
    recovery = replace(shifted, best_score=aligned.best_score, printed_score=printed)
    fixed = proven.fixed
    placements = case.placements(_proposals(aligned, case.scores, fixed), fixed)
    reasons = case.refusals(recovery, placements, fixed)
    if reasons:
        tied = refusal.is_tied(case.article, recovery, placements, case.cited_by, fixed)
        ordered = refusal.UNORDERED.isdisjoint(reasons)
        placements = [alone(each, tied=tied, ordered=ordered) for each in placements]
    steps = {placement.best - placement.entry - 1 for placement in placements} - {0}
    return replace(
        recovery,
        placements=tuple(placements),
        refusals=tuple(reasons),
        shift=recovery.shift if reasons or len(steps) <= 1 else None,  # a shift that begins at several points is none
        lost=_lost(recovery.structure, placements, aligned),
    )


def _proposals(aligned: Alignment, scores: Scores, fixed: Mapping[int, int]) -> Iterator[Proposal]:
    """Yield the number of each entry on the best path; `fixed` are those that links prove."""
    for entry, found in enumerate(aligned.posterior):
        best = entry + 1 + (aligned.best[entry] or 0)  # losses alone leave no entry without a number
        candidates = [(entry + 1 + k, probability) for k, probability in found]
        if entry in fixed:
            yield Proposal(entry, best, candidates, _PROVEN, vetoed=False)
        else:
            yield Proposal(entry, best, candidates, aligned.fits[entry], scores.is_vetoed(entry, best))


def _rows(scores: Scores, count: int, within: range, proven: Links) -> list[Sequence[float]]:
    """Return the scores of each entry for the numbers it may have."""
    large = score_large.rows(scores, within) if is_large(count, len(within)) else None
    rows = large or (scores.banded(index, within) for index in range(count))
    return list(links.applied(rows, proven, within[0]))


def _aligned(rows: Sequence[Sequence[float]], count: int, lost: int) -> tuple[Alignment, float]:
    """Return the best path with losses alone and the posterior over all ways, and the score as printed."""
    found = [(way, align(rows, way.shape, TEMPERATURE)) for way in prior.ways(count, lost)]
    low = prior.band(count, lost)[0]
    printed, pushed = (sum(float(row[k - low]) for row in rows) for k in (0, lost))
    posterior = prior.mixed(found, [(0, printed / TEMPERATURE), (lost, pushed / TEMPERATURE)])
    return replace(found[0][1], posterior=posterior), printed


def _lost(found: Structure, placements: Sequence[Placement], aligned: Alignment) -> tuple[tuple[int, float], ...]:
    """Return the numbers that the best path leaves without an entry, each with the probability that it has none."""
    taken: dict[int, float] = defaultdict(float)
    for index, row in enumerate(aligned.posterior):
        for k, probability in row:
            taken[index + 1 + k] += probability
    placed = {placement.best for placement in placements}
    return tuple(
        (number, min(1.0, max(0.0, 1.0 - taken[number])))
        for number in range(1, found.greatest + 1)
        if number not in placed
    )
