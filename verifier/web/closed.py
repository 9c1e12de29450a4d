"""Offline is offline: while the door is closed, whatever tries to reach the network raises, in any library.

An audit hook sees every socket of the interpreter (https://docs.python.org/3/library/audit_events.html). It cannot be
taken out again, so it stays and heeds a flag.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_EVENTS = frozenset(
    f"socket.{name}"
    for name in ("__new__", "connect", "bind", "sendto", "sendmsg", "getaddrinfo", "gethostbyname", "gethostbyaddr")
)
_state = {"installed": False, "closed": 0}


@contextmanager
def door() -> Iterator[None]:
    """Let nothing out while this lasts. What tries is a bug of ours: RuntimeError."""
    if not _state["installed"]:
        _state["installed"] = True
        sys.addaudithook(_heed)
    _state["closed"] += 1
    try:
        yield
    finally:
        _state["closed"] -= 1


def _heed(event: str, _: object) -> None:
    if event in _EVENTS and _state["closed"]:
        raise RuntimeError(f"an offline run tried to reach the network ({event})")
