"""A Wayback Machine on loopback whose answers go wrong: raw bytes from a socket, no library between.

Each page is a case: the archive has it or has not, and one answer about it is spoilt in one way. All other answers are
as the real service gives them. The ways are those of the shared specification (reliability.md, section 2).
"""

import gzip
import json
import re
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from random import Random
from urllib.parse import parse_qs, unquote, urlsplit

STAMP, MOMENT = "20200102030405", "Thu, 02 Jan 2020 03:04:05 GMT"
RESET = None
Step = bytes | float | None  # bytes to send, seconds to be silent, or a reset
Answer = tuple[int, dict[str, str], bytes]
_STALL = 3.0  # seconds: longer than any client of the bench waits
_ROW = "org,example)/{0} {1} http://example.org/{0} text/html 200 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA 99\n"
_CASE = re.compile(r"example\.org/(c[0-9]+)")


def head(status: int, headers: dict[str, str], body: bytes) -> bytes:
    """Return the bytes before the body."""
    named = {"Content-Length": str(len(body)), **headers, "Connection": "close"}
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"HTTP/1.1 {status} Status\r\n{lines}\r\n".encode()


def whole(answer: Answer) -> list[Step]:
    """Return the answer as it should come."""
    return [head(*answer) + answer[2]]


def page(title: str) -> bytes:
    """Return a page of some length."""
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{'Some words. ' * 150}</html>".encode()


