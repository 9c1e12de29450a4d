"""Archives that answer as RFC 7089 says: Arquivo.pt, national libraries, Archive-It, any pywb.

A snapshot is played back as in the Wayback Machine. A bare 404 of such an archive is no proof that it has nothing: pywb
answers so, and with empty lists, when its index is down (https://github.com/webrecorder/pywb/issues/981). So nothing is
called absent here: what its TimeMap does not contradict is unknown. An archive of the registry is read in the same way.
"""

import datetime as dt
from functools import partial

from verifier import hosts
from verifier.archives import Archive
from verifier.archives.memento.verdict import look_in, suggest_in
from verifier.model.archives import ArchiveHost
from verifier.model.evidence import Lookup
from verifier.model.registry import Reference
from verifier.web import Transport

_NAME, _SUMMARY = "memento", "archives after RFC 7089: played back, second witness is their TimeMap"


def owns(archive_url: str) -> bool:
    """Tell whether the URL is on an archive of the table that answers so."""
    archive = hosts.archive_host(archive_url)
    return archive is not None and archive.reader == _NAME


def look(reference: Reference, transport: Transport, *, today: dt.date | None = None) -> Lookup:
    """See `verifier.archives`. The URL is on an archive of the table."""
    return look_in(_archive(reference), reference, transport, today=today)


def suggest(reference: Reference, lookup: Lookup, transport: Transport) -> Lookup:
    """See `verifier.archives`. The URL is on an archive of the table."""
    return suggest_in(_archive(reference), reference, lookup, transport)


def adopt(archive: ArchiveHost) -> Archive:
    """Return an archive that only the registry knows."""
    looks, suggests = partial(look_in, archive), partial(suggest_in, archive)
    return Archive(_NAME, _SUMMARY, partial(hosts.is_on, archive), looks, suggest=suggests)


def _archive(reference: Reference) -> ArchiveHost:
    archive = hosts.archive_host(reference.archive_url or "")
    assert archive is not None, "only for what is owned"
    return archive


ARCHIVE = Archive(_NAME, _SUMMARY, owns, look, adopt, suggest)
