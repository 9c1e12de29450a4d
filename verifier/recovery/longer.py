"""Place the entries of a list that gained some here and there: this says more than a shift."""

from dataclasses import replace

from verifier.model.recovery import Recovery
from verifier.recovery import gained, refusal, shift
from verifier.recovery.case import Case, Proposal, alone
from verifier.recovery.score import TEMPERATURE

_MOST_GAINED = 2_000_000  # numbers times added entries, at a microsecond each


def with_gained(bare: Recovery, case: Case) -> Recovery:
    """Return the recovery with placements if the list gained entries, else as it is."""
    numbers, entries = bare.structure.greatest, bare.structure.entries
    if not 0 < numbers < entries or numbers * (entries - numbers + 1) > _MOST_GAINED:
        return bare
    found = gained.find(case.scores, entries, numbers, TEMPERATURE)
    if found is None:
        return bare
    gain = found.total - found.printed / TEMPERATURE
    if bare.shift is not None and gain <= shift.log_odds(bare.shift, entries):
        return bare
    recovery = replace(bare, best_score=found.aligned.best_score, printed_score=found.printed)
    proposals = _proposals(found, case, entries)
    placements = case.placements(proposals)
    reasons = case.refusals(recovery, placements)
    if reasons and not (refusal.is_untied(reasons) and gain > shift.CLEAR):
        return bare
    if reasons:
        placements = [alone(each, tied=False, ordered=True) for each in placements]
    placed = {each.entry for each in proposals}
    added = tuple(entry for entry in range(entries) if entry not in placed)
    return replace(recovery, shift=None, placements=tuple(placements), refusals=tuple(reasons), gained=added)


def _proposals(found: gained.Gained, case: Case, entries: int) -> list[Proposal]:
    """Return the number that each entry has on the best path, but for the added ones, in the order of the list."""
    candidates = gained.by_entry(found.posterior(TEMPERATURE), entries)
    made = []
    for number, k in found.best:
        entry = number - 1 + k
        fit, vetoed = found.aligned.fits[number - 1], case.scores.is_vetoed(entry, number)
        made.append(Proposal(entry, number, candidates[entry], fit, vetoed))
    return made
