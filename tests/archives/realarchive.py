"""pywb behind the front, on loopback: a real archive for whole runs of the product.

pywb is GPL and no dependency of the project; it lives in a virtual environment of its own. VERIFY_PYWB names its
`wayback` command, as .ci/run sets it; without it the tests are skipped.
"""

import gzip
import os
import shutil
import subprocess
import threading
import time
import urllib.request
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from socket import create_server
from typing import Any

from .wayback_front import Front

FRESH, LOST = "http://example.org/fresh", "https://courier.example/news/council-approves-the-new-harbour-plan/"
PLAN = "http://example.org/news/harbour-plan"
CONFIG = "framed_replay: false\nredirect_to_exact: true\nenable_memento: true\ndebug: false\n"
RULE = 'net,example,excluded)/ - {"access": "exclude", "url": "https://excluded.example.net/"}\n'


def command() -> str | None:
    """Return the path of pywb's `wayback`, None where there is none."""
    given = os.environ.get("VERIFY_PYWB", "")
    return shutil.which(given) if given else None


def page(title: str) -> bytes:
    """Return an invented page of that title."""
    text = f"{title}. The harbour board met on Tuesday and heard the plan. " * 30
    return f"<!doctype html><html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</html>".encode()


def captures() -> list[tuple[str, str, str, list[tuple[str, str]], bytes]]:
    """Return what the tests' own WARC holds: when, which URL, status line, headers, body."""
    html = [("Content-Type", "text/html; charset=utf-8")]
    plan = page("Harbour plan approved")
    packed = [*html, ("Content-Encoding", "gzip")]
    return [
        ("1996-12-31T23:58:47Z", "http://www.nasa.gov/", "200 OK", html, page("A canary of the tests")),
        ("2020-01-02T03:04:05Z", PLAN, "200 OK", html, plan),
        ("2021-01-02T03:04:05Z", PLAN, "200 OK", packed, gzip.compress(plan, mtime=0)),
        ("2020-01-02T03:04:05Z", f"{PLAN}-gone", "410 Gone", html, page("Gone")),
        ("2020-01-02T03:04:05Z", f"{PLAN}-old", "301 Moved Permanently", [("Location", "/news/harbour-plan")], b""),
        ("2019-03-05T08:15:00Z", LOST, "200 OK", html, page("Council approves the new harbour plan")),
        ("2026-11-20T10:00:00Z", FRESH, "200 OK", html, page("Fresh page of the harbour board")),
    ]


def write_warc(path: Path) -> None:
    """Write these captures as a WARC (ISO 28500), one gzip member each."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # warcio leaves its buffers to the collector
        writer = WARCWriter(file, gzip=True)
        for when, url, status, headers, body in captures():
            answer = StatusAndHeaders(status, [*headers, ("Content-Length", str(len(body)))], protocol="HTTP/1.1")
            about = {"WARC-Date": when}
            record = writer.create_warc_record(
                url, "response", BytesIO(body), http_headers=answer, warc_headers_dict=about
            )
            writer.write_record(record)
            del record


def lay_out(folder: Path, wayback: str, warcs: list[Path]) -> None:
    """Make a collection named "web" of the WARCs."""
    manager = str(Path(wayback).with_name("wb-manager"))
    for line in (["init", "web"], ["add", "web", *map(str, warcs)]):
        subprocess.run([manager, *line], cwd=folder, check=True, capture_output=True, timeout=60)
    (folder / "config.yaml").write_text(CONFIG)
    rules = folder / "collections/web/acl"
    rules.mkdir(exist_ok=True)
    (rules / "access-rules.aclj").write_text(RULE)


@contextmanager
def running(folder: Path, wayback: str) -> Iterator[tuple[str, str]]:
    """Run pywb and the front; yield the front's address, and HOST:PORT of bare pywb."""
    port = _free_port()
    with (folder / "log").open("wb") as log:
        pywb = subprocess.Popen(
            [wayback, "-b", "127.0.0.1", "-p", str(port), "-t", "8"], cwd=folder, stdout=log, stderr=log
        )
    try:
        _wait(f"http://127.0.0.1:{port}/", pywb)
        handler = type("Here", (Front,), {"pywb": ("127.0.0.1", port), "asked": []})
        with _Server(("127.0.0.1", 0), handler) as server:
            thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
            thread.start()
            yield f"http://127.0.0.1:{server.server_address[1]}", f"127.0.0.1:{port}"
            server.shutdown()
    finally:
        pywb.terminate()
        pywb.wait(20)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        return  # a client that went away


def _free_port() -> int:
    with create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def _wait(url: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("pywb did not start; its log is beside its collection")
