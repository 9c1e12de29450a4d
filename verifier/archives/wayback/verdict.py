"""Put together what is known about one cited snapshot: lint first, then playback, then the witnesses."""

from dataclasses import replace

from verifier import urls
from verifier.archives.wayback import answers, chain, lint, witnesses
from verifier.archives.wayback.answers import Row
from verifier.archives.wayback.lint import Fault
from verifier.errors import StoreError, TransportError
from verifier.model.evidence import ArchiveVerdict, Lookup
from verifier.model.registry import Reference
from verifier.urls import SnapshotUrl
from verifier.web import Request, Transport

# Several verdicts can hold; the first of these is the one that is reported, the others stay in `also`.
_ORDER = (
    ArchiveVerdict.MALFORMED,
    ArchiveVerdict.UNTRUSTED_HOST,
    ArchiveVerdict.WRONG_PAGE,
    ArchiveVerdict.REDIRECT_BAD,
    ArchiveVerdict.ERROR_CAPTURE,
    ArchiveVerdict.SOFT_404,
    ArchiveVerdict.WRONG_DATE,
    ArchiveVerdict.ABSENT,
    ArchiveVerdict.EXCLUDED,
    ArchiveVerdict.UNKNOWN,
    ArchiveVerdict.REDIRECT_OK,
    ArchiveVerdict.PRESENT_NEAR,
    ArchiveVerdict.PRESENT,
)


def look(reference: Reference, transport: Transport) -> Lookup:
    """See `verifier.archives`. Whatever the transport raises becomes a verdict of its own, never absence."""
    archive_url = reference.archive_url or ""
    faults = lint.address_faults(archive_url)
    snapshot = urls.read_snapshot(archive_url)
    if faults or snapshot is None:
        return _unplayed(faults, snapshot, transport)
    walk = witnesses.weigh(chain.walk(snapshot, transport), transport)
    return _together(
        lint.citation_faults(snapshot, reference), walk, tuple(lint.notes(archive_url, snapshot, reference))
    )


def _together(faults: tuple[Fault, ...], walk: chain.Walk, notes: tuple[str, ...]) -> Lookup:
    said = walk.evidence[-1] if walk.evidence else ""
    played = Fault(walk.verdict or ArchiveVerdict.UNKNOWN, walk.reason, said, walk.proposal)
    first, *others = sorted((*faults, played), key=_rank)
    return Lookup(
        first.verdict,
        first.reason,
        asked=walk.asked.stamp,
        played=walk.played,
        evidence=(*notes, *(fault.sentence for fault in faults), *walk.evidence),
        also=tuple(_name(fault) for fault in others),
        because=tuple((_name(fault), fault.sentence) for fault in (first, *others)),
        proposal=first.proposal or walk.proposal,
    )


def _unplayed(faults: tuple[Fault, ...], snapshot: SnapshotUrl | None, transport: Transport) -> Lookup:
    """Report an address that is no snapshot's; one with a short timestamp is completed if the archive can."""
    first, *others = sorted(faults, key=_rank)
    sentences = tuple(fault.sentence for fault in faults)
    if snapshot and snapshot.stamp and [fault.reason for fault in faults] == ["timestamp-digits"]:
        first, said = _completed(first, snapshot, transport)
        sentences += (said,)
    return Lookup(
        first.verdict,
        first.reason,
        asked=snapshot.stamp if snapshot and len(snapshot.stamp) == 14 else None,
        evidence=sentences,
        also=tuple(_name(fault) for fault in others),
        because=tuple((_name(fault), fault.sentence) for fault in (first, *others)),
        proposal=first.proposal,
    )


def _completed(fault: Fault, snapshot: SnapshotUrl, transport: Transport) -> tuple[Fault, str]:
    """Ask once which capture the short timestamp leads to, and propose that one."""
    try:
        response = transport.send(Request(snapshot.original, limit=answers.LIMIT))
    except (TransportError, StoreError) as error:
        return fault, error.message
    taken = answers.captured_at(response)
    stamp = f"{taken:%Y%m%d%H%M%S}" if taken else answers.found_stamp(response)
    if stamp is None or answers.classify(response) not in (Row.CAPTURE, Row.OTHER_TIME):
        return fault, "the archive names no capture for it"
    return replace(fault, proposal=replace(snapshot, stamp=stamp).canonical), f"it leads to the capture of {stamp}"


def _rank(fault: Fault) -> int:
    return _ORDER.index(fault.verdict)


def _name(fault: Fault) -> str:
    return f"{fault.verdict}/{fault.reason}" if fault.reason else str(fault.verdict)
