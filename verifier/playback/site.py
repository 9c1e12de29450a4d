"""One archive as playback sees it: how its addresses are read, and which words are its own."""

from collections.abc import Callable
from dataclasses import dataclass

from verifier.playback.answers import Notices
from verifier.urls import SnapshotUrl


@dataclass(frozen=True, slots=True)
class Site:
    """An archive: `read` takes a URL apart, None if it is no snapshot there; `notices` are its own sentences."""

    name: str
    read: Callable[[str], SnapshotUrl | None]
    notices: Notices = ()
