"""How fast each service may be asked, and how long a Retry-After asks us to wait. Pure.

Limits of web.archive.org as EDGI's wayback 0.5.1 states them: 30 a minute for its index, 600 for the rest
(https://github.com/edgi-govdata-archiving/wayback/issues/206); we stay at 80 %. The others are our own choice.
"""

import datetime as dt
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from verifier.web import Response, guard


@dataclass(frozen=True, slots=True)
class Ceiling:
    """How fast one service may be asked: seconds between requests, and connections at a time.

    Services of one `owner` share a firewall.
    """

    service: str
    owner: str
    interval: float
    connections: int


_INDEX = Ceiling("the index of web.archive.org", "archive.org", 2.5, 1)
_REPLAY = Ceiling("web.archive.org", "archive.org", 0.125, 4)
_AVAILABILITY = Ceiling("the availability service of archive.org", "archive.org", 10.0, 1)


def ceiling_of(url: str) -> Ceiling:
    """Return the ceiling of the service the URL asks; a host we know no limit of is asked once in two seconds.

    Raises Refused for what must not be asked at all.
    """
    read = guard.admit(url)
    if read.host == "web.archive.org":
        return _INDEX if read.target.startswith(("/cdx", "/web/timemap")) else _REPLAY
    if read.host == "archive.org" and read.target.startswith("/wayback/available"):
        return _AVAILABILITY
    return Ceiling(read.host, read.host, 2.0, 1)


def retry_after(response: Response, now: dt.datetime) -> float | None:
    """Return the seconds that Retry-After asks for (RFC 9110, section 10.2.3), None if it is missing or makes no sense.

    `now` is aware; it is needed where the header gives a date.
    """
    value = response.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:12])
    try:
        seconds = (parsedate_to_datetime(value) - now).total_seconds()
    except (ValueError, TypeError, OverflowError, IndexError):  # not a date, one without zone, one out of range
        return None
    return seconds if seconds > 0 else None
