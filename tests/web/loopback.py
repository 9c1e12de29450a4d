"""A server on loopback that plays raw answers, and a transport that can reach nothing else.

It speaks bytes, not HTTP: no library sends answers as broken as the ones that are needed here.
"""

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from verifier.web.http import Http, Limits
from verifier.web.reach import Reach

PUBLIC = "93.184.216.34"  # compared, never dialled
QUICK = Limits(connect=0.5, read=0.5, exchange=1.0)
Play = Callable[[socket.socket], None]


@dataclass
class Loopback:
    """What the server heard and where the dialer was sent; `port` is its own."""

    port: int = 0
    requests: list[str] = field(default_factory=list)
    dials: list[tuple[str, int]] = field(default_factory=list)

    def dialer(self, address: str, port: int, seconds: float) -> socket.socket:
        self.dials.append((address, port))
        return socket.create_connection(("127.0.0.1", self.port), seconds)

    def http(
        self,
        names: Mapping[str, tuple[str, ...]] | None = None,
        limits: Limits = QUICK,
        roots: str | None = None,
        reach: Reach | None = None,
    ) -> Http:
        """Give a transport whose names are in `names` (every name is public without it) and that dials us."""

        def resolver(host: str, port: int) -> tuple[str, ...]:
            if names is None:
                return (PUBLIC,)
            if host not in names:
                raise OSError("no such host")
            return names[host]

        return Http("verifier-tests", limits=limits, resolver=resolver, dialer=self.dialer, roots=roots, reach=reach)


@contextmanager
def serve(*plays: Play, speak_first: bool = False) -> Iterator[Loopback]:
    """Run a server whose n-th connection is answered by the n-th play, later ones by the last.

    With `speak_first` the play has the connection from its first byte, else the request has been read.
    """
    loopback, stop = Loopback(), threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)
        loopback.port = listener.getsockname()[1]

        def run() -> None:
            count, end = 0, time.monotonic() + 60
            while not stop.is_set() and time.monotonic() < end:
                try:
                    connection, _ = listener.accept()
                except TimeoutError:
                    continue
                with connection:
                    _answer(connection, loopback, plays[min(count, len(plays) - 1)], speak_first)
                count += 1

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        try:
            yield loopback
        finally:
            stop.set()
            thread.join(10)


def _answer(connection: socket.socket, loopback: Loopback, play: Play, speak_first: bool) -> None:
    connection.settimeout(5)
    try:
        head = b""
        while not speak_first and b"\r\n\r\n" not in head and (more := connection.recv(65_536)):
            head += more
        loopback.requests.append(head.decode("latin-1"))
        play(connection)
    except OSError:  # the client went away first
        return


def send(data: bytes) -> Play:
    """Send the bytes, then close."""
    return lambda connection: connection.sendall(data)


def send_each(*answers: bytes) -> Play:
    """Send the first answer, and the others when they are asked for over the same connection."""

    def play(connection: socket.socket) -> None:
        for number, data in enumerate(answers):
            while number and b"\r\n\r\n" not in connection.recv(65_536):
                continue
            connection.sendall(data)

    return play


def send_reset(data: bytes) -> Play:
    """Send the bytes, then reset the connection."""

    def play(connection: socket.socket) -> None:
        connection.sendall(data)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return play


def stall(data: bytes = b"") -> Play:
    """Send the bytes, then keep the connection open until the client has gone."""

    def play(connection: socket.socket) -> None:
        connection.sendall(data)
        while connection.recv(65_536):
            continue

    return play


def drip(data: bytes, pause: float = 0.05, head: bytes = b"") -> Play:
    """Send the head at once and the bytes one by one, for 5 s at most."""

    def play(connection: socket.socket) -> None:
        connection.sendall(head)
        end = time.monotonic() + 5
        for byte in data:
            if time.monotonic() > end:
                return
            connection.sendall(bytes((byte,)))
            time.sleep(pause)

    return play


def answer(status: int = 200, body: bytes = b"", **headers: str) -> bytes:
    """Return a whole answer; underscores in header names are dashes."""
    lines = [f"HTTP/1.1 {status} Said", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body
