"""Where the network transport may go: only to public addresses, but for what the operator says."""

import csv
import json
import socket
from pathlib import Path

import pytest

from verifier.errors import Refused, TransportError
from verifier.web import Request
from verifier.web.http import Http
from verifier.web.reach import reach

from .loopback import answer, send, send_each, serve

STANDIN = reach("http://library.example/archive/web/", ["intranet.example:8080"])


def test_a_stand_in_is_asked_for_the_archive_and_writes_the_archives_addresses() -> None:
    link = '<http://library.example/archive/web/timemap/link/http://a.example/>; rel="timemap"'
    moved = answer(302, b"", Location="http://library.example/archive/web/2021/http://a.example/", Link=link)
    names = {"library.example": ("10.0.0.1",)}
    with serve(send(moved)) as server:
        transport = server.http(names, reach=STANDIN)
        response = transport.send(Request("https://web.archive.org/web/2020/http://a.example/"))

    assert server.dials == [("10.0.0.1", 80)]
    assert server.requests[0].startswith(
        "GET /archive/web/2020/http://a.example/ HTTP/1.1\r\nHost: library.example\r\n"
    )
    assert response.headers["location"] == "https://web.archive.org/web/2021/http://a.example/"
    assert response.headers["link"].startswith("<https://web.archive.org/web/timemap/link/http://a.example/>")


def test_what_stands_in_for_the_archive_is_no_other_way_in() -> None:
    names = {"library.example": ("10.0.0.1",)}
    with serve(send_each(answer(), answer())) as server:
        transport = server.http(names, reach=STANDIN)
        transport.send(Request("https://archive.org/wayback/available?url=a"))
        with pytest.raises(Refused):
            transport.send(Request("http://library.example/"))

    assert len(server.requests) == 1


def test_an_allowed_host_is_asked_at_its_port_only() -> None:
    names = {"intranet.example": ("10.0.0.1",)}
    with serve(send(answer())) as server:
        transport = server.http(names, reach=STANDIN)
        transport.send(Request("http://intranet.example:8080/"))
        for url in ("http://intranet.example/", "http://intranet.example:8081/", "http://10.0.0.1:8080/"):
            with pytest.raises(Refused):
                transport.send(Request(url))

    assert server.dials == [("10.0.0.1", 8080)]


def test_the_product_refuses_this_computer() -> None:
    transport = Http("tests")
    for url in ("http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://a.localhost/", "http://10.0.0.1/"):
        with pytest.raises(Refused) as caught:
            transport.send(Request(url))
        assert caught.value.kind == "refused-address"


def _stub_dns(text: str) -> dict[str, list[tuple[str, ...]]]:
    """Read "name=a|b" (one answer of two) and "name=a;b" (two answers in turn)."""
    pairs = (field.partition("=") for field in text.split())
    return {name: [tuple(filter(None, turn.split("|"))) for turn in turns.split(";")] for name, _, turns in pairs}


def test_no_hostile_url_leads_inward(shared: Path) -> None:
    text = (shared / "data/hostile/ssrf.tsv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong = []
    for row in rows:
        names = _stub_dns(row["stub_dns"])
        dials: list[str] = []

        def dialer(address: str, port: int, seconds: float, dials: list[str] = dials) -> socket.socket:
            dials.append(address)
            raise ConnectionRefusedError

        def resolver(host: str, port: int, names: dict[str, list[tuple[str, ...]]] = names) -> tuple[str, ...]:
            if host not in names:
                raise OSError("no such host")
            return names[host].pop(0) if len(names[host]) > 1 else names[host][0]

        transport = Http("tests", resolver=resolver, dialer=dialer)
        hops = [json.loads(row["url_json"]), *filter(None, row["stub_redirect"].split(" => "))]
        for url in hops:
            with pytest.raises(TransportError):
                transport.send(Request(url))
        public = {"93.184.216.34", "207.241.237.3", "2606:2800:220:1:248:1893:25c8:1946"}
        contacted = bool(dials) and row["expect"] in ("allow", "direct-only")
        if not set(dials) <= public or (row["expect"] in ("allow", "direct-only")) != contacted:
            wrong.append((row["id"], dials))

    assert len(rows) == 90
    assert wrong == []
