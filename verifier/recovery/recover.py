"""Recover which number each entry of the main list really has: structure, scores, alignment, classes, refusal.

The method is described in docs/numbering.md. Nothing is read here but the article itself.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from verifier.model.article import Article, Entry
from verifier.model.recovery import Event, Placement, Recovery, Regime, Structure
from verifier.recovery import (
    classes,
    contexts,
    events,
    explain,
    gained,
    links,
    prior,
    rearranged,
    refusal,
    score_large,
    shift,
    structure,
    terms,
)
from verifier.recovery.align import Alignment, align, is_large
from verifier.recovery.links import Links
from verifier.recovery.score import Scores, Source, Statement

T = 1.15  # the least at which .97 of the confirmed pairs are right on every page and loss (bench/recovery.py)
_PROVEN = 1.0  # nats, for a link that is kept
_MOST_GAINED = 2_000_000  # numbers times added entries, at a microsecond each
_MORE = 4.0  # nats that a move must fit better than a shift, which has fewer places to choose from
_MOST_CELLS = 40_000_000  # entries times lost numbers: beyond, the alignment takes minutes and gigabytes


def of(article: Article) -> Recovery:
    """Return what recovery finds: always the structure and the events; placements where the list lost entries."""
    found = structure.of(article)
    dated = events.of_claims(article)
    bare = Recovery(found, dated, chronological=events.is_chronological(dated))
    if found.regime not in (Regime.SUBSET, Regime.IDENTITY) or article.main_list is None:
        return bare
    cited_by = _cited_by(article)
    entries = article.main_list.entries
    scores = _scores(article, entries, dated, cited_by)
    shifted = shift.find(scores, len(entries), found)
    if found.regime is Regime.IDENTITY:
        longer = _with_gained(replace(bare, shift=shifted), article, scores, cited_by)
        return longer if longer.gained else _with_rearranged(longer, article, scores, cited_by)
    count = len(entries)
    if count * (found.lost + prior.LONGEST) > _MOST_CELLS:
        return replace(bare, refusals=("the list is too long to be aligned with so many numbers",))
    proven = links.of(article)
    aligned, printed = _aligned(_rows(scores, count, prior.band(count, found.lost), proven), count, found.lost)
    recovery = replace(bare, shift=shifted, best_score=aligned.best_score, printed_score=printed)
    return _judged(recovery, aligned, article, scores, cited_by, proven.fixed)


def _with_gained(bare: Recovery, article: Article, scores: Scores, cited_by: Mapping[int, Sequence[int]]) -> Recovery:
    """Return the recovery with placements if the list gained entries here and there: this says more than a shift."""
    numbers, entries = bare.structure.greatest, bare.structure.entries
    if article.main_list is None or not 0 < numbers < entries or numbers * (entries - numbers + 1) > _MOST_GAINED:
        return bare
    found = gained.find(scores, entries, numbers, T)
    if found is None or (
        bare.shift is not None and found.total - found.printed / T <= shift.log_odds(bare.shift, entries)
    ):
        return bare
    posterior = found.posterior(T)
    teller = explain.Teller(article.main_list.entries, article.claims, bare.events, scores, cited_by, {})
    candidates = gained.by_entry(posterior, entries)
    best = {number - 1 + k: number for number, k in found.best}
    fits = {number - 1 + k: found.aligned.fits[number - 1] for number, k in found.best}
    placements = [
        _placement(entry, candidates[entry], best[entry], (fits[entry], scores.is_vetoed(entry, best[entry])), teller)
        for entry in sorted(best)
    ]
    recovery = replace(bare, best_score=found.aligned.best_score, printed_score=found.printed)
    reasons = refusal.reasons(article, recovery, placements, scores, cited_by, {})
    if reasons and not (refusal.is_untied(reasons) and found.total - found.printed / T > shift.CLEAR):
        return bare
    if reasons:
        placements = [_alone(each, tied=False, ordered=True) for each in placements]
    added = tuple(entry for entry in range(entries) if entry not in best)
    return replace(recovery, shift=None, placements=tuple(placements), refusals=tuple(reasons), gained=added)


def _with_rearranged(
    bare: Recovery, article: Article, scores: Scores, cited_by: Mapping[int, Sequence[int]]
) -> Recovery:
    """Return the recovery with placements if entries stand elsewhere: this says more than a shift to the list's end."""
    count = bare.structure.entries
    scored = rearranged.table(scores, count)
    if scored is None or article.main_list is None:
        return bare
    found = rearranged.find(scores, scored)
    if found is None or (bare.shift is not None and found.best.gain <= bare.shift.gain + _MORE):
        return replace(bare, disordered=bare.shift is None and rearranged.is_disordered(scored))
    teller = explain.Teller(article.main_list.entries, article.claims, bare.events, scores, cited_by, {})
    told = found.best.numbers()
    placements = []
    for entry in range(count):
        number = told.get(entry + 1, entry + 1)
        if number is not None:
            held = found.numbers.get(entry, {number: found.best.probability})
            candidates = sorted(
                ((n, p) for n, p in held.items() if n is not None), key=lambda pair: (-pair[1], pair[0])
            )
            own = (scored[entry][number - 1] if entry in found.numbers else 0.0, scores.is_vetoed(entry, number))
            placements.append(_placement(entry, candidates, number, own, teller))
    lost = set(range(1, count + 1)) - {each.best for each in placements}
    return replace(
        bare,
        shift=None,
        placements=tuple(placements),
        rearranged=found.best,
        gained=tuple(entry - 1 for entry, number in told.items() if number is None),
        lost=tuple((number, found.best.probability) for number in lost),
    )


