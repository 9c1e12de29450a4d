"""Ghostarchive: its page says which address it archived and when; the archived page inside it is not read.

Source: https://github.com/internetarchive/internetarchivebot, which reads "Archived on" or "Archive date" and the input
named "term".
"""

import datetime as dt
import re
from html import unescape

from verifier import dates, hosts, urls
from verifier.archives import Archive
from verifier.model.evidence import Lookup
from verifier.model.registry import Reference
from verifier.playback import questions, records
from verifier.web import Transport

_INPUT = re.compile(r"<input\b[^<>]{0,400}>", re.I)
_VALUE = re.compile(r"\bvalue\s*+=\s*+[\"']([^\"']++)[\"']", re.I)
_NAMED = re.compile(r"\bname\s*+=\s*+[\"']?term\b", re.I)
_WHEN = re.compile(r"Archive(?:d on| date):?\s*+([^<>\n]{6,60})")


def owns(archive_url: str) -> bool:
    """Tell whether the URL is Ghostarchive's."""
    archive = hosts.archive_host(archive_url)
    return archive is not None and archive.reader == "ghostarchive"


def look(reference: Reference, transport: Transport, *, today: dt.date | None = None) -> Lookup:
    """See `verifier.archives`."""
    answer = questions.ask(urls.parse(reference.archive_url or "").wire, transport)
    shown = "" if answer.problem else answer.response.body.decode("utf-8", "replace")
    fields = (found[0] for found in _INPUT.finditer(shown) if _NAMED.search(found[0]))
    page = next((unescape(value[1]) for field in fields if (value := _VALUE.search(field))), "")
    when = _WHEN.search(re.sub(r"</?\w{1,10}>", "", shown))
    day = next((each.dates for each in dates.find(when[1])), None) if when else None
    made = day.lo.isoformat() if day is not None and day.lo == day.hi else ""
    return records.lookup(reference, answer, "Ghostarchive", page, made)


ARCHIVE = Archive("ghostarchive", "Ghostarchive: its page is asked what it archived; that is not read", owns, look)
