"""The network transport against a server on loopback: whole answers come through, everything else is an error."""

import csv
import gzip
import json
import socket
import sys
import threading
import time
from pathlib import Path

import pytest

from verifier.errors import Refused, TransportError, Unreachable
from verifier.web import Request
from verifier.web.http import Http, Limits
from verifier.web.reach import reach

from .loopback import PUBLIC, Play, answer, drip, send, send_each, send_reset, serve, stall

URL = "http://example.org/a?b=%e2&c=é"
PAGE = b"<html>" + b"The minister resigned on Monday. " * 50 + b"</html>"


def test_a_whole_answer_comes_through_and_the_request_is_plain() -> None:
    with serve(send(answer(200, PAGE, Content_Type="text/html", Set_Cookie="id=1"))) as server:
        response = server.http().send(Request(URL, headers=(("Range", "bytes=0-0"),)))

    assert (response.status, response.body, response.truncated) == (200, PAGE, False)
    assert response.headers["content-type"] == "text/html"
    assert server.dials == [(PUBLIC, 80)]
    head = server.requests[0].lower()
    assert head.startswith("get /a?b=%e2&c=%c3%a9 http/1.1\r\n")
    for expected in (
        "host: example.org",
        "user-agent: verifier-tests",
        "accept-encoding: gzip\r\n",
        "range: bytes=0-0",
    ):
        assert expected in head
    for unwanted in ("cookie", "authorization", "proxy"):
        assert unwanted not in head


def test_no_cookie_is_sent_back_and_no_redirect_followed() -> None:
    moved = answer(302, b"", Location="http://127.0.0.1/", Set_Cookie="id=1")
    with serve(send(moved)) as server:
        transport = server.http()
        first, second = transport.send(Request(URL)), transport.send(Request(URL))

    assert [first.status, second.status] == [302, 302]
    assert first.headers["location"] == "http://127.0.0.1/"
    assert len(server.dials) == 2
    assert "cookie" not in server.requests[1].lower()


def test_user_name_password_and_fragment_are_never_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with serve(send(answer())) as server:
        server.http().send(Request("http://user:s3cr3t@example.org/a#b"))

    assert server.dials == [(PUBLIC, 80)]
    assert "s3cr3t" not in server.requests[0]
    assert "authorization" not in server.requests[0].lower()
    assert server.requests[0].startswith("GET /a HTTP/1.1")


def test_gzip_is_opened_even_when_the_header_does_not_say_so() -> None:
    packed = gzip.compress(PAGE)
    for headers in ({"Content_Encoding": "gzip"}, {"Content_Encoding": ""}, {}):
        with serve(send(answer(200, packed, **headers))) as server:
            response = server.http().send(Request(URL))

        assert response.body == PAGE


def test_more_than_the_limit_is_cut_and_said_to_be() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    for body, headers in ((PAGE, {}), (bomb, {"Content_Encoding": "gzip"})):
        with serve(send(answer(200, body, **headers))) as server:
            response = server.http().send(Request(URL, limit=1000))

        assert response.truncated
        assert len(response.body) == 1000


def test_a_body_of_exactly_the_limit_is_whole() -> None:
    with serve(send(answer(200, PAGE))) as server:
        response = server.http().send(Request(URL, limit=len(PAGE)))

    assert (response.body, response.truncated) == (PAGE, False)


def test_a_connection_serves_the_next_request_of_its_host() -> None:
    with serve(send_each(answer(200, b"one"), answer(200, b"two"), answer(200, b"three"))) as server:
        transport = server.http()
        bodies = [transport.send(Request(URL)).body for _ in range(3)]

    assert bodies == [b"one", b"two", b"three"]
    assert server.dials == [(PUBLIC, 80)]


def test_a_kept_connection_that_was_closed_is_made_anew() -> None:
    with serve(send_each(answer(200, b"one"), b""), send(answer(200, b"two"))) as server:
        transport = server.http()
        bodies = [transport.send(Request(URL)).body for _ in range(2)]

    assert bodies == [b"one", b"two"]
    assert len(server.dials) == 2


def test_a_cut_answer_leaves_nothing_for_the_next_request() -> None:
    with serve(send(answer(200, PAGE)), send(answer(200, b"two"))) as server:
        transport = server.http()
        first, second = transport.send(Request(URL, limit=10)), transport.send(Request(URL))

    assert (first.truncated, second.body) == (True, b"two")


