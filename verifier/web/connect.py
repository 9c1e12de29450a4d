"""Open the transport of a run: the store alone, or the network with the store behind it."""

import datetime as dt
import random
import sys
import time
from collections.abc import Callable

from verifier.version import VERSION
from verifier.web import Transport
from verifier.web.store import Recorder, Replay


def open_transport(
    store_dir: str, *, offline: bool, contact: str = "", warn: Callable[[str], None] | None = None
) -> Transport:
    """Return the transport for a run. Offline it reads `store_dir` and opens no socket.

    `contact` is an address the archives can write to, in the User-Agent. `warn` is told when the store cannot be
    written; by default that goes to stderr.
    """
    if offline:
        return Replay(store_dir)
    from verifier.web.http import Http  # requests, urllib3 and tenacity cost more than a whole offline run
    from verifier.web.pacing import Paced
    from verifier.web.retry import Retrying

    paced = Paced(Http(_agent(contact)), clock=time.monotonic, sleep=time.sleep, now=_now)
    patient = Retrying(paced, sleep=time.sleep, jitter=random.random)
    return Recorder(patient, store_dir, now=_now, warn=warn or _to_stderr)


def _agent(contact: str) -> str:
    return f"verifier/{VERSION} (citation checker{f'; {contact}' if contact else ''})"


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _to_stderr(message: str) -> None:
    sys.stderr.write(f"{message}\n")
