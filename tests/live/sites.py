"""Sites on loopback, one for each address 127.0.0.N, that answer by the first part of the path."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

STATUSES = {"gone": 404, "refused": 403, "trouble": 500}


@dataclass
class Sites:
    """What they were asked; `port` is the same for all."""

    port: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, url: str) -> tuple[int, dict[str, str]]:
        """Return status and headers."""
        with self.lock:
            self.asked[url] += 1
            is_first = self.asked[url] == 1
        kind = url.partition("/")[2].partition("/")[0]
        if kind == "hasty" and is_first:
            return 429, {"Retry-After": "1"}
        if kind == "circle":
            return 302, {"Location": f"http://{url}"}
        if kind == "moved":
            return 301, {"Location": f"http://{url.replace('moved', 'ok')}"}
        return STATUSES.get(kind, 200), {}


@contextmanager
def sites() -> Iterator[Sites]:
    """Run them."""
    found = Sites()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, headers = found.answer(f"{self.headers['Host']}{self.path}")
            body = f"<!doctype html><title>{self.path}</title><p>{'words ' * 200}".encode()
            self.send_response(status)
            fixed = {"Content-Length": str(len(body)), "Content-Type": "text/html; charset=utf-8"}
            for name, value in {**fixed, **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            return

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: Any) -> None:
            return  # a client that went away

    with Server(("", 0), Handler) as server:
        found.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield found
        finally:
            server.shutdown()
            thread.join()
