"""One end for a whole exchange.

Timeouts of sockets bound single reads only: one byte per second never meets them. Shutting the socket down does, even
in the middle of a TLS handshake; one thread does so for all exchanges.
"""

import heapq
import os
import socket
import threading
import time
from contextlib import suppress
from functools import cache
from itertools import count
from typing import Self


class Deadline:
    """A context that ends what its sockets do after `seconds`; `fired` tells that it struck."""

    def __init__(self, seconds: float) -> None:
        self.fired = False
        self._end = time.monotonic() + seconds
        self._copies: list[int] = []
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        _watchman().add(self._end, self)
        return self

    def __exit__(self, *_: object) -> None:
        _watchman().drop(self)
        with self._lock:
            while self._copies:
                os.close(self._copies.pop())

    def watch(self, connected: socket.socket) -> None:
        """Shut this socket down when time is up. A copy is kept, because TLS takes the original over."""
        with self._lock:
            self._copies.append(os.dup(connected.fileno()))
        if self.fired or time.monotonic() >= self._end:
            self.strike()

    def strike(self) -> None:
        """End the exchange now."""
        with self._lock:
            self.fired = True
            for copy in self._copies:
                with suppress(OSError), socket.socket(fileno=os.dup(copy)) as taken:  # the other side may be faster
                    taken.shutdown(socket.SHUT_RDWR)


class _Watchman:
    """The thread that strikes deadlines when their time comes."""

    def __init__(self) -> None:
        self._due: list[tuple[float, int, Deadline]] = []
        self._open: set[Deadline] = set()
        self._number = count()
        self._changed = threading.Condition()
        threading.Thread(target=self._run, daemon=True).start()

    def add(self, end: float, deadline: Deadline) -> None:
        with self._changed:
            self._open.add(deadline)
            heapq.heappush(self._due, (end, next(self._number), deadline))
            if self._due[0][2] is deadline:
                self._changed.notify()

    def drop(self, deadline: Deadline) -> None:
        with self._changed:
            self._open.discard(deadline)
            while self._due and self._due[0][2] not in self._open:
                heapq.heappop(self._due)

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._due or (wait := self._due[0][0] - time.monotonic()) > 0:
                    self._changed.wait(min(wait, threading.TIMEOUT_MAX) if self._due else None)
                deadline = heapq.heappop(self._due)[2]
                is_open = deadline in self._open
            if is_open:
                deadline.strike()


@cache
def _watchman() -> _Watchman:
    return _Watchman()
