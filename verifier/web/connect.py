"""Open the transport of a run: the store alone, or the network with the store behind it."""

import sys
from collections.abc import Callable

from verifier.web import Transport
from verifier.web.manner import Manner
from verifier.web.store import Replay


def open_transport(
    store_dir: str,
    *,
    offline: bool,
    contact: str = "",
    manner: Manner | None = None,
    warn: Callable[[str], None] | None = None,
) -> Transport:
    """Return the transport for a run. Offline it reads `store_dir` and opens no socket.

    `contact` is an address the archives can write to, in the User-Agent. `warn` is told when the store cannot be
    written; by default that goes to stderr.
    """
    if offline:
        return Replay(store_dir)
    from verifier.web.session import Session  # it loads the network libraries

    return Session(store_dir, manner or Manner(contact), warn or _to_stderr)


def _to_stderr(message: str) -> None:
    sys.stderr.write(f"{message}\n")
