"""What a snapshot address tells by itself, before any request and offline.

The faults of the address are those of Wikipedia's citation module, which rejects the same ones
(https://en.wikipedia.org/wiki/Help:CS1_errors#archive_url), and a few more that people really make.
"""

import re
from collections.abc import Iterator

from verifier import hosts, urls
from verifier.errors import InputError
from verifier.model.evidence import ArchiveVerdict
from verifier.playback.faults import Fault
from verifier.playback.stamps import is_possible
from verifier.urls import SnapshotUrl

_DEPTH = 5  # archives within archives that are unwrapped


def address_faults(archive_url: str) -> tuple[Fault, ...]:
    """Return what makes the address unusable; with any of these no request is sent for it."""
    if re.match("/save(?:/|$)", urls.parse(archive_url).target):
        return (_malformed("save-command", "the address orders a new capture; it is not a snapshot"),)
    snapshot = urls.read_snapshot(archive_url)
    if snapshot is None:
        return (_malformed("path", "the address has no timestamp where a snapshot has one"),)
    return (*_stamp_faults(snapshot), *_modifier_faults(snapshot), *_inner_faults(snapshot))


def _stamp_faults(snapshot: SnapshotUrl) -> Iterator[Fault]:
    if "*" in snapshot.stamp:
        yield _malformed("wildcard", "the address lists captures; it names none")
    elif len(snapshot.stamp) != 14:
        yield _malformed("timestamp-digits", f'the timestamp "{snapshot.stamp}" has not 14 digits')
    elif not is_possible(snapshot.stamp):
        yield _malformed("timestamp-range", f"the timestamp {snapshot.stamp} is no time at which captures were made")


def _modifier_faults(snapshot: SnapshotUrl) -> Iterator[Fault]:
    if snapshot.modifier and (snapshot.short or not re.fullmatch("[a-z]{2}_", snapshot.modifier)):
        yield Fault(
            ArchiveVerdict.MALFORMED, "modifier", "what follows the timestamp is no modifier", snapshot.canonical
        )


def _inner_faults(snapshot: SnapshotUrl) -> Iterator[Fault]:
    try:
        host = urls.parse(snapshot.inner).host
    except InputError:
        host = ""
    if "." not in host and ":" not in host:
        yield _malformed("no-inner-url", "no web address follows the timestamp")
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


def _malformed(reason: str, sentence: str) -> Fault:
    return Fault(ArchiveVerdict.MALFORMED, reason, sentence)
