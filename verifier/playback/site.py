"""One archive as playback sees it: how its addresses are read, and which words are its own."""

from collections.abc import Callable

from verifier.playback.answers import Notices
from verifier.urls import SnapshotUrl
from verifier.values import frozen


@frozen
class Site:
    """An archive: `read` takes a URL apart, None if it is no snapshot there; `notices` are its own sentences."""

    name: str
    read: Callable[[str], SnapshotUrl | None]
    notices: Notices = ()
