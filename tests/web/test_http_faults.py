"""Broken answers over a real connection: each is an error with a reason, none is taken for a page."""

import csv
import gzip
import time
from pathlib import Path

import pytest

from verifier.errors import TransportError, Unreachable
from verifier.web import Request

from .http_pages import PAGE, URL
from .loopback import Play, answer, drip, send, send_reset, serve, stall

PACKED = gzip.compress(PAGE)
CUT = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + PACKED[:-4]
FAULTS: dict[str, tuple[Play, str]] = {
    "reset": (send_reset(answer(200, PAGE)[:500]), "archive-trouble"),
    "nothing": (send(b""), "archive-trouble"),
    "short": (send(answer(200, PAGE)[:-9]), "archive-trouble"),
    "cut-gzip": (send(CUT), "archive-trouble"),
    "gzip-lie": (send(answer(200, PAGE, Content_Encoding="gzip")), "archive-trouble"),
    "two-lengths": (send(answer(200, PAGE, content_length="7")), "archive-trouble"),
    "brotli": (send(answer(200, PAGE, Content_Encoding="br")), "archive-trouble"),
    "no-end": (send(b"HTTP/1.1 200 OK\r\n\r\n<html><p>half"), "archive-trouble"),
    "headers-cut": (send(b"HTTP/1.1 200 OK\r\nContent-Len"), "archive-trouble"),
    "many-headers": (send(answer(200, PAGE, **{f"x{n}": "y" for n in range(200)})), "archive-trouble"),
    "no-http": (send(b"SSH-2.0-OpenSSH_9.6\r\n"), "archive-trouble"),
    "stall": (stall(), "timeout"),
    "stall-in-body": (stall(answer(200, PAGE)[:300]), "timeout"),
    "drip-headers": (drip(answer(200, PAGE)), "timeout"),
    "drip-body": (drip(PAGE, head=answer(200, PAGE)[: -len(PAGE)]), "timeout"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_is_an_error_with_a_reason_in_time(name: str) -> None:
    play, kind = FAULTS[name]
    start = time.monotonic()
    with serve(play) as server, pytest.raises(Unreachable) as caught:
        server.http().send(Request(URL))

    assert kind == caught.value.kind
    assert "example.org" in caught.value.message or "answer" in caught.value.message or "page" in caught.value.message
    assert time.monotonic() - start < 3


# The rows of shared/data/hostile/http/index.tsv that are no whole answer, and how the server plays them.
def test_hostile_answers_are_never_taken_for_pages(shared: Path) -> None:
    folder = shared / "data/hostile/http"
    rows = list(csv.DictReader((folder / "index.tsv").read_text("utf-8").splitlines(), delimiter="\t"))
    taken = []
    for row in rows:
        data = (folder / f"{row['name']}.http").read_bytes()
        how = row["play"].partition(":")[0]
        plays = {
            "send-close": send(data),
            "send-reset": send_reset(data),
            "send-stall": stall(data),
            "drip": drip(data),
        }
        with serve(plays.get(how, send(b""))) as server:
            try:
                response = server.http().send(Request(URL, limit=1_000_000))
            except TransportError:
                continue
        if response.status == 200 and not response.truncated:
            taken.append(row["name"])

    assert taken == [
        "h00-ok",
        "h01-ok-gzip",
        "h21-charset-codec",
        "h32-api-empty-200",
        "h33-api-list",
        "h34-api-not-available",
        "h35-api-other-page",
        "h37-set-cookie",
    ]
