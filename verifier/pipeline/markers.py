"""What is known of each marker: the entry a reader lands on, and the entry it most likely means."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from verifier.model.article import Article, Marker
from verifier.model.recovery import Class, Placement, Reading, Recovery
from verifier.model.report import MarkerRow, StateName
from verifier.recovery.readings import entry_of
from verifier.text import Lines

_DIGITS = 3  # of a probability: more would differ between machines


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a number means: the printed label of its entry (None where none is stated), how sure, and why."""

    entry: str | None
    kind: Class
    probability: float
    evidence: tuple[str, ...]
    is_lost: bool = False


NOTHING = Meaning(None, Class.UNKNOWN, 0.0, ())
_LOST = 0.8  # probability from which on an entry is called lost


def rounded(probability: float) -> float:
    """Return the probability as reports print it."""
    return round(probability, _DIGITS)


def meanings(article: Article, recovery: Recovery) -> dict[int, Meaning]:
    """Return what each cited plain number means, as far as recovery ran."""
    main = article.main_list
    if main is None:
        return {}
    if recovery.ran:
        return dict(_by_alignment(article, recovery, [entry.printed for entry in main.entries]))
    if recovery.shift is not None:
        return dict(_by_shift(recovery, [entry.printed for entry in main.entries]))
    return {}


def row(article: Article, reading: Reading, marker: Marker, known: Mapping[int, Meaning], lines: Lines) -> MarkerRow:
    """Return the row of one marker."""
    line, column = lines.at(marker.span.start)
    landed = entry_of(article, reading, marker)
    meant = known.get(marker.number or 0, NOTHING) if not marker.group else NOTHING
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
    if meant.is_lost or (meant is NOTHING and landed is None):
        return "lost"
    return "printed" if meant is NOTHING else "open"


def _by_alignment(article: Article, recovery: Recovery, labels: list[str]) -> Iterator[tuple[int, Meaning]]:
    placed = {each.best: each for each in recovery.placements}
    chances = _chances(recovery.placements)
    lost = dict(recovery.lost)
    for number in recovery.structure.cited:
        placement = placed.get(number)
        if placement is None:
            gone = lost.get(number, 1.0) if recovery.proposes else 0.0
            told = f"its own entry is lost (probability {gone:.2f})" if gone >= _LOST else "its own entry may be lost"
            yield number, Meaning(None, Class.UNKNOWN, chances.get(number, 0.0), (told,), gone >= _LOST)
        elif placement.value is None:
            yield number, Meaning(None, placement.kind, placement.probability, tuple(_open(placement, labels)))
        else:
            entry = labels[placement.entry]
            yield number, Meaning(entry, placement.kind, placement.probability, placement.evidence)


def _chances(placements: tuple[Placement, ...]) -> dict[int, float]:
    """Return the greatest probability of any entry for each number."""
    chances: dict[int, float] = {}
    for placement in placements:
        for number, probability in placement.alternatives:
            chances[number] = max(chances.get(number, 0.0), probability)
    return chances


def _open(placement: Placement, labels: list[str]) -> Iterator[str]:
    """Yield why no entry is stated: the one that comes first, and its other numbers."""
    others = ", ".join(f"[{number}] {probability:.2f}" for number, probability in placement.alternatives)
    yield f"perhaps entry {labels[placement.entry]}, which could be {others}"
    yield from placement.evidence


def _by_shift(recovery: Recovery, labels: list[str]) -> Iterator[tuple[int, Meaning]]:
    """Read the numbers by the shift; between the places where it may start nothing is stated."""
    shift = recovery.shift
    if shift is None:
        return
    told = f"all numbers from entry {shift.best} on are off by {abs(shift.by)} (better by {shift.gain:.1f} nats)"
    kind = Class.LIKELY if shift.probability >= 0.8 else Class.AMBIGUOUS
    for number in recovery.structure.cited:
        before, behind = number < shift.first, number - shift.by >= shift.last
        position = number if before else number - shift.by
        stated = kind is Class.LIKELY and (before or behind) and 1 <= position <= len(labels)
        entry = labels[position - 1] if stated else None
        yield number, Meaning(entry, kind if stated else Class.UNKNOWN, shift.probability, (told,))
