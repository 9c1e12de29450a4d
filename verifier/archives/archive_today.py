"""archive.today and its other names: flagged, never asked.

English Wikipedia deprecated it on 2026-02-20 (https://en.wikipedia.org/wiki/Wikipedia:Archive.today_guidance): its
CAPTCHA page attacked a third site from the readers' browsers, and captures were altered. No request of any kind is
sent; what the address itself tells is kept, so that a person can find a replacement.
"""

import re

from verifier import hosts, urls
from verifier.archives import Archive
from verifier.model.evidence import ArchiveVerdict, Lookup
from verifier.model.registry import Reference
from verifier.web import Transport

# https://archive.ph/20150102030405/http://example.org/ or /2015.01.02-030405/...; short ones (/aBcDe) tell nothing.
_LONG = re.compile(r"/(?P<stamp>[0-9]{14}|[0-9]{4}\.[0-9]{2}\.[0-9]{2}-[0-9]{6})/(?P<page>.+)")


def owns(archive_url: str) -> bool:
    """Tell whether the URL is on one of the names of archive.today."""
    archive = hosts.archive_host(archive_url)
    return archive is not None and archive.method == "never-fetch"


def look(reference: Reference, transport: Transport) -> Lookup:
    """See `verifier.archives`. The transport is not used."""
    archive_url = reference.archive_url or ""
    archive = hosts.archive_host(archive_url)
    evidence = ["not asked: no request is sent to this archive", archive.note if archive else ""]
    parts = _LONG.match(urls.parse(archive_url).target)
    if parts:
        evidence.append(f"its address names the page {urls.redact(parts['page'])}")
    return Lookup(
        ArchiveVerdict.UNTRUSTED_HOST,
        "deprecated-archive",
        asked=re.sub("[^0-9]", "", parts["stamp"]) if parts else None,
        evidence=tuple(evidence),
        because=(("untrusted-host/deprecated-archive", f"{archive.name} is {archive.note}" if archive else ""),),
    )


ARCHIVE = Archive("archive-today", "archive.today and its other names: flagged, never asked", owns, look)
