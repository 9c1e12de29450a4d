"""The Wayback Machine of the Internet Archive.

A pinned snapshot is its own proof, so it is played back first (`chain`); the index is asked only when playback gave no
capture (`witnesses`), because publishers hide captures from the index that still play
(https://github.com/a8cteam51/internet-archive-wayback-machine-link-fixer/issues/48). What the address itself tells is
judged before any request (`lint`); `verdict` puts it all together.
"""

from dataclasses import replace
from functools import partial

from verifier import hosts
from verifier.archives import Archive
from verifier.archives.wayback import canary
from verifier.archives.wayback.suggestions import prepare
from verifier.archives.wayback.verdict import look
from verifier.model.archives import Canary
from verifier.web import Transport


def owns(archive_url: str) -> bool:
    """Tell whether the URL is on one of the Wayback Machine's hosts."""
    archive = hosts.archive_host(archive_url)
    return archive is not None and archive.reader == "replay"


def trust(known: Canary) -> Archive:
    """Return the archive with other known answers: those of a service that stands in for it."""
    return replace(ARCHIVE, look=partial(look, known=known), recheck=partial(recheck, known=known))


def recheck(transport: Transport, known: Canary = canary.KNOWN) -> None:
    """See `verifier.archives`."""
    canary.check(transport, known, anew=True)


ARCHIVE = Archive(
    "wayback",
    "Wayback Machine: played back, second witness is its index",
    owns,
    look,
    prepare=prepare,
    trust=trust,
    recheck=recheck,
)
