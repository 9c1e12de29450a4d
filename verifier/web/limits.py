"""How fast each service may be asked, and how long a Retry-After asks us to wait. Pure.

Published limits are kept to 80 %, as EDGI's wayback does; where none is published the rate is our own choice.
"""

import datetime as dt
from email.utils import parsedate_to_datetime

from verifier import hosts
from verifier.errors import Refused
from verifier.urls import Url
from verifier.values import frozen
from verifier.web import Response, guard

_SHARE = 0.8  # of a published limit


@frozen
class Ceiling:
    """How fast one service may be asked: seconds between requests, and connections at a time.

    Services of one `owner` share a firewall. `jobs` is how many pieces of work that begin there may be under way: more
    than connections where the work goes on to ask a slower service. `rest` is the least time to ask nothing after a 429
    that names a time, in seconds.
    """

    service: str
    owner: str
    interval: float
    connections: int
    jobs: int
    rest: float = 60.0


def _published(service: str, owner: str, a_minute: float, connections: int) -> Ceiling:
    return Ceiling(service, owner, 60 / (a_minute * _SHARE), connections, 32)


# Requests a minute, and who says so.
INDEX = _published("the index of web.archive.org", "archive.org", 30, 1)  # edgi-govdata-archiving/wayback/issues/206
REPLAY = _published("web.archive.org", "archive.org", 600, 4)  # the same
# 7 a minute with a key (https://docs.google.com/document/d/1Nsv52MvSjbLb2PCpHlat0gkzw0EvtSgpKHu4mk0MnrA, 2025-10-22)
SAVE = _published("Save Page Now", "archive.org", 7, 1)
# No limit is published, and 429 has come as a first answer: https://github.com/internetarchive/wayback/issues/274
AVAILABILITY = Ceiling("the availability service of archive.org", "archive.org", 10.0, 1, 2)
_WIKIMEDIA = (  # "make your requests in series": https://www.mediawiki.org/wiki/API:Etiquette
    *(".wikipedia.org", ".wiktionary.org", ".wikiquote.org", ".wikibooks.org", ".wikisource.org", ".wikinews.org"),
    *(".wikiversity.org", ".wikivoyage.org", ".wikidata.org", ".wikimedia.org", ".mediawiki.org"),
)


def ceiling_of(url: str, spacing: float = 0.25) -> Ceiling:
    """Return the ceiling of the service the URL asks; `spacing` is the seconds between requests to any other host.

    Raises Refused for what is no URL, and for an archive that is never asked.
    """
    read = guard.read(url)
    if read.host == "archive.org" or read.host.endswith(".archive.org"):
        return _of_internet_archive(read)
    if f".{read.host}".endswith(_WIKIMEDIA):
        return Ceiling(read.host, read.host, 2.0, 1, 1)
    archive = hosts.archive_host(url)
    if archive is None:
        return Ceiling(f"{read.host}:{read.port}", read.host, spacing, 2, 2, rest=1.0)
    if archive.method == "never-fetch":
        raise Refused(f"{archive.name} is never asked", "cite another archive")
    return Ceiling(read.host, archive.id, 2.0, 1, 2)


def _of_internet_archive(read: Url) -> Ceiling:
    if read.target.startswith("/save"):
        return SAVE
    if read.target.startswith(("/cdx", "/web/timemap")):
        return INDEX
    if read.target.startswith("/wayback/available"):
        return AVAILABILITY
    return REPLAY if read.host == "web.archive.org" else Ceiling(read.host, "archive.org", 1.0, 1, 2)


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
