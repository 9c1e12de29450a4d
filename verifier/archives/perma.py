"""Perma.cc: its public interface tells which page a record is of, and when it was made.

Documentation: https://perma.cc/docs/developer. The page behind it is not read. A record that the interface does not
know may be private, so a 404 proves nothing.
"""

import datetime as dt
import re

from verifier import hosts, urls
from verifier.archives import Archive
from verifier.model.evidence import ArchiveVerdict, Lookup
from verifier.model.registry import Reference
from verifier.playback import questions, records
from verifier.web import Transport

_GUID = re.compile(r"/([0-9A-Z]{4}-[0-9A-Z]{4})(?:[/?]|$)", re.I)
_API = "https://api.perma.cc/v1/public/archives/"


def owns(archive_url: str) -> bool:
    """Tell whether the URL is Perma.cc's."""
    archive = hosts.archive_host(archive_url)
    return archive is not None and archive.reader == "perma"


def look(reference: Reference, transport: Transport, *, today: dt.date | None = None) -> Lookup:
    """See `verifier.archives`."""
    found = _GUID.match(urls.parse(reference.archive_url or "").target)
    if found is None:
        sentence = "not asked: the address names no record of Perma.cc"
        return Lookup(ArchiveVerdict.UNKNOWN, "service-unverifiable", evidence=(sentence,))
    answer = questions.ask(f"{_API}{found[1].upper()}/", transport)
    told = records.fields_of(answer)
    page, made = told.get("url", ""), told.get("capture_time") or told.get("creation_timestamp", "")
    return records.lookup(reference, answer, "Perma.cc", page, made)


ARCHIVE = Archive("perma", "Perma.cc: its record is asked for, the page is not read", owns, look)
