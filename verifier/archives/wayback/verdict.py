"""Put together what is known about one cited snapshot: lint first, then playback, then the witnesses."""

import datetime as dt
from dataclasses import replace

from verifier import urls
from verifier.archives.wayback import canary, lint, witnesses
from verifier.errors import StoreError, TransportError
from verifier.model.archives import Canary
from verifier.model.evidence import Lookup
from verifier.model.registry import Reference
from verifier.playback import answers, arrival, chain, faults, lookups
from verifier.playback.answers import Row
from verifier.playback.faults import Fault
from verifier.urls import SnapshotUrl
from verifier.wayback.site import NOTICES, SITE
from verifier.web import Request, Transport


def look(
    reference: Reference, transport: Transport, *, today: dt.date | None = None, known: Canary = canary.KNOWN
) -> Lookup:
    """See `verifier.archives`. Whatever the transport raises becomes a verdict of its own, never absence."""
    archive_url = reference.archive_url or ""
    broken = lint.address_faults(archive_url, today)
    snapshot = urls.read_snapshot(archive_url)
    if broken or snapshot is None:
        return _unplayed(broken, snapshot, transport)
    walk = witnesses.weigh(chain.walk(SITE, snapshot, transport), transport, known)
    notes = tuple(faults.notes(archive_url, snapshot, reference))
    return lookups.of_walk(faults.of_citation(snapshot, reference), arrival.judge(walk, reference), notes)


def _unplayed(broken: tuple[Fault, ...], snapshot: SnapshotUrl | None, transport: Transport) -> Lookup:
    """Report an address that is no snapshot's; one with a short timestamp is completed if the archive can."""
    sentences = tuple(fault.sentence for fault in broken)
    if snapshot and snapshot.stamp and [fault.reason for fault in broken] == ["timestamp-digits"]:
        completed, said = _completed(broken[0], snapshot, transport)
        broken, sentences = (completed,), (*sentences, said)
    asked = snapshot.stamp if snapshot and len(snapshot.stamp) == 14 else None
    return lookups.of_faults(broken, asked=asked, evidence=sentences)


def _completed(fault: Fault, snapshot: SnapshotUrl, transport: Transport) -> tuple[Fault, str]:
    """Ask once which capture the short timestamp leads to, and propose that one."""
    try:
        response = transport.send(Request(snapshot.original, limit=answers.LIMIT))
    except (TransportError, StoreError) as error:
        return fault, error.message
    taken = answers.captured_at(response)
    stamp = f"{taken:%Y%m%d%H%M%S}" if taken else answers.found_stamp(response)
    if stamp is None or answers.classify(response, NOTICES) not in (Row.CAPTURE, Row.OTHER_TIME):
        return fault, "the archive names no capture for it"
    return replace(fault, proposal=replace(snapshot, stamp=stamp).canonical), f"it leads to the capture of {stamp}"