def test_a_kept_connection_has_the_deadline_of_each_exchange() -> None:
    def play(connection: socket.socket) -> None:
        send_each(answer(200, b"one"), answer(200, PAGE)[:300])(connection)
        stall()(connection)

    with serve(play) as server:
        transport = server.http(limits=Limits(connect=9, read=9, exchange=2))
        transport.send(Request(URL))
        with pytest.raises(Unreachable) as caught:
            transport.send(Request(URL))

    assert "took longer than 2 s" in caught.value.message


def test_a_name_server_that_is_silent_ends_with_the_deadline() -> None:
    answered = threading.Event()

    def resolver(host: str, port: int) -> tuple[str, ...]:
        answered.wait(30)
        return (PUBLIC,)

    transport = Http("tests", resolver=resolver, limits=Limits(exchange=0.2))
    with pytest.raises(Unreachable) as caught:
        transport.send(Request(URL))
    answered.set()

    assert caught.value.kind == "timeout"


@pytest.mark.skipif(sys.platform != "linux", reason="how a full queue of connections behaves is the system's own")
def test_a_host_that_does_not_take_the_connection_ends_with_the_deadline() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        waiting = []
        for _ in range(3):
            each = socket.socket()
            each.setblocking(False)
            each.connect_ex(("127.0.0.1", port))
            waiting.append(each)
        transport = Http("tests", reach=reach(None, [f"127.0.0.1:{port}"]), limits=Limits(connect=20, exchange=0.3))
        start = time.monotonic()
        with pytest.raises(Unreachable) as caught:
            transport.send(Request(f"http://127.0.0.1:{port}/"))
        for each in waiting:
            each.close()

    assert caught.value.kind == "timeout"
    assert time.monotonic() - start < 10


def test_aborting_cuts_off_what_is_under_way() -> None:
    with serve(stall()) as server:
        transport = server.http(limits=Limits(connect=20, read=20, exchange=20))
        threading.Timer(0.2, transport.abort).start()
        with pytest.raises(Unreachable) as caught:
            transport.send(Request(URL))

    assert caught.value.kind == "timeout"


def test_a_body_is_sent() -> None:
    with serve(send(answer())) as server:
        server.http().send(Request(URL, "POST", body=b"url=a"))

    head = server.requests[0].lower()
    assert head.startswith("post ")
    assert "content-length: 5" in head


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


def test_endless_interim_answers_end_with_the_deadline() -> None:
    with (
        serve(drip(b"HTTP/1.1 100 Continue\r\n\r\n" * 50, pause=0.002)) as server,
        pytest.raises(Unreachable) as caught,
    ):
        server.http(limits=Limits(connect=0.5, read=0.5, exchange=0.3)).send(Request(URL))

    assert caught.value.kind == "timeout"
    assert "took longer than 0.3 s" in caught.value.message


def test_a_page_that_ends_with_its_own_end_needs_no_length() -> None:
    with serve(send(b"HTTP/1.1 200 OK\r\n\r\n" + PAGE)) as server:
        response = server.http().send(Request(URL))

    assert response.body == PAGE


def test_the_next_address_is_tried_when_one_refuses() -> None:
    with serve(send(answer(200, PAGE))) as server:
        reach = server.dialer

        def dialer(address: str, port: int, seconds: float) -> socket.socket:
            if address == PUBLIC:
                raise ConnectionRefusedError
            return reach(address, port, seconds)

        transport = Http("tests", resolver=lambda host, port: (PUBLIC, "8.8.8.8"), dialer=dialer)
        response = transport.send(Request(URL))
        alone = Http("tests", resolver=lambda host, port: (PUBLIC,), dialer=dialer)
        with pytest.raises(Unreachable, match="refuses connections") as caught:
            alone.send(Request(URL))

    assert response.status == 200
    assert caught.value.kind == "refused"


def test_the_product_refuses_this_computer() -> None:
    transport = Http("tests")
    for url in ("http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://a.localhost/", "http://10.0.0.1/"):
        with pytest.raises(Refused) as caught:
            transport.send(Request(url))
        assert caught.value.kind == "refused-address"


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
