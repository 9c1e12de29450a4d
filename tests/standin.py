"""A stand-in for the Wayback Machine on loopback: a real HTTP server for whole runs of the command."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from verifier.urls import moment

Reply = tuple[int, dict[str, str], bytes]
_ABSENT = b"<p>The Wayback Machine has not archived that URL." + b" " * 500


class StandIn:
    """What it was asked, and how it answers: by path, else every snapshot plays."""

    def __init__(self) -> None:
        self.url = ""
        self.asked: list[str] = []
        self.special: dict[str, Reply] = {}
        self.before: Callable[[str], None] = lambda path: None
        self.lock = threading.Lock()

    @property
    def counts(self) -> Counter[str]:
        return Counter(self.asked)

    def reply(self, path: str) -> Reply:
        with self.lock:
            self.asked.append(path)
        self.before(path)
        for part, reply in self.special.items():
            if part in path:
                return reply
        if path.startswith("/wayback/available"):
            return 200, {"Content-Type": "application/json"}, b'{"results": []}'
        taken = moment(path.removeprefix("/web/")[:14])
        if taken is None:
            return 200, {"Content-Type": "text/plain"}, b""
        if "this-is-not-real-url" in path:
            return 404, {}, _ABSENT
        headers = {"Memento-Datetime": format_datetime(taken, usegmt=True), "Content-Type": "text/html"}
        title = path.rpartition("/")[2]
        return 200, headers, f"<html><title>{title}</title><p>{title} {'word ' * 400}</html>".encode()


def absent() -> Reply:
    """Say what the archive says of a page it does not hold."""
    return 404, {}, _ABSENT


@contextmanager
def standin() -> Iterator[StandIn]:
    """Run one on 127.0.0.1."""
    service = StandIn()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, headers, body = service.reply(self.path)
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def log_message(self, *_: Any) -> None:
            return

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: Any) -> None:
            return  # a client that went away

    with Server(("127.0.0.1", 0), Handler) as server:
        service.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield service
        finally:
            server.shutdown()
            thread.join(10)
