"""What changed against earlier runs: new, still there, fixed, coming and going. Silence of a run is never a fix."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from verifier.model.outcome import KnownRow, StateOfFinding
from verifier.model.past import Past, PastRun, Scope

RUNS = 12  # that a trend shows, and in which a finding may flap
_FLAPS = 3


def state(identifier: str, row: KnownRow, runs: Sequence[PastRun]) -> StateOfFinding:
    """Return "still" where the last run that looked has found it too, else "new"."""
    for run in reversed(runs):
        if identifier in run.found:
            return "still"
        if run.scope.saw(row):
            return "new"
    return "new"


def is_flapping(identifier: str, row: KnownRow, runs: Sequence[PastRun], *, present: bool) -> bool:
    """Tell whether a finding came or went three times or more in the last runs that looked, this one included."""
    seen = [identifier in run.found for run in runs if identifier in run.found or run.scope.saw(row)]
    seen = [*seen, present][-RUNS:]
    return sum(before != after for before, after in pairwise(seen)) >= _FLAPS


def fixed(past: Past, accepted: Mapping[str, KnownRow], now: Scope, present: Mapping[str, object]) -> list[KnownRow]:
    """Return what the last runs or the baseline have, and this run, which looked, has not."""
    gone = {**{each["id"]: each for each in _open(past)}, **accepted}
    rows = [row for identifier, row in gone.items() if identifier not in present and now.saw(row)]
    return sorted(rows, key=lambda row: (row["article"], row["rule"], row["id"]))


def _open(past: Past) -> Iterator[KnownRow]:
    """Yield what was found by the last run that looked for it."""
    later: list[PastRun] = []
    done: set[str] = set()
    for run in reversed(past.runs[-RUNS:]):
        for identifier in run.found:
            row = past.known.get(identifier)
            if identifier in done or row is None:
                continue
            done.add(identifier)
            if not any(each.scope.saw(row) for each in later):
                yield row
        later.append(run)
