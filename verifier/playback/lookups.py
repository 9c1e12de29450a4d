"""Put what is known about one snapshot together into a `Lookup`."""

from collections.abc import Sequence

from verifier.model.evidence import ArchiveVerdict, Lookup, Proposal
from verifier.playback.arrival import Arrival
from verifier.playback.faults import Fault, ranked
from verifier.urls import moment


def of_walk(found: Sequence[Fault], arrival: Arrival, notes: Sequence[str] = ()) -> Lookup:
    """Return the lookup of a snapshot that was asked for; `found` is what its address contradicts."""
    walk = arrival.walk
    played = Fault(walk.verdict or ArchiveVerdict.UNKNOWN, walk.reason, walk.said, walk.proposal)
    ordered = ranked((*found, *arrival.faults, played))
    spoiled = any(fault.verdict in (ArchiveVerdict.SOFT_404, ArchiveVerdict.REDIRECT_BAD) for fault in ordered)
    better = None if spoiled else next((fault.proposal for fault in ordered if fault.proposal), None)
    taken, asked = moment(walk.played or ""), moment(walk.asked.stamp)
    return Lookup(
        ordered[0].verdict,
        ordered[0].reason,
        asked=walk.asked.stamp,
        played=walk.played,
        evidence=(*notes, *(fault.sentence for fault in (*found, *arrival.faults)), *walk.evidence),
        also=tuple(fault.name for fault in ordered[1:]),
        because=tuple((fault.name, fault.sentence) for fault in ordered),
        drift=int((taken - asked).total_seconds()) if taken and asked else None,
        hops=walk.hops,
        witnesses=walk.witnesses,
        capture=arrival.capture,
        proposals=_proposals(better, walk.said, sure=bool(walk.page)),
    )


def of_faults(found: Sequence[Fault], *, asked: str | None = None, evidence: Sequence[str] = ()) -> Lookup:
    """Return the lookup of an address that nobody was asked for."""
    ordered = ranked(found)
    better = ordered[0]
    return Lookup(
        better.verdict,
        better.reason,
        asked=asked,
        evidence=tuple(evidence) or tuple(fault.sentence for fault in found),
        also=tuple(fault.name for fault in ordered[1:]),
        because=tuple((fault.name, fault.sentence) for fault in ordered),
        proposals=_proposals(better.proposal, better.sentence, sure=False),
    )


def _proposals(archive_url: str | None, why: str, *, sure: bool) -> tuple[Proposal, ...]:
    return (Proposal("archive_url", archive_url, why, sure),) if archive_url else ()
