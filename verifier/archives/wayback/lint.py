"""What a snapshot address tells by itself, before any request and offline.

The faults of the address are those of Wikipedia's citation module, which rejects the same ones
(https://en.wikipedia.org/wiki/Help:CS1_errors#archive_url), and a few more that people really make.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from verifier import hosts, urls
from verifier.errors import InputError
from verifier.model.evidence import ArchiveVerdict
from verifier.model.registry import Reference
from verifier.urls import FIRST_CAPTURE, SnapshotUrl, moment

_DEPTH = 5  # archives within archives that are unwrapped


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with an address or what it is cited for; `proposal` is a better address."""

    verdict: ArchiveVerdict
    reason: str
    sentence: str
    proposal: str | None = None


def address_faults(archive_url: str) -> tuple[Fault, ...]:
    """Return what makes the address unusable; with any of these no request is sent for it."""
    if re.match("/save(?:/|$)", urls.parse(archive_url).target):
        return (_malformed("save-command", "the address orders a new capture; it is not a snapshot"),)
    snapshot = urls.read_snapshot(archive_url)
    if snapshot is None:
        return (_malformed("path", "the address has no timestamp where a snapshot has one"),)
    return (*_stamp_faults(snapshot), *_modifier_faults(snapshot), *_inner_faults(snapshot))


def citation_faults(snapshot: SnapshotUrl, reference: Reference) -> tuple[Fault, ...]:
    """Return where a well-formed address contradicts what the reference says of it."""
    return (*_date_faults(snapshot, reference), *_page_faults(snapshot, reference))


def notes(archive_url: str, snapshot: SnapshotUrl, reference: Reference) -> Iterator[str]:
    """Yield what is odd about the address and no fault."""
    taken = moment(snapshot.stamp)
    if archive_url != snapshot.canonical:
        yield f"the usual form of this address is {urls.redact(snapshot.canonical)}"
    if snapshot.stamp.endswith("000000"):
        yield "the time in the address is exactly midnight: it may have been made up"
    if taken and reference.accessed and (taken.date() - reference.accessed.hi).days > 1:
        yield f"the capture of {taken.date()} is later than the access date {reference.accessed}"
    if _keys_differ(urls.page_key, snapshot, reference) and not _keys_differ(urls.loose_key, snapshot, reference):
        yield "the captured address differs from the cited one only in tracking, index page or mobile host"


def _stamp_faults(snapshot: SnapshotUrl) -> Iterator[Fault]:
    if "*" in snapshot.stamp:
        yield _malformed("wildcard", "the address lists captures; it names none")
    elif len(snapshot.stamp) != 14:
        yield _malformed("timestamp-digits", f'the timestamp "{snapshot.stamp}" has not 14 digits')
    else:
        taken = moment(snapshot.stamp)
        if taken is None or taken < FIRST_CAPTURE:
            yield _malformed(
                "timestamp-range", f"the timestamp {snapshot.stamp} is no time at which captures were made"
            )


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


def _date_faults(snapshot: SnapshotUrl, reference: Reference) -> Iterator[Fault]:
    taken = moment(snapshot.stamp)
    if taken is None:
        return
    day, stated, published = taken.date(), reference.archived, reference.published
    if stated and ((stated.lo - day).days > 1 or (day - stated.hi).days > 1):
        sentence = f"the address is of {day}, the archive date says {stated}"
        yield Fault(ArchiveVerdict.WRONG_DATE, "archive-date-mismatch", sentence)
    if published and (published.lo - day).days > 1:
        sentence = f"the capture of {day} is older than the publication ({published})"
        yield Fault(ArchiveVerdict.WRONG_DATE, "before-publication", sentence)


def _page_faults(snapshot: SnapshotUrl, reference: Reference) -> Iterator[Fault]:
    if _keys_differ(urls.loose_key, snapshot, reference):
        cited = urls.redact(reference.url or "")
        sentence = f"the address is of {urls.redact(snapshot.inner)}, the cited page is {cited}"
        yield Fault(ArchiveVerdict.WRONG_PAGE, "other-url", sentence)


def _keys_differ(key: Callable[[str], str], snapshot: SnapshotUrl, reference: Reference) -> bool:
    """Tell whether both URLs can be read and are different pages; a broken cited URL is another rule's business."""
    try:
        return reference.url is not None and key(reference.url) != key(snapshot.inner)
    except InputError:
        return False


def _malformed(reason: str, sentence: str) -> Fault:
    return Fault(ArchiveVerdict.MALFORMED, reason, sentence)
