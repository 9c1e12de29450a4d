"""Whether a negative end of playback stands: the table of witnesses of docs/archives.md.

"Absent" needs two witnesses, or one and a healthy canary; then it says so. An index that does not answer, or answers
nothing, never makes a capture absent by itself: publishers can be hidden from it.
"""

from dataclasses import replace

from verifier.archives.wayback import canary
from verifier.archives.wayback.canary import Health
from verifier.model.archives import Canary
from verifier.model.evidence import ArchiveVerdict, Witness
from verifier.playback import chain
from verifier.playback.chain import Walk
from verifier.wayback import index
from verifier.wayback.index import Statement
from verifier.web import Transport

_NEGATIVE = ("single-witness", "closest-out-of-tolerance", "target-absent", "target-too-far")


def weigh(walk: Walk, transport: Transport, known: Canary = canary.KNOWN) -> Walk:
    """Return the walk with the verdict that stands after the canary, whose answers are known, and the index were heard.

    An archive that is in trouble is asked nothing more: whatever the index says then, the capture is unknown.
    """
    if walk.reason not in _NEGATIVE:
        return walk
    health = canary.check(transport, known)
    walk = walk.hear(Witness("canary", health.value))
    if health is Health.FAILED:
        return replace(walk.end(ArchiveVerdict.UNKNOWN, "canary"), proposal=None)
    if walk.verdict is ArchiveVerdict.REDIRECT_BAD:
        return walk
    listed = index.at_second(walk.asked.inner, walk.asked.stamp, transport)
    walk = walk.hear(listed.witness)
    if walk.asked.stamp in listed.stamps:
        return walk.end(ArchiveVerdict.UNKNOWN, "indexed-but-not-playable", "the index lists it, and it does not play")
    if walk.verdict is ArchiveVerdict.WRONG_DATE:
        return walk
    return _without(walk, listed, health) if listed.problem else _at_any_time(walk, health, transport)


def _at_any_time(walk: Walk, health: Health, transport: Transport) -> Walk:
    listed = index.nearest(walk.asked.inner, walk.asked.stamp, transport)
    walk = walk.hear(listed.witness)
    if listed.problem:
        return _without(walk, listed, health)
    if not listed.stamps:
        return walk.end(ArchiveVerdict.ABSENT, "two-witnesses")
    return chain.only_at(walk, [each.stamp for each in listed.captures if each.good] or listed.stamps)


def _without(walk: Walk, listed: Statement, health: Health) -> Walk:
    """Return what stands when the index made no statement."""
    if listed.problem in ("owner", "robots"):
        return walk.end(ArchiveVerdict.EXCLUDED, listed.problem)
    if health is Health.GOOD and listed.problem != "bad-query":
        return walk  # absent, by one witness
    return walk.end(ArchiveVerdict.UNKNOWN, listed.problem)
