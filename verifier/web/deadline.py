"""One end for a whole exchange.

Timeouts of sockets bound single reads only: one byte per second never meets them. A timer that shuts the socket down
does, even in the middle of a TLS handshake.
"""

import socket
import threading
from typing import Self


class Deadline:
    """A context that ends what its sockets do after `seconds`; `fired` tells that it struck."""

    def __init__(self, seconds: float) -> None:
        self.fired = False
        self._copies: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(max(0.0, min(seconds, threading.TIMEOUT_MAX)), self.strike)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            for copy in self._copies:
                copy.close()
            self._copies.clear()

    def watch(self, connected: socket.socket) -> None:
        """Shut this socket down when time is up. A copy is kept, because TLS takes the original over."""
        with self._lock:
            self._copies.append(connected.dup())
        if self.fired:
            self.strike()

    def strike(self) -> None:
        """End the exchange now."""
        with self._lock:
            self.fired = True
            for copy in self._copies:
                try:
                    copy.shutdown(socket.SHUT_RDWR)
                except OSError:  # the other side was faster
                    continue
