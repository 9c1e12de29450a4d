"""Place the entries of a list of which some stand elsewhere: this says more than a shift to the list's end."""

from collections.abc import Iterator
from dataclasses import replace

from verifier.model.recovery import Recovery
from verifier.recovery import rearranged
from verifier.recovery.case import Case, Proposal

_MORE = 4.0  # nats that a move must fit better than a shift, which has fewer places to choose from


def with_rearranged(bare: Recovery, case: Case) -> Recovery:
    """Return the recovery with placements if entries stand elsewhere, else with whether the order says nothing."""
    count = bare.structure.entries
    scored = rearranged.table(case.scores, count) if count == bare.structure.greatest else None
    if scored is None:
        return bare  # a longer list may have gained entries, which looks like a move
    found = rearranged.find(case.scores, scored)
    if found is None or (bare.shift is not None and found.best.gain <= bare.shift.gain + _MORE):
        return replace(bare, disordered=bare.shift is None and rearranged.is_disordered(scored))
    placements = case.placements(_proposals(found, scored, case))
    lost = set(range(1, count + 1)) - {each.best for each in placements}
    return replace(
        bare,
        shift=None,
        placements=tuple(placements),
        rearranged=found.best,
        gained=tuple(entry - 1 for entry, number in found.best.numbers().items() if number is None),
        lost=tuple((number, found.best.probability) for number in lost),
    )


def _proposals(found: rearranged.Found, scored: rearranged.Table, case: Case) -> Iterator[Proposal]:
    """Yield the number of each entry, but for one that was put in; those that do not move keep theirs."""
    told = found.best.numbers()
    for entry in range(len(scored)):
        number = told.get(entry + 1, entry + 1)
        if number is not None:
            held = found.numbers.get(entry, {number: found.best.probability})
            known = [(each, probability) for each, probability in held.items() if each is not None]
            fit = scored[entry][number - 1] if entry in found.numbers else 0.0
            candidates = sorted(known, key=lambda pair: (-pair[1], pair[0]))
            yield Proposal(entry, number, candidates, fit, case.scores.is_vetoed(entry, number))