def _rows(scores: Scores, count: int, within: range, proven: Links) -> list[Sequence[float]]:
    """Return the scores of each entry for the numbers it may have."""
    large = score_large.rows(scores, within) if is_large(count, len(within)) else None
    rows = large or (scores.banded(index, within) for index in range(count))
    return list(links.applied(rows, proven, within[0]))


def _aligned(rows: Sequence[Sequence[float]], count: int, lost: int) -> tuple[Alignment, float]:
    """Return the best path with losses alone and the posterior over all ways, and the score as printed."""
    found = [(way, align(rows, way.shape, T)) for way in prior.ways(count, lost)]
    low = prior.band(count, lost)[0]
    printed, pushed = (sum(float(row[k - low]) for row in rows) for k in (0, lost))
    posterior = prior.mixed(found, [(0, printed / T), (lost, pushed / T)])
    return replace(found[0][1], posterior=posterior), printed


def _judged(
    bare: Recovery,
    aligned: Alignment,
    article: Article,
    scores: Scores,
    cited_by: Mapping[int, Sequence[int]],
    fixed: Mapping[int, int],
) -> Recovery:
    """Return the recovery with placements, refusals, and the lost numbers."""
    if article.main_list is None:
        return bare
    teller = explain.Teller(article.main_list.entries, article.claims, bare.events, scores, cited_by, fixed)
    placements = []
    for index, found in enumerate(aligned.posterior):
        candidates = [(index + 1 + k, probability) for k, probability in found]
        best = index + 1 + (aligned.best[index] or 0)  # losses alone leave no entry without a number
        vetoed = scores.is_vetoed(index, best) and index not in fixed
        fit = _PROVEN if index in fixed else aligned.fits[index]
        placements.append(_placement(index, candidates, best, (fit, vetoed), teller))
    reasons = refusal.reasons(article, bare, placements, scores, cited_by, fixed)
    if reasons:
        tied = refusal.is_tied(article, bare, placements, cited_by, fixed)
        ordered = refusal.UNORDERED.isdisjoint(reasons)
        placements = [_alone(each, tied=tied, ordered=ordered) for each in placements]
    steps = {placement.best - placement.entry - 1 for placement in placements} - {0}
    return replace(
        bare,
        placements=tuple(placements),
        refusals=tuple(reasons),
        shift=bare.shift if reasons or len(steps) <= 1 else None,  # a shift that begins at several points is none
        lost=_lost(bare.structure, placements, aligned),
    )


def _placement(
    index: int, candidates: Sequence[tuple[int, float]], best: int, own: tuple[float, bool], teller: explain.Teller
) -> Placement:
    """Return the placement of one entry; `own` is what it says for its number, and whether that is impossible."""
    fit, vetoed = own
    kind = classes.classify(candidates, best, fit=fit, vetoed=vetoed)
    chances = dict(candidates)
    return Placement(
        entry=index,
        best=best,
        kind=kind,
        probability=chances.get(best, 0.0),
        alternatives=classes.shown(candidates),
        printed=chances.get(index + 1, 0.0),
        evidence=tuple(teller.sentences(index, best)),
    )


def _alone(placement: Placement, *, tied: bool, ordered: bool) -> Placement:
    probability = placement.probability if ordered else 0.0
    kind = classes.alone(placement.kind, probability, placement.alternatives, tied=tied and ordered)
    return replace(placement, kind=kind)


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


def _cited_by(article: Article) -> dict[int, list[int]]:
    """Return for each plain number the indices of the claims that cite it, each once."""
    found: dict[int, list[int]] = defaultdict(list)
    for index, claim in enumerate(article.claims):
        for marker in claim.markers:
            if not marker.group and marker.number is not None and index not in found[marker.number][-1:]:
                found[marker.number].append(index)
    return found


def _scores(
    article: Article, entries: Sequence[Entry], dated: Sequence[Event], cited_by: Mapping[int, Sequence[int]]
) -> Scores:
    names = contexts.names(article)
    sources = [Source(entry.citation, terms.of_citation(entry.citation, names)) for entry in entries]
    statements = [Statement(*pair) for pair in zip(dated, contexts.of_claims(article), strict=True)]
    return Scores(sources, statements, cited_by)
