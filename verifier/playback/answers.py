"""What one answer of playback means: the decision table of docs/archives.md, row by row.

Memento-Datetime decides whose answer it is (RFC 7089): with it, 404 or 429 is what the captured site once said;
without it, even a 200 may be a notice of the archive.
"""

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from enum import StrEnum

from verifier.urls import FIRST_CAPTURE
from verifier.web import Response

# The sentence that tells "not archived" stands at byte 92,880 of 94,146 in the page recorded on 2021-03-15.
LIMIT = 262_144  # bytes of an answer that are read
PAGE = 5_242_880  # bytes of a captured page that are read: whether it says what a claim says takes the whole of it
REASON = "x-archive-redirect-reason"  # Wayback's own header: so the redirect is the archive's


class Row(StrEnum):
    """The rows of the table. One is missing: every request says "id_", so the pages of view mode do not come."""

    CAPTURE = "a capture"
    REDIRECT = "a captured redirect"
    ERROR = "a captured error"
    OTHER_TIME = "no capture at that second"
    OWNER = "excluded by its owner"
    ROBOTS = "excluded by robots.txt"
    NOT_ARCHIVED = "not archived"
    TROUBLE = "trouble of the archive"
    LIMITED = "too many requests"
    BAD_QUERY = "a question it does not understand"
    UNRECOGNISED = "an answer of no known kind"


Notices = tuple[tuple[str, Row], ...]  # sentences of an archive's own, and what they mean


def classify(response: Response, notices: Notices) -> Row:
    """Return the row of the table that the answer belongs to. Without notices a bare 404 is the archive's own word."""
    if "memento-datetime" in response.headers:
        return _of_capture(response)
    if 300 <= response.status < 400:
        return Row.OTHER_TIME if found_stamp(response) else Row.UNRECOGNISED
    row = notice(response, notices)
    if row is not None and (row is not Row.NOT_ARCHIVED or response.status == 404):
        return row
    if response.status == 404 and not notices:
        return Row.NOT_ARCHIVED
    if response.status == 429:
        return Row.LIMITED
    return Row.TROUBLE if response.status >= 500 or response.status in (413, 421) else Row.UNRECOGNISED


def notice(response: Response, notices: Notices) -> Row | None:
    """Return what the archive's own words say, in its error header or in the page; None if it is silent."""
    words = response.headers.get("x-archive-wayback-runtime-error", "") + response.body.decode("utf-8", "replace")
    return next((row for sentence, row in notices if sentence in words), None)


def captured_at(response: Response) -> dt.datetime | None:
    """Return the time of Memento-Datetime, None if it cannot be read or no capture can have been made then."""
    try:
        taken = parsedate_to_datetime(response.headers.get("memento-datetime", "")).astimezone(dt.UTC)
    except (ValueError, TypeError, OverflowError, IndexError):  # all that email's date reader lets out
        return None
    seen = response.recorded[:10]
    is_ahead = bool(seen) and (taken.date() - dt.date.fromisoformat(seen)).days > 1
    return None if taken < FIRST_CAPTURE or is_ahead else taken


def found_stamp(response: Response) -> str | None:
    """Return the timestamp of the closest capture, which an answer for another second names; None without one."""
    found = re.search("found capture at ([0-9]{14})", response.headers.get(REASON, ""))
    found = found or re.search("/([0-9]{14})(?:[a-z]{2}_)?/", response.headers.get("location", ""))
    return found[1] if found else None


def _of_capture(response: Response) -> Row:
    if 200 <= response.status < 300:
        return Row.CAPTURE
    if 300 <= response.status < 400 and response.headers.get("location"):
        return Row.REDIRECT
    return Row.ERROR if response.status >= 400 else Row.UNRECOGNISED
