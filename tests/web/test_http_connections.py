"""Connections of the network transport: kept ones, those that fail, and that each exchange ends in time."""

import socket
import sys
import threading
import time

import pytest

from verifier.errors import Unreachable
from verifier.web import Request
from verifier.web.http import Http, Limits
from verifier.web.reach import reach

from .http_pages import PAGE, URL
from .loopback import PUBLIC, answer, drip, send, send_each, serve, stall


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


def test_endless_interim_answers_end_with_the_deadline() -> None:
    with (
        serve(drip(b"HTTP/1.1 100 Continue\r\n\r\n" * 50, pause=0.002)) as server,
        pytest.raises(Unreachable) as caught,
    ):
        server.http(limits=Limits(connect=0.5, read=0.5, exchange=0.3)).send(Request(URL))

    assert caught.value.kind == "timeout"
    assert "took longer than 0.3 s" in caught.value.message


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
