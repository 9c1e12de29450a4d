"""Every archive URL that no other archive owns: archives we cannot verify yet, hosts that are none, broken URLs.

No request is sent. An archive of the table hosts.toml is `unknown`, which is never a pass; a host that is in no table
is not an archive, however much its name looks like one.
"""

import datetime as dt
import re

from verifier import hosts, urls
from verifier.archives import Archive
from verifier.errors import InputError
from verifier.model.evidence import ArchiveVerdict, Lookup
from verifier.model.registry import Reference
from verifier.web import Transport

_READERS = ("api", "page", "redirector", "manual", "unverifiable")  # of these nothing more is known than the address
_NO_ARCHIVE = ("deprecated", "invalid")


def owns(archive_url: str) -> bool:
    """Tell whether no other archive owns the URL; a broken URL is ours too."""
    archive = hosts.archive_host(archive_url)
    return archive is None or archive.reader in _READERS


def look(reference: Reference, transport: Transport, *, today: dt.date | None = None) -> Lookup:
    """See `verifier.archives`. The transport is not used."""
    archive_url = reference.archive_url or ""
    try:
        read = urls.parse(archive_url)
    except InputError as error:
        reason = "characters" if urls.has_blank_or_control(archive_url) else "invalid-url"
        return Lookup(ArchiveVerdict.MALFORMED, reason, evidence=(error.message,))
    archive = hosts.archive_host(archive_url)
    if archive is None:
        return Lookup(ArchiveVerdict.UNTRUSTED_HOST, "not-an-archive", evidence=(f"{read.host} is no known archive",))
    evidence = (f"not asked: {archive.name} cannot be verified by this program", archive.note)
    told = f"{archive.name} is not to be relied on" + (f": {archive.note}" if archive.note else "")
    stamp = re.search("/([0-9]{14})(?:[a-z]{2}_)?/", read.target)
    unreliable = archive.trust in _NO_ARCHIVE
    return Lookup(
        ArchiveVerdict.UNTRUSTED_HOST if unreliable else ArchiveVerdict.UNKNOWN,
        f"{archive.trust}-archive" if unreliable else "service-unverifiable",
        asked=stamp[1] if stamp else None,
        evidence=tuple(sentence for sentence in evidence if sentence),
        because=((f"untrusted-host/{archive.trust}-archive", told),) if unreliable else (),
    )


ARCHIVE = Archive("other-hosts", "other archives and hosts that are none: judged by their address", owns, look)
