"""An article's page over a real connection to loopback: what is sent, what is kept, and equal replays."""

from pathlib import Path

import pytest
from wikis import HOST, RYE_PERMANENT, RYE_URL, failed, newest, parsed

from verifier.errors import ArticleError, Refused, Unreachable
from verifier.inputs import Text, page, wikipedia
from verifier.inputs.wikipedia import INPUT
from verifier.web import Response
from verifier.web.connect import open_transport

from .loopback import PUBLIC, Play, answer, drip, send, send_reset, serve, stall
from .test_online import online

URL = "https://example.org/bread"


def wire(response: Response) -> Play:
    """Send an answer of a wiki."""
    return send(answer(200, response.body, **{name.replace("-", "_"): text for name, text in response.headers.items()}))


FIRST, SECOND = wire(newest("Rye", 123)), wire(parsed("Rye", 123))
BUSY = wire(failed("maxlag", "lagged", mediawiki_api_error="maxlag", retry_after="5"))


def read(folder: Path, *plays: Play) -> tuple[Text, list[str]]:
    """Read the page of the wiki online and offline; return what both gave, and the requests that were heard."""
    with serve(*plays) as server:
        first = INPUT.read(RYE_URL, online(server.http(), folder))
    again = INPUT.read(RYE_URL, open_transport(str(folder), offline=True))
    assert first == again
    return first, server.requests


def test_a_wikis_page_is_asked_for_politely_and_replays_equally(tmp_path: Path) -> None:
    found, (first, second) = read(tmp_path, FIRST, SECOND)

    assert found.path == RYE_PERMANENT
    assert first.startswith("GET /w/api.php?action=query&")
    assert second.startswith("GET /w/api.php?action=parse&oldid=123&")
    for request in (first, second):
        assert "&maxlag=5 HTTP/1.1\r\n" in request
        assert f"\r\nHost: {HOST}\r\n" in request
        assert "\r\nUser-Agent: verifier-tests\r\n" in request
        assert "\r\nAccept-Encoding: gzip\r\n" in request


def test_a_wiki_that_is_too_busy_is_asked_again(tmp_path: Path) -> None:
    found, requests = read(tmp_path, BUSY, FIRST, BUSY, SECOND)

    assert found.path == RYE_PERMANENT
    assert len(requests) == 4


def test_a_wiki_that_stays_too_busy_leaves_the_recording_alone(tmp_path: Path) -> None:
    found, _ = read(tmp_path, FIRST, SECOND)
    with serve(BUSY) as server, pytest.raises(Unreachable, match=r"is too busy \(maxlag\): lagged"):
        INPUT.read(RYE_URL, online(server.http(), tmp_path))

    assert len(server.requests) == 3
    assert found == INPUT.read(RYE_URL, open_transport(str(tmp_path), offline=True))


FAULTS: dict[str, tuple[Play, str, str]] = {
    "429": (send(answer(429)), "asks us to slow down", "rate-limited"),
    "503": (send(answer(503)), "has trouble", "archive-trouble"),
    "hang": (stall(), "did not answer in time", "timeout"),
    "reset": (send_reset(b"HTTP/1.1 200"), "broke off", "archive-trouble"),
    "cut": (send(answer(200, b"<p>Rye")[:-1]), "broke off", "archive-trouble"),
    "drip": (drip(b"a" * 99, head=answer(200, b"a" * 99)[:-99]), "took longer", "timeout"),
}


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("url", [URL, RYE_URL])
def test_a_fault_says_nothing_about_the_page_online_and_offline(url: str, name: str, tmp_path: Path) -> None:
    play, says, kind = FAULTS[name]
    source = page.INPUT if url == URL else wikipedia.INPUT

    with serve(play) as server, pytest.raises(Unreachable, match=says) as caught:
        source.read(url, online(server.http(), tmp_path))
    assert caught.value.kind == kind
    with pytest.raises(Unreachable) as again:
        source.read(url, open_transport(str(tmp_path), offline=True))
    assert (again.value.message, again.value.kind) == (caught.value.message, kind)


def test_every_address_on_the_way_is_vetted(tmp_path: Path) -> None:
    names = {"example.org": (PUBLIC,), "inner.example": (PUBLIC, "10.0.0.1")}
    redirect = send(answer(302, Location="http://inner.example/admin"))

    with serve(redirect) as server, pytest.raises(Refused, match=r"inner\.example leads to 10\.0\.0\.1"):
        page.INPUT.read(URL, online(server.http(names), tmp_path))
    assert len(server.dials) == 1
    with serve(redirect) as server, pytest.raises(ArticleError, match=r"inner\.example leads to 10\.0\.0\.1"):
        page.INPUT.read("https://inner.example/", online(server.http(names), tmp_path))
    assert server.dials == []


def test_a_redirect_is_followed_and_replays(tmp_path: Path) -> None:
    rye = send(answer(200, b"<p>Rye", Content_Type="text/html"))
    with serve(send(answer(301, Location="/wiki/Rye")), rye) as server:
        first = page.INPUT.read(URL, online(server.http(), tmp_path))

    assert first.path == "https://example.org/wiki/Rye"
    assert first == page.INPUT.read(URL, open_transport(str(tmp_path), offline=True))