def _says(status: int, body: bytes = b"", kind: str = "text/html", **headers: str) -> Callable[..., list[Step]]:
    named = {"Content-Type": kind, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return lambda answer, chance: whole((status, named, body))


def _cut(answer: Answer, chance: Random) -> list[Step]:
    body = answer[2] or b"x" * 99
    return [head(answer[0], answer[1], body), body[: chance.randrange(len(body))]]


def _cut_chunks(answer: Answer, chance: Random) -> list[Step]:
    body = answer[2] or page("x")
    lines = "".join(f"{name}: {value}\r\n" for name, value in answer[1].items())
    opening = f"HTTP/1.1 {answer[0]} Status\r\n{lines}Transfer-Encoding: chunked\r\n\r\n".encode()
    return [opening + b"%x\r\n" % len(body) + body[: chance.randrange(1, len(body))]]


def _packed(cut: bool) -> Callable[..., list[Step]]:
    def made(answer: Answer, chance: Random) -> list[Step]:
        data = gzip.compress(answer[2] or page("x"), mtime=0)
        data = data[: chance.randrange(12, len(data) - 4)] if cut else data[:-8] + b"\0" * 8
        return [head(answer[0], {**answer[1], "Content-Encoding": "gzip"}, data) + data]

    return made


def _dripping(answer: Answer, chance: Random) -> list[Step]:
    return [step for byte in head(*answer)[:9] for step in (bytes([byte]), _STALL / 9)]


KINDS: dict[str, Callable[[Answer, Random], list[Step]]] = {
    **{f"status {code}": _says(code, page("Sorry")) for code in (400, 403, 404, 405, 408, 410, 418, 451)},
    **{f"status {code}": _says(code, page("Sorry")) for code in (500, 502, 503, 504, 520, 523)},
    "429": _says(429, page("Too Many Requests")),
    "429, Retry-After": _says(429, page("Too Many Requests"), Retry_After="1"),
    "429, short": _says(429, b"slow down", "text/plain"),
    "403, short": _says(403, b"", "text/plain"),
    "maintenance": _says(200, page("Scheduled maintenance")),
    "captcha": _says(200, page("Are you a human?")),
    "empty 200": _says(200),
    "empty text": _says(200, b"", "text/plain"),
    "null": _says(200, b"null", "application/json"),
    "redirect to the root": _says(302, Location="/"),
    "redirect to a login": _says(302, Location="https://login.example/"),
    "redirect to itself": lambda answer, chance: whole((302, {"Location": "?again"}, b"")),
    "broken Memento-Datetime": lambda answer, chance: whole(
        (200, {**answer[1], "Memento-Datetime": "soon"}, page("x"))
    ),
    "another page's row": _says(200, _ROW.format("other", STAMP).encode(), "text/plain"),
    "cut body": _cut,
    "cut chunks": _cut_chunks,
    "cut gzip": _packed(cut=True),
    "wrong gzip checksum": _packed(cut=False),
    "text called gzip": lambda answer, chance: whole((answer[0], {**answer[1], "Content-Encoding": "gzip"}, b"text")),
    "cut header": lambda answer, chance: [head(*answer)[: chance.randrange(1, 40)]],
    "status line alone": lambda answer, chance: [b"HTTP/1.1 200 OK\r\n"],
    "no status line": lambda answer, chance: [b"<html>hello</html>"],
    "huge header": lambda answer, chance: [b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 70_000 + b"\r\n\r\n"],
    "two lengths": lambda answer, chance: [b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!"],
    "silence": lambda answer, chance: [_STALL],
    "silence in the body": lambda answer, chance: [head(*answer), (answer[2] or b"x")[:20], _STALL],
    "drip": _dripping,
    "reset": lambda answer, chance: [RESET],
    "reset in the body": lambda answer, chance: [head(*answer), answer[2][:20], RESET],
}


@dataclass(frozen=True, slots=True)
class Case:
    """One page: whether the archive has it, which answer about it is spoilt (0 the first), and in which way."""

    held: bool
    spoilt: int
    kind: str


@dataclass
class Archive:
    """The service. `seen` counts the requests about each case; `total` is all of them."""

    cases: dict[str, Case]
    port: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    total: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def url(self) -> str:
        """Return its address."""
        return f"http://127.0.0.1:{self.port}"

    def steps(self, path: str, body: bytes) -> list[Step]:
        """Return how to answer a request."""
        found = _CASE.search(unquote(path))
        name = found[1] if found else ""
        with self.lock:
            self.total += 1
            number = self.seen[name]
            self.seen[name] += 1
        case = self.cases.get(name)
        clean = _clean(path, body, name, case)
        return KINDS[case.kind](clean, Random(name)) if case and number == case.spoilt else whole(clean)


def _clean(path: str, body: bytes, name: str, case: Case | None) -> Answer:
    held = case.held if case else "nasa.gov" in path
    if path.startswith("/cdx/"):
        return 200, {"Content-Type": "text/plain"}, _ROW.format(name, STAMP).encode() if held else b""
    if path.startswith("/wayback/available"):
        tags = [parse_qs(line)["tag"][0] for line in body.decode().splitlines()]
        results = [{"tag": tag, "archived_snapshots": {}} for tag in tags]
        return 200, {"Content-Type": "application/json"}, json.dumps({"results": results}).encode()
    if not held:
        return 404, {"Content-Type": "text/html"}, b"<p>The Wayback Machine has not archived that URL."
    taken = MOMENT if case else "Tue, 31 Dec 1996 23:58:47 GMT"
    return 200, {"Content-Type": "text/html", "Memento-Datetime": taken}, page(f"Page {name}")


@contextmanager
def serving(archive: Archive) -> Iterator[Archive]:
    """Run it on 127.0.0.1."""
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listener:
        listener.settimeout(0.1)
        archive.port = listener.getsockname()[1]

        def run() -> None:
            while not stop.is_set():
                with suppress(TimeoutError):
                    connection, _ = listener.accept()
                    threading.Thread(target=_serve, args=(connection, archive), daemon=True).start()

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        try:
            yield archive
        finally:
            stop.set()
            thread.join(5)


def _serve(connection: socket.socket, archive: Archive) -> None:
    connection.settimeout(5)
    with connection, suppress(OSError, ValueError, IndexError):
        data = b""
        while b"\r\n\r\n" not in data:
            data += connection.recv(65_536) or b"\r\n\r\n"
        opening, _, body = data.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", opening)
        while length and len(body) < int(length[1]):
            body += connection.recv(65_536)
        target = opening.split(b" ", 2)[1].decode("latin-1")
        path = urlsplit(target)._replace(scheme="", netloc="").geturl() if target.startswith("http") else target
        for step in archive.steps(path, body):
            if step is RESET:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return
            if isinstance(step, float):
                time.sleep(step)
            else:
                connection.sendall(step)
