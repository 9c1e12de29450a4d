"""What a run keeps: an outage never replaces an answer, and the same thing is asked once."""

import datetime as dt
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from verifier.errors import Refused, TransportError, Unreachable
from verifier.web import Request, Response
from verifier.web.journal import Journal
from verifier.web.recorder import Recorder
from verifier.web.store import Replay, newest

from .recorded import BUSY, GOOD, NOW, REQUEST, URL, Scripted, contents, recorder


def test_the_same_answer_again_leaves_every_file_unchanged(tmp_path: Path) -> None:
    recorder(tmp_path, GOOD).send(REQUEST)
    before = contents(tmp_path)

    recorder(tmp_path, GOOD, now=NOW + dt.timedelta(days=1)).send(REQUEST)

    assert contents(tmp_path) == before


def test_a_new_answer_replaces_the_old_one(tmp_path: Path) -> None:
    recorder(tmp_path, GOOD).send(REQUEST)
    gone = Response(404, {}, b"")

    recorder(tmp_path, gone, now=NOW + dt.timedelta(days=1)).send(REQUEST)

    assert Replay(str(tmp_path)).send(REQUEST).status == 404
    assert newest(str(tmp_path)) == dt.date(2026, 11, 25)


@pytest.mark.parametrize("outage", [Response(429), Response(503), BUSY, Unreachable("no", kind="timeout")])
def test_an_outage_never_overwrites_an_answer(tmp_path: Path, outage: Response | TransportError) -> None:
    recorder(tmp_path, GOOD).send(REQUEST)
    before = contents(tmp_path)

    transport = recorder(tmp_path, outage)
    if isinstance(outage, TransportError):
        with pytest.raises(Unreachable):
            transport.send(REQUEST)
    else:
        assert transport.send(REQUEST).status == outage.status
    assert contents(tmp_path) == before


def test_a_captured_error_is_an_answer(tmp_path: Path) -> None:
    recorder(tmp_path, GOOD).send(REQUEST)
    captured = Response(503, GOOD.headers)

    recorder(tmp_path, captured).send(REQUEST)

    assert Replay(str(tmp_path)).send(REQUEST).status == 503


@pytest.mark.parametrize("kind", ["budget", "stopped"])
def test_what_was_not_asked_is_not_recorded(tmp_path: Path, kind: str) -> None:
    with pytest.raises(Refused):
        recorder(tmp_path, Refused("over", kind=kind)).send(REQUEST)

    assert contents(tmp_path) == {}


def test_an_unfinished_run_is_continued_but_for_answers_that_were_cut_shorter(tmp_path: Path) -> None:
    def run(body: bytes) -> Recorder:
        journal = Journal(str(tmp_path / ".verifier"), NOW)
        answer = Response(200, GOOD.headers, body, True)
        return Recorder(Scripted(answer), str(tmp_path), now=lambda: NOW, warn=print, journal=journal)

    run(b"long").send(Request(URL, limit=4))

    assert run(b"other").send(Request(URL, limit=4)).body == b"long"
    assert run(b"longer").send(Request(URL, limit=6)).body == b"longer"


def test_a_transient_request_is_asked_each_time_and_not_kept(tmp_path: Path) -> None:
    service = Scripted(Response(200, {"x-job": "1"}, b"pending"), Response(200, {}, b"success"))
    transport = Recorder(service, str(tmp_path), now=lambda: NOW, warn=print)
    request = Request("https://web.archive.org/save/status/1", transient=True)

    assert [transport.send(request).body for _ in range(2)] == [b"pending", b"success"]
    assert contents(tmp_path) == {}


def test_a_fault_is_had_once_in_a_run(tmp_path: Path) -> None:
    service = Scripted(Unreachable("no", "later", "timeout"))
    transport = Recorder(service, str(tmp_path), now=lambda: NOW, warn=print)
    for _ in range(500):
        with pytest.raises(Unreachable, match="no"):
            transport.send(REQUEST)

    assert service.asked == 1


def test_many_workers_ask_the_same_thing_once(tmp_path: Path) -> None:
    class Slow(Scripted):
        def send(self, request: Request) -> Response:
            response = super().send(request)
            time.sleep(0.05)
            return response

    service = Slow(GOOD)
    transport = Recorder(service, str(tmp_path), now=lambda: NOW, warn=print)
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: transport.send(REQUEST), range(200)))

    assert service.asked == 1
    assert all(each == answers[0] for each in answers)


def test_one_run_asks_the_same_thing_once(tmp_path: Path) -> None:
    service = Scripted(GOOD)
    transport = Recorder(service, str(tmp_path), now=lambda: NOW, warn=print)

    assert transport.send(REQUEST) == transport.send(REQUEST)
    assert service.asked == 1


def test_a_store_that_cannot_be_written_still_asks_once(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file, not a folder")
    service = Scripted(GOOD)
    transport = Recorder(service, str(tmp_path / "store"), now=lambda: NOW, warn=lambda _: None)

    assert [transport.send(REQUEST).status for _ in range(500)] == [200] * 500
    assert service.asked == 1


def test_a_store_that_cannot_be_written_is_said_once_and_the_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file, not a folder")
    said: list[str] = []
    transport = Recorder(Scripted(GOOD), str(tmp_path / "store"), now=lambda: NOW, warn=said.append)

    responses = [transport.send(Request(f"{URL}&n={number}")) for number in range(3)]

    assert [response.status for response in responses] == [200, 200, 200]
    assert len(said) == 1
    assert "cannot be written" in said[0]
