"""What is known of each marker: the entry a reader lands on, and the entry it most likely means."""

import math
from collections.abc import Iterator, Mapping

from verifier.model.article import CITEKEYS, Article, Marker
from verifier.model.recovery import Class, Placement, Reading, Recovery
from verifier.model.report import MarkerRow, StateName
from verifier.recovery import keys
from verifier.recovery.readings import entry_of, shifted
from verifier.text import chance, times
from verifier.values import frozen

_STEPS = 1_000  # of a probability between 0 and 1: more would differ between machines


@frozen
class Meaning:
    """What a number means: the printed label of its entry (None where none is stated), how sure, and why.

    `is_lost`: its own entry is not in the list. `is_wrong`: whichever it means, it is not the entry that prints it.
    """

    entry: str | None
    kind: Class
    probability: float
    evidence: tuple[str, ...]
    is_lost: bool = False
    is_wrong: bool = False


NOTHING = Meaning(None, Class.UNKNOWN, 0.0, ())
_DISORDERED = Meaning(None, Class.UNKNOWN, 0.0, ("the list is not in the order of the numbers",))
_LOST = 0.8  # probability from which on an entry is called lost
_WRONG = 0.05  # probability of the printed entry from which down it is called wrong
_POSSIBLE = 0.05  # probability from which on an entry is named as a possible meaning


def rounded(probability: float) -> float:
    """Return the probability as reports print it: rounded down, for nothing that is not certain is 1."""
    return math.floor(probability * _STEPS + 1e-9) / _STEPS


def meanings(article: Article, recovery: Recovery) -> dict[int, Meaning]:
    """Return what each cited plain number means, as far as recovery ran."""
    main = article.main_list
    if main is None:
        return {}
    if recovery.ran:
        return dict(_by_alignment(article, recovery, [entry.printed for entry in main.entries]))
    if recovery.shift is not None:
        return dict(_by_shift(recovery, [entry.printed for entry in main.entries]))
    return dict.fromkeys(recovery.structure.cited, _DISORDERED) if recovery.disordered else {}


def row(article: Article, reading: Reading, marker: Marker, known: Mapping[str, Mapping[int, Meaning]]) -> MarkerRow:
    """Return the row of one marker; `known` is what the numbers of each group mean."""
    line, column = article.origin.at(marker.span.start)
    landed = entry_of(article, reading, marker)
    meant = known.get(marker.group, {}).get(marker.number or 0, NOTHING)
    if landed is None and marker.group == CITEKEYS and (why := keys.unread(article)):
        meant = Meaning(None, Class.UNKNOWN, 0.0, (why,))
    return {
        "label": marker.label,
        "group": marker.group,
        "line": line,
        "column": column,
        "entry": landed.printed if landed else None,
        "recovered": meant.entry,
        "state": _state(landed.printed if landed else None, meant),
        "class": meant.kind.value,
        "probability": rounded(meant.probability),
        "evidence": list(meant.evidence),
    }


def _state(landed: str | None, meant: Meaning) -> StateName:
    if meant.entry is not None:
        return "right" if meant.entry == landed else "wrong"
    if landed is None:
        return "lost" if meant.is_lost or meant is NOTHING else "open"
    if meant.is_wrong:
        return "wrong"
    return "printed" if meant is NOTHING else "open"


def _by_alignment(article: Article, recovery: Recovery, labels: list[str]) -> Iterator[tuple[int, Meaning]]:
    placed = {each.best: each for each in recovery.placements}
    possible = _possible(recovery.placements)
    lost = dict(recovery.lost)
    for number in recovery.structure.cited:
        placement, near = placed.get(number), possible.get(number, [])
        if placement is not None and placement.value is not None:
            entry = labels[placement.entry]
            yield number, Meaning(entry, placement.kind, placement.probability, placement.evidence)
            continue
        wrong = recovery.proposes and _is_wrong(recovery, number)
        gone = lost.get(number, 0.0) if recovery.proposes else 0.0
        told = tuple(_open(placement, near, gone, labels))
        kind = placement.kind if placement is not None else Class.UNKNOWN
        yield number, Meaning(None, kind, near[0][1] if near else 0.0, told, gone >= _LOST, wrong)


def _is_wrong(recovery: Recovery, number: int) -> bool:
    """Tell whether the entry that prints the number is surely another one, or none at all."""
    printed = recovery.placement(number - 1)
    return number - 1 in recovery.gained if printed is None else printed.printed <= _WRONG


def _possible(placements: tuple[Placement, ...]) -> dict[int, list[tuple[Placement, float]]]:
    """Return for each number the entries it may mean with their probability, the most probable first."""
    possible: dict[int, list[tuple[Placement, float]]] = {}
    for placement in placements:
        for number, probability in placement.alternatives:
            possible.setdefault(number, []).append((placement, probability))
    return {number: sorted(near, key=lambda pair: -pair[1]) for number, near in possible.items()}


def _open(
    placement: Placement | None, near: list[tuple[Placement, float]], gone: float, labels: list[str]
) -> Iterator[str]:
    """Yield why no entry is stated: what it may mean, and that its own entry may be lost."""
    if gone >= _LOST:
        yield f"its own entry is lost (probability {chance(gone)})"
        return
    named = [
        f"entry {labels[each.entry]} ({chance(probability)})" for each, probability in near if probability >= _POSSIBLE
    ]
    if gone:
        named.append(f"an entry that is lost ({chance(gone)})")
    yield f"it may mean {', '.join(named)}" if named else "which entry it means cannot be told"
    if placement is not None:
        yield from placement.evidence


def _by_shift(recovery: Recovery, labels: list[str]) -> Iterator[tuple[int, Meaning]]:
    """Read the numbers by the shift; between the places where it may start nothing is stated."""
    shift = recovery.shift
    if shift is None:
        return
    start = labels[shift.best - 1]
    told = f"all numbers from entry {start} on are off by {abs(shift.by)} ({times(shift.gain)})"
    kind = Class.LIKELY if shift.probability >= 0.8 else Class.AMBIGUOUS
    places = shifted(recovery)
    for number in recovery.structure.cited:
        position = places.get(number)
        open_ = position is not None and shift.is_open(position + 1)
        if kind is Class.LIKELY and position is not None and not open_:
            yield number, Meaning(labels[position], kind, shift.probability, (told,))
        else:
            yield number, Meaning(None, Class.UNKNOWN, 0.0, (told,), is_lost=position is None)
