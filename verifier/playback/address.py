"""What is wrong with the address of a snapshot, in any archive whose addresses hold a timestamp and a page."""

import datetime as dt
from collections.abc import Iterator

from verifier import hosts, urls
from verifier.errors import InputError
from verifier.model.evidence import ArchiveVerdict
from verifier.playback.faults import Fault
from verifier.playback.stamps import is_possible
from verifier.urls import SnapshotUrl, moment

_DEPTH = 5  # archives within archives that are unwrapped


def stamp_faults(snapshot: SnapshotUrl, today: dt.date | None) -> Iterator[Fault]:
    """Yield what is wrong with the timestamp on this day; without a day no timestamp is too late."""
    taken = moment(snapshot.stamp)
    if "*" in snapshot.stamp:
        yield malformed("wildcard", "the address lists captures; it names none")
    elif len(snapshot.stamp) != 14:
        yield malformed("timestamp-digits", f'the timestamp "{snapshot.stamp}" has not 14 digits')
    elif not is_possible(snapshot.stamp):
        yield malformed("timestamp-range", f"the timestamp {snapshot.stamp} is no time at which captures were made")
    elif taken is not None and today is not None and (taken.date() - today).days > 1:  # a day: time zones and clocks
        yield malformed("timestamp-range", f"the timestamp {snapshot.stamp} is in the future")


def inner_faults(snapshot: SnapshotUrl) -> Iterator[Fault]:
    """Yield what is wrong with the page that the address names."""
    try:
        host = urls.parse(snapshot.inner).host
    except InputError:
        host = ""
    if "." not in host and ":" not in host:
        yield malformed("no-inner-url", "no web address follows the timestamp")
    elif _is_snapshot(snapshot.inner):
        yield _nested(snapshot.inner)


def _nested(inner: str) -> Fault:
    for _ in range(_DEPTH):
        deeper = urls.read_snapshot(inner)
        if deeper is None or not _is_snapshot(deeper.inner):
            break
        inner = deeper.inner
    archive = hosts.archive_host(inner)
    if archive is not None and archive.trust in ("deprecated", "invalid"):
        sentence = f"a capture of {archive.name}, which is not to be relied on"
        return Fault(ArchiveVerdict.UNTRUSTED_HOST, f"{archive.trust}-archive", sentence)
    return Fault(ArchiveVerdict.MALFORMED, "nested", "a capture of another archive's page: cite that one", inner)


def _is_snapshot(url: str) -> bool:
    return hosts.archive_host(url) is not None and urls.parse(url).target not in ("", "/")


def malformed(reason: str, sentence: str) -> Fault:
    """Return a fault for which no request is sent."""
    return Fault(ArchiveVerdict.MALFORMED, reason, sentence)
