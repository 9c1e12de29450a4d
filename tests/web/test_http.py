"""The network transport against a server on loopback: whole answers come through, and requests are plain."""

import gzip

import pytest

from verifier.web import Request

from .http_pages import PAGE, URL
from .loopback import PUBLIC, answer, send, serve


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


def test_a_body_is_sent() -> None:
    with serve(send(answer())) as server:
        server.http().send(Request(URL, "POST", body=b"url=a"))

    head = server.requests[0].lower()
    assert head.startswith("post ")
    assert "content-length: 5" in head


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


def test_a_page_that_ends_with_its_own_end_needs_no_length() -> None:
    with serve(send(b"HTTP/1.1 200 OK\r\n\r\n" + PAGE)) as server:
        response = server.http().send(Request(URL))

    assert response.body == PAGE
