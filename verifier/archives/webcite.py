"""WebCite: never asked, since its service is not dependable; what its addresses tell is judged.

Its nine characters are the time of the capture: microseconds since 1970 as a number to the base of 62, digits first,
then capital and small letters (https://github.com/internetarchive/internetarchivebot).
"""

import datetime as dt
import re
import string
from urllib.parse import parse_qs

from verifier import hosts, urls
from verifier.archives import Archive
from verifier.model.evidence import ArchiveVerdict, Lookup
from verifier.model.registry import Reference
from verifier.playback import faults, lookups
from verifier.playback.faults import Fault
from verifier.playback.stamps import is_possible, stamp_of
from verifier.urls import SnapshotUrl
from verifier.web import Transport

_DIGITS = string.digits + string.ascii_uppercase + string.ascii_lowercase
_ID = re.compile(r"/([0-9A-Za-z]{9})(?:[?/]|$)")
_LENGTH = 16  # decimal digits of the microseconds of our days
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def owns(archive_url: str) -> bool:
    """Tell whether the URL is WebCite's."""
    archive = hosts.archive_host(archive_url)
    return archive is not None and archive.reader == "webcite"


def look(reference: Reference, transport: Transport, *, today: dt.date | None = None) -> Lookup:
    """See `verifier.archives`. The transport is not used."""
    target = urls.parse(reference.archive_url or "").target
    page = parse_qs(target.partition("?")[2]).get("url", [""])[0]
    snapshot = SnapshotUrl(_stamp(target), "", urls.inner_page(page))
    told = "not asked: WebCite is not dependable; replace it by a snapshot of another archive"
    found = (Fault(ArchiveVerdict.UNKNOWN, "service-unverifiable", told), *faults.of_citation(snapshot, reference))
    return lookups.of_faults(found, asked=snapshot.stamp or None)


def _stamp(target: str) -> str:
    """Return the timestamp that the id is, "" if there is none or it is no possible time."""
    found = _ID.match(target)
    number = 0
    for char in found[1] if found else "":
        number = number * 62 + _DIGITS.index(char)
    if len(str(number)) != _LENGTH:
        return ""
    stamp = stamp_of(_EPOCH + dt.timedelta(seconds=int(str(number)[:10])))
    return stamp if is_possible(stamp) else ""


ARCHIVE = Archive("webcite", "WebCite: never asked; judged by its address", owns, look)
