"""Megalodon, a Japanese archive: date and page stand in the address; its page is asked whether it holds that.

Source: https://github.com/internetarchive/internetarchivebot. What it plays is not told from its own words, so only a
page that names the archived address counts.
"""

import datetime as dt
import re

from verifier import hosts, urls
from verifier.archives import Archive
from verifier.errors import InputError
from verifier.model.evidence import ArchiveVerdict, Lookup
from verifier.model.registry import Reference
from verifier.playback import lookups, questions, records
from verifier.playback.address import stamp_faults
from verifier.urls import SnapshotUrl
from verifier.web import Transport

# https://megalodon.jp/2020-0102-0304-05/https://example.org:443/page, or with /ref/ before the date
_SHAPE = re.compile(r"/(?:ref/)?([0-9]{4})-([0-9]{4})-([0-9]{4})-([0-9]{2})/(.+)", re.S)


def owns(archive_url: str) -> bool:
    """Tell whether the URL is Megalodon's."""
    archive = hosts.archive_host(archive_url)
    return archive is not None and archive.reader == "megalodon"


def look(reference: Reference, transport: Transport, *, today: dt.date | None = None) -> Lookup:
    """See `verifier.archives`."""
    address = urls.parse(reference.archive_url or "")
    found = _SHAPE.fullmatch(address.target)
    if found is None:
        told = "not asked: the address names no capture of Megalodon"
        return Lookup(ArchiveVerdict.UNKNOWN, "service-unverifiable", evidence=(told,))
    stamp, page = "".join(found.groups()[:4]), urls.inner_page(found[5])
    broken = tuple(stamp_faults(SnapshotUrl(stamp, "", page), today))
    if broken:
        return lookups.of_faults(broken, asked=stamp)
    answer = questions.ask(address.wire, transport)
    held = page if not answer.problem and _names(answer.response.body, page) else ""
    return records.lookup(reference, answer, "Megalodon", held, stamp)


def _names(body: bytes, page: str) -> bool:
    """Tell whether the page names the archived address, whatever its scheme and port."""
    try:
        read = urls.parse(page)
    except InputError:
        return False
    shown = body.decode("utf-8", "replace")
    return f"//{read.host}{read.target}" in shown or f"//{read.host}:{read.port}{read.target}" in shown


ARCHIVE = Archive("megalodon", "Megalodon: its page is asked whether it holds what the address says", owns, look)
