"""Wikiwix, used by French Wikipedia: its interface tells which page it holds, and since when.

Source: https://github.com/internetarchive/internetarchivebot, which asks with "&apiresponse=1" for status, timestamp
and longformurl. The page behind it is not read.
"""

import datetime as dt
import re

from verifier import hosts, urls
from verifier.archives import Archive
from verifier.model.evidence import Lookup
from verifier.model.registry import Reference
from verifier.playback import questions, records
from verifier.web import Transport

_LONG = re.compile(r"/cache/([0-9]{14})/(.+)")


def owns(archive_url: str) -> bool:
    """Tell whether the URL is Wikiwix's."""
    archive = hosts.archive_host(archive_url)
    return archive is not None and archive.reader == "wikiwix"


def look(reference: Reference, transport: Transport, *, today: dt.date | None = None) -> Lookup:
    """See `verifier.archives`."""
    address = urls.parse(reference.archive_url or "").wire
    answer = questions.ask(f"{address}{'&' if '?' in address else '?'}apiresponse=1", transport)
    told = records.fields_of(answer)
    found = _LONG.search(told.get("longformurl", "")) if told.get("status") == "200" else None
    return records.lookup(reference, answer, "Wikiwix", found[2] if found else "", found[1] if found else "")


ARCHIVE = Archive("wikiwix", "Wikiwix: its record is asked for, the page is not read", owns, look)
