"""What a snapshot address tells by itself, before any request and offline.

The faults of the address are those of Wikipedia's citation module, which rejects the same ones
(https://en.wikipedia.org/wiki/Help:CS1_errors#archive_url), and a few more that people really make.
"""

import datetime as dt
import re
from collections.abc import Iterator

from verifier import urls
from verifier.model.evidence import ArchiveVerdict
from verifier.playback.address import inner_faults, malformed, stamp_faults
from verifier.playback.faults import Fault
from verifier.urls import SnapshotUrl


def address_faults(archive_url: str, today: dt.date | None) -> tuple[Fault, ...]:
    """Return what makes the address unusable on this day; with any of these no request is sent for it."""
    if re.match("/save(?:/|$)", urls.parse(archive_url).target):
        return (malformed("save-command", "the address orders a new capture; it is not a snapshot"),)
    snapshot = urls.read_snapshot(archive_url)
    if snapshot is None:
        return (malformed("path", "the address has no timestamp where a snapshot has one"),)
    return (*stamp_faults(snapshot, today), *_modifier_faults(snapshot), *inner_faults(snapshot))


def _modifier_faults(snapshot: SnapshotUrl) -> Iterator[Fault]:
    if snapshot.modifier and (snapshot.short or not re.fullmatch("[a-z]{2}_", snapshot.modifier)):
        yield Fault(
            ArchiveVerdict.MALFORMED, "modifier", "what follows the timestamp is no modifier", snapshot.canonical
        )
