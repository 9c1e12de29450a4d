"""
A number leads to an entry that is not the one it means.

Why it matters: the reader lands on a wrong source and cannot notice. The entry that is meant was found by comparing
dates and words of claims and entries, in the order both stand in; the evidence is given with it. Where the list as a
whole could not be mapped nothing is said here.

Remedy: settle the root cause where one explains this, and leave the number as it is; else cite the entry proposed.

Elsewhere: none found.
"""

from collections import defaultdict
from collections.abc import Iterator

from verifier.model.article import Marker
from verifier.model.recovery import Placement, Recovery
from verifier.model.rules import Confidence, Dossier, Hit, Severity
from verifier.recovery.readings import place_of, shifted
from verifier.rules import Rule

_ERROR, _WARNING = 0.95, 0.8  # how improbable the printed entry must be
_CLEAR_SHIFT = 12.0  # nats


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each number whose entry, under this reading, is not the recovered one."""
    recovery = dossier.recovery
    if not recovery.proposes and recovery.shift is None:
        return
    uses: dict[int, list[tuple[int, Marker]]] = defaultdict(list)
    for index, claim in enumerate(dossier.article.claims):
        for marker in claim.markers:
            if not marker.group and marker.number is not None:
                uses[marker.number].append((index, marker))
    for number, found in uses.items():
        place = place_of(dossier.reading, found[0][1])
        if place is not None and (hit := _judge(dossier, number, place, found)):
            yield hit


def _judge(dossier: Dossier, number: int, place: tuple[int, int], uses: list[tuple[int, Marker]]) -> Hit | None:
    recovery = dossier.recovery
    index, marker = uses[0]
    claim, about = dossier.claim_ids[index], f"[{number}]"
    if not recovery.proposes:
        return _by_shift(dossier, number, place[1], marker, claim)
    landed = recovery.placement(place[1])
    if landed is not None and landed.best == number:
        return None
    meant = next((each for each in recovery.placements if each.best == number), None)
    wrong = _wrong(landed, meant, number)
    severity = Severity.ERROR if wrong >= _ERROR else Severity.WARNING if wrong >= _WARNING else Severity.NOTE
    verb = "is not" if severity is not Severity.NOTE else "may not be"
    message = f"[{number}] leads to entry {place[1] + 1}, which {verb} what it means; {_meaning(recovery, number)}"
    suggestion = f"read [{number}] as entry {meant.entry + 1}" if meant and meant.value else None
    confidence = Confidence.HIGH if wrong >= _ERROR else Confidence.MEDIUM
    return Hit(message, marker.span, None, claim, None, suggestion, severity, confidence, about)


def _wrong(landed: Placement | None, meant: Placement | None, number: int) -> float:
    """Return how improbable it is that the number means the entry that prints it."""
    if landed is None:  # the list gained it
        return meant.probability if meant is not None else 0.0
    return 1.0 - dict(landed.alternatives).get(number, 0.0)


def _meaning(recovery: Recovery, number: int) -> str:
    meant = next((each for each in recovery.placements if each.best == number), None)
    if meant is None:
        lost = dict(recovery.lost).get(number, 0.0)
        return "its own entry is lost" if lost >= _WARNING else "its own entry may be lost"
    if meant.value is None:
        return f"it may mean entry {meant.entry + 1} ({meant.kind})"
    return f"it means entry {meant.entry + 1} ({meant.kind}, {_percent(meant)})"


def _percent(placement: Placement) -> str:
    return f"{min(99, int(100 * placement.probability))} %"


def _by_shift(dossier: Dossier, number: int, position: int, marker: Marker, claim: str) -> Hit | None:
    """Judge by a shift alone: numbers behind the place where it may start at the latest."""
    shift = dossier.recovery.shift
    if shift is None or dossier.reading.name != "printed" or position + 1 < shift.place[2]:
        return None
    meant = shifted(dossier.recovery).get(number)
    told = f"it means entry {meant + 1}" if meant is not None else "its own entry is lost"
    severity = Severity.ERROR if shift.gain >= _CLEAR_SHIFT else Severity.WARNING
    message = f"[{number}] leads to entry {position + 1}; from there on all numbers are off by {abs(shift.by)}: {told}"
    suggestion = f"read [{number}] as entry {meant + 1}" if meant is not None else None
    return Hit(message, marker.span, None, claim, None, suggestion, severity, Confidence.MEDIUM, f"[{number}]")


RULE = Rule("citation-misnumbered", "a number that leads to a wrong entry", Severity.ERROR, check)
