"""The family of archives: each module offers one `ARCHIVE`, a service that holds snapshots.

`owns(archive_url)` tells whether the URL points into this archive. `look(reference, transport)` returns a `Lookup`:
lint first, then the network, and never `absent` on one witness alone. The lint is made on a day, `today`: nothing was
captured after it; None, and that is not judged. Which module reads a host says hosts.toml.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Protocol

from verifier.model.archives import ArchiveHost, Canary
from verifier.model.evidence import Lookup
from verifier.model.registry import Reference
from verifier.values import frozen
from verifier.web import Transport

Suggest = Callable[[Reference, Lookup, Transport], Lookup]


class Look(Protocol):
    """What an archive is asked: what is known about the reference's snapshot."""

    def __call__(self, reference: Reference, transport: Transport, *, today: dt.date | None = None) -> Lookup:
        """See `verifier.archives`."""


@frozen
class Archive:
    """One archive: its name and the two questions it answers; `adopt` takes on one that only a registry knows.

    `suggest` adds proposals to the lookup of a snapshot that failed; `prepare` returns what does so where it is better
    to ask about all that failed at once. `trust` returns the archive with other questions of known answers; `recheck`
    asks these anew, and a later `look` at what is recorded by then takes the new answers into account.
    """

    name: str
    summary: str
    owns: Callable[[str], bool]
    look: Look
    adopt: Callable[[ArchiveHost], "Archive"] | None = None
    suggest: Suggest | None = None
    trust: Callable[[Canary], "Archive"] | None = None
    prepare: Callable[[Sequence[tuple[Reference, Lookup]], Transport], Suggest] | None = None
    recheck: Callable[[Transport], None] | None = None
