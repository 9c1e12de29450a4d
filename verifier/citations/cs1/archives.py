"""What the address of a snapshot tells by itself, in the words of the citation module.

https://en.wikipedia.org/wiki/Help:CS1_errors#archive_url. The module looks at web.archive.org only; other archives have
addresses of other shapes.
"""

import datetime as dt
import re

from verifier import hosts, urls
from verifier.citations.cs1 import days
from verifier.errors import InputError
from verifier.model.article import Parameter
from verifier.model.dates import Dates
from verifier.model.source import Source
from verifier.urls import FIRST_CAPTURE
from verifier.values import frozen

_WAYBACK = "web.archive.org"
_ORDER = re.compile(r"/save(?:/|$)")
_CAPTURE = re.compile(r"/([^\d*]*)(\d+|\*)?([^/]*)")
_FLAG = re.compile("[a-z]{2}_")


def problem(archive_url: str) -> str | None:
    """Return what is wrong with the address, first in the module's own words; None where nothing is.

    An address that cannot be read at all is another rule's business: None as well.
    """
    try:
        read = urls.parse(archive_url)
    except InputError:
        return None
    if read.host == "liveweb.archive.org":
        return "liveweb: the address asks for the page as it is now"
    if read.host != _WAYBACK:
        return None
    if _ORDER.match(read.target):
        return "save command: the address orders a new capture"
    return _wrong_capture(_CAPTURE.match(read.target))


def _wrong_capture(parts: re.Match[str] | None) -> str | None:
    path, stamp, flag = parts.groups("") if parts is not None else ("", "", "")
    taken = urls.moment(stamp)
    if taken is None:
        told = f'"{stamp[:20]}" is not the 14 digits of a date and time' if stamp else "the address has none"
        return f"timestamp: {told}"
    if taken < FIRST_CAPTURE:
        return f"timestamp: nothing was captured before {FIRST_CAPTURE.year} ({stamp})"
    if path not in ("", "web/"):
        return f'path: the address has "{path[:40]}" where it should have "web/"'
    if flag and not path and _FLAG.fullmatch(flag):
        return f'flag: "{flag[:20]}" needs "web/" before the timestamp'
    if flag and (not path or not _FLAG.fullmatch(flag)):
        return f'flag: "{flag[:20]}" after the timestamp is none'
    return None


def taken_on(archive_url: str) -> dt.date | None:
    """Return the day (UTC) on which the snapshot was taken, as its address says; None where it does not."""
    try:
        snapshot = urls.read_snapshot(archive_url) if hosts.archive_host(archive_url) is not None else None
    except InputError:
        return None
    taken = urls.moment(snapshot.stamp) if snapshot is not None else None
    return taken.date() if taken is not None and taken >= FIRST_CAPTURE else None


@frozen
class Disagreement:
    """An archive date that is not the day in the address: its parameter, the date, the day, how many days lie between.

    It is `near` if it is the neighbouring day.
    """

    parameter: Parameter
    stated: Dates
    taken: dt.date
    apart: int

    @property
    def is_near(self) -> bool:
        """Tell whether it is the neighbouring day."""
        return self.apart == 1 and self.stated.is_day


def disagreement(source: Source) -> Disagreement | None:
    """Return how the archive date of a template contradicts its archive URL, None where it does not."""
    url, date = ("url", "date") if source.kind == "archive" else ("archive-url", "archive-date")
    archive, dated = source.parameter(url), source.parameter(date)
    taken = taken_on(archive.value) if archive is not None else None
    stated = days.read(dated.value) if dated is not None else None
    if taken is None or stated is None or dated is None:
        return None
    apart = max((stated.lo - taken).days, (taken - stated.hi).days)
    return Disagreement(dated, stated, taken, apart) if apart > 0 else None


def original(archive_url: str) -> str | None:
    """Return the address that was captured, None where the snapshot's own address does not hold it."""
    try:
        snapshot = urls.read_snapshot(archive_url) if hosts.archive_host(archive_url) is not None else None
    except InputError:
        return None
    return snapshot.inner or None if snapshot is not None and urls.moment(snapshot.stamp) else None
