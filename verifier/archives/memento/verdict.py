"""Put together what is known about a snapshot in an archive after RFC 7089."""

import datetime as dt
from dataclasses import replace
from functools import partial

from verifier import hosts
from verifier.archives.memento import timemap
from verifier.errors import NotRecorded
from verifier.model.archives import ArchiveHost
from verifier.model.evidence import ArchiveVerdict, Lookup
from verifier.model.registry import Reference
from verifier.playback import arrival, chain, faults, lookups, nearest, shapes
from verifier.playback.address import inner_faults, stamp_faults
from verifier.playback.chain import Walk
from verifier.playback.site import Site
from verifier.web import Transport

_NEGATIVE = ("single-witness", "closest-out-of-tolerance")


def look_in(
    archive: ArchiveHost, reference: Reference, transport: Transport, *, today: dt.date | None = None
) -> Lookup:
    """Return what is known about the reference's snapshot, which is in this archive."""
    archive_url = reference.archive_url or ""
    if archive.method == "manual":
        return _unasked(f"not asked: {archive.name} cannot be verified by a program", *_source(archive))
    snapshot = shapes.read(archive, archive_url)
    if snapshot is None:
        return _unasked(f"not asked: no capture of {archive.name} can be told from the address", *_source(archive))
    broken = (*stamp_faults(snapshot, today), *inner_faults(snapshot))
    if broken:
        return lookups.of_faults(broken, asked=snapshot.stamp if len(snapshot.stamp) == 14 else None)
    walk = chain.walk(Site(archive.name, partial(shapes.read, archive)), snapshot, transport)
    walk = _weigh(walk, archive, transport)
    notes = (*_source(archive), *faults.notes(archive_url, snapshot, reference))
    return lookups.of_walk(faults.of_citation(snapshot, reference), arrival.judge(walk, reference), notes)


def suggest_in(archive: ArchiveHost, reference: Reference, lookup: Lookup, transport: Transport) -> Lookup:
    """Return the lookup of a snapshot that failed with the captures that the archive's TimeMap lists near the visit."""
    snapshot = shapes.read(archive, reference.archive_url or "")
    if snapshot is None or not archive.timemap or not nearest.is_worse(lookup, nearest.wanted(reference, snapshot)):
        return lookup
    listed = timemap.ask(archive, snapshot.inner, transport)
    if listed.problem == NotRecorded.kind:
        return lookup  # no news, and no need of any
    better = nearest.proposals(snapshot, lookup, listed.stamps, nearest.wanted(reference, snapshot))
    return replace(lookup.hear(listed.witness), proposals=better or lookup.proposals)


def _unasked(*evidence: str) -> Lookup:
    return Lookup(ArchiveVerdict.UNKNOWN, "service-unverifiable", evidence=evidence)


def _weigh(walk: Walk, archive: ArchiveHost, transport: Transport) -> Walk:
    """Return the walk with what stands after the TimeMap was heard."""
    if walk.reason not in _NEGATIVE:
        return walk
    listed = timemap.ask(archive, walk.asked.inner, transport)
    walk = walk.hear(listed.witness)
    if walk.asked.stamp in listed.stamps:
        return walk.end(
            ArchiveVerdict.UNKNOWN, "indexed-but-not-playable", "the TimeMap lists it, and it does not play"
        )
    if walk.verdict is ArchiveVerdict.WRONG_DATE:
        return walk
    if listed.stamps and listed.whole:
        return chain.only_at(walk, listed.stamps)
    told = "playback says it is not there, and no second witness agrees: that is no proof"
    return walk.end(ArchiveVerdict.UNKNOWN, listed.problem or "service-unverifiable", told)


def _source(archive: ArchiveHost) -> tuple[str, ...]:
    """Say where an archive is known from that is not in the table: whoever writes the registry vouches for it."""
    return (f"{archive.name} is an archive by the word of the registry",) if archive.source == hosts.REGISTRY else ()
