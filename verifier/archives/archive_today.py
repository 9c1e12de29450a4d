"""archive.today and its other names: flagged, never asked.

English Wikipedia deprecated it on 2026-02-20 (https://en.wikipedia.org/wiki/Wikipedia:Archive.today_guidance): its
CAPTCHA page attacked a third site from the readers' browsers, and captures were altered. No request of any kind is
sent; what the address itself tells is kept, so that a person can find a replacement.
"""

import datetime as dt
import re

from verifier import hosts, urls
from verifier.archives import Archive
from verifier.model.evidence import ArchiveVerdict, Lookup
from verifier.model.registry import Reference
from verifier.playback import faults, lookups
from verifier.playback.faults import Fault
from verifier.urls import SnapshotUrl
from verifier.web import Transport

# https://archive.ph/20150102030405/http://example.org/ or /2015.01.02-030405/...; short ones (/aBcDe) tell nothing.
_LONG = re.compile(r"/(?P<stamp>[0-9]{14}|[0-9]{4}\.[0-9]{2}\.[0-9]{2}-[0-9]{6})/(?P<page>.+)")


def owns(archive_url: str) -> bool:
    """Tell whether the URL is on one of the names of archive.today."""
    archive = hosts.archive_host(archive_url)
    return archive is not None and archive.reader == "never-fetch"


def look(reference: Reference, transport: Transport, *, today: dt.date | None = None) -> Lookup:
    """See `verifier.archives`. The transport is not used."""
    archive_url = reference.archive_url or ""
    archive = hosts.archive_host(archive_url)
    note = archive.note if archive else ""
    told = f"{archive.name} is {note}" if archive else ""
    evidence = ["not asked: no request is sent to this archive", note]
    parts = _LONG.match(urls.parse(archive_url).target)
    found = [Fault(ArchiveVerdict.UNTRUSTED_HOST, "deprecated-archive", told)]
    if parts:
        snapshot = SnapshotUrl(re.sub("[^0-9]", "", parts["stamp"]), "", urls.inner_page(parts["page"]))
        found += faults.of_citation(snapshot, reference)
        evidence.append(f"its address names the page {urls.redact(snapshot.inner)}")
    evidence += (fault.sentence for fault in found[1:])
    return lookups.of_faults(found, asked=snapshot.stamp if parts else None, evidence=evidence)


ARCHIVE = Archive("archive-today", "archive.today and its other names: flagged, never asked", owns, look)
