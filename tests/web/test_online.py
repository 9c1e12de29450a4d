"""The Wayback Machine over a real connection to loopback: every fault ends as unknown, and a run replays equally."""

import datetime as dt
import gzip
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from verifier.archives.wayback import ARCHIVE
from verifier.model.evidence import ArchiveVerdict, Lookup
from verifier.model.registry import Reference
from verifier.web import Request, Response, Transport
from verifier.web.connect import open_transport
from verifier.web.pacing import Paced
from verifier.web.recorder import Recorder
from verifier.web.retry import Retrying

from .loopback import Play, answer, drip, send, send_reset, serve, stall

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
REFERENCE = Reference("a", 1, archive_url="https://web.archive.org/web/20200102030405/http://example.org/news/story")
MOMENT = "Thu, 02 Jan 2020 03:04:05 GMT"
CAPTURE = answer(200, b"<p>Story", Content_Type="text/html", Memento_Datetime=MOMENT)
ABSENT = b"<p>The Wayback Machine has not archived that URL." + b" " * 500
EMPTY = answer(200, b"", Content_Type="text/plain")


class WithoutTls:
    """Send what is asked over https to the loopback server, which speaks http."""

    def __init__(self, transport: Transport) -> None:
        self.transport = transport

    def send(self, request: Request) -> Response:
        return self.transport.send(replace(request, url=request.url.replace("https:", "http:", 1)))


def online(http: Transport, folder: Path) -> Recorder:
    """Build what `open_transport` builds, with a clock and pauses that take no time."""
    time = 0.0

    def sleep(seconds: float) -> None:
        nonlocal time
        time += seconds

    paced = Paced(WithoutTls(http), clock=lambda: time, sleep=sleep, now=lambda: NOW)
    return Recorder(Retrying(paced, sleep=sleep, jitter=lambda: 0.0), str(folder), now=lambda: NOW, warn=print)


FAULTS: dict[str, tuple[Play, str]] = {
    "429": (send(answer(429, b"Too Many Requests")), "rate-limited"),
    "503": (send(answer(503, b"Unavailable")), "archive-trouble"),
    "hang": (stall(), "timeout"),
    "reset": (send_reset(answer(404, ABSENT)[:100]), "archive-trouble"),
    "cut": (send(answer(404, ABSENT)[:-1]), "archive-trouble"),
    "cut-gzip": (send(answer(404, gzip.compress(ABSENT)[:-9], Content_Encoding="gzip")), "archive-trouble"),
    "bomb": (send(answer(404, gzip.compress(b" " * 9_000_000 + ABSENT), Content_Encoding="gzip")), "unrecognised"),
    "drip": (drip(ABSENT, head=answer(404, ABSENT)[: -len(ABSENT)]), "timeout"),
    "empty": (send(answer(200, b"")), "unrecognised"),
    "html": (send(answer(200, b"<p>Maintenance</p>", Content_Type="text/html")), "unrecognised"),
}


def looked_at(plays: tuple[Play, ...], folder: Path, see: Callable[[list[str]], None] = lambda _: None) -> Lookup:
    """Look online, then offline, and return the lookup that both gave."""
    with serve(*plays) as server:
        first = ARCHIVE.look(REFERENCE, online(server.http(), folder))
    see([head.split()[1].partition("?")[0] for head in server.requests])
    again = ARCHIVE.look(REFERENCE, open_transport(str(folder), offline=True))
    assert first == again
    return first


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_playback_is_unknown(name: str, tmp_path: Path) -> None:
    play, reason = FAULTS[name]

    lookup = looked_at((play,), tmp_path)

    assert (lookup.verdict, lookup.reason) == (ArchiveVerdict.UNKNOWN, reason)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_index_never_makes_absence_by_two_witnesses(name: str, tmp_path: Path) -> None:
    absent = send(answer(404, ABSENT))
    known = send(answer(200, b"", Memento_Datetime="Tue, 31 Dec 1996 23:58:47 GMT"))

    lookup = looked_at((absent, known, absent, FAULTS[name][0]), tmp_path)

    assert (lookup.verdict, lookup.reason) == (ArchiveVerdict.ABSENT, "single-witness")


def test_absence_by_two_witnesses_and_what_was_asked(tmp_path: Path) -> None:
    absent, index = send(answer(404, ABSENT)), send(EMPTY)
    known = send(answer(200, b"", Memento_Datetime="Tue, 31 Dec 1996 23:58:47 GMT"))
    asked: list[str] = []

    lookup = looked_at((absent, known, absent, index, index), tmp_path, asked.extend)

    assert (lookup.verdict, lookup.reason) == (ArchiveVerdict.ABSENT, "two-witnesses")
    assert asked[0] == "/web/20200102030405id_/http://example.org/news/story"
    assert asked[3:] == ["/cdx/search/cdx", "/cdx/search/cdx"]


def test_an_outage_that_passes_leaves_the_verdict(tmp_path: Path) -> None:
    lookup = looked_at((send(answer(503)), send_reset(b"HTTP/1.1"), send(CAPTURE)), tmp_path)

    assert lookup.verdict is ArchiveVerdict.PRESENT


def test_online_and_offline_give_equal_lookups(tmp_path: Path) -> None:
    with serve(send(CAPTURE)) as server:
        transport = online(server.http(), tmp_path)
        first, second = ARCHIVE.look(REFERENCE, transport), ARCHIVE.look(REFERENCE, transport)

    assert first == second == ARCHIVE.look(REFERENCE, open_transport(str(tmp_path), offline=True))
    assert len(server.requests) == 1
