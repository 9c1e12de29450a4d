"""The store replays what was recorded, equally on every day; a miss says so, and damage is never an answer."""

import datetime as dt
from pathlib import Path

import pytest

from verifier.errors import NotRecorded, Refused, StoreError, TransportError, Unreachable
from verifier.web import Request, Response, Transport, record
from verifier.web.connect import open_transport
from verifier.web.recorder import Recorder
from verifier.web.store import Replay, newest

from .loopback import answer, send, serve, stall
from .recorded import GOOD, NOW, REQUEST, URL, contents, recorder


def test_what_was_recorded_replays_as_it_was_given(tmp_path: Path) -> None:
    live = Response(200, {**GOOD.headers, "set-cookie": "id=1", "x-nid": "Mobile", "x-ts": "200"}, b"\xffbody", True)

    given = recorder(tmp_path, live).send(REQUEST)

    assert given == Replay(str(tmp_path)).send(REQUEST)
    assert given.recorded == "2026-11-24T11:00:00Z"
    assert set(given.headers) <= record.KEPT
    assert b"Mobile" not in b"".join(contents(tmp_path).values())
    assert newest(str(tmp_path)) == dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("kind", "replayed"), [("timeout", "timeout"), ("refused", "refused"), ("tls", "archive-trouble")]
)
def test_a_fault_is_recorded_and_replays_as_a_fault(tmp_path: Path, kind: str, replayed: str) -> None:
    with pytest.raises(Unreachable):
        recorder(tmp_path, Unreachable("no", kind=kind)).send(REQUEST)

    with pytest.raises(Unreachable) as caught:
        Replay(str(tmp_path)).send(REQUEST)
    assert caught.value.kind == replayed
    assert recorder(tmp_path, GOOD).send(REQUEST) == Replay(str(tmp_path)).send(REQUEST)


def test_a_closed_lane_is_recorded_so_that_a_replay_says_the_same_and_the_next_run_asks_anew(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        recorder(tmp_path, Refused("closed", kind="rate-limited")).send(REQUEST)

    with pytest.raises(TransportError, match="closed") as caught:
        Replay(str(tmp_path)).send(REQUEST)
    assert caught.value.kind == "rate-limited"
    assert recorder(tmp_path, GOOD).send(REQUEST).status == 200


def test_an_inner_address_behind_a_name_replays_as_refused(tmp_path: Path) -> None:
    with serve(send(answer())) as server, pytest.raises(Refused):
        online = Recorder(server.http({"web.archive.org": ("10.0.0.1",)}), str(tmp_path), now=lambda: NOW, warn=print)
        online.send(REQUEST)

    with pytest.raises(Refused, match=r"leads to 10\.0\.0\.1"):
        Replay(str(tmp_path)).send(REQUEST)


@pytest.mark.parametrize("url", ["http://localhost/", "http://127.0.0.1/", "http://[::1]/", "http://example.org:81/"])
def test_what_is_never_asked_is_refused_offline_too_and_leaves_no_record(tmp_path: Path, url: str) -> None:
    with pytest.raises(Refused):
        recorder(tmp_path, Refused("no")).send(Request(url))
    with pytest.raises(Refused):
        Replay(str(tmp_path)).send(Request(url))

    assert contents(tmp_path) == {}


def test_the_body_of_a_request_is_kept_beside_its_record_and_tells_requests_apart(tmp_path: Path) -> None:
    asked = [Request("https://archive.org/wayback/available", "POST", body=body) for body in (b"url=a", b"url=b")]
    for each in asked:
        recorder(tmp_path, Response(200, {}, each.body * 2)).send(each)

    assert [Replay(str(tmp_path)).send(each).body for each in asked] == [b"url=aurl=a", b"url=burl=b"]
    assert b"url=a" in contents(tmp_path).values()


def test_a_miss_names_the_request_and_hides_secrets(tmp_path: Path) -> None:
    url = "https://web.archive.org/web/20200102030405id_/http://example.org/?token=s3cr3t"
    with pytest.raises(NotRecorded, match=r"GET https://web\.archive\.org/web/20200102030405id_/") as caught:
        Replay(str(tmp_path / "gone")).send(Request(url))

    assert caught.value.kind == "not-recorded"
    assert "offline" in caught.value.hint
    assert "s3cr3t" not in caught.value.message


def test_replay_cuts_at_the_limit_of_the_request(tmp_path: Path) -> None:
    recorder(tmp_path, GOOD).send(REQUEST)

    response = Replay(str(tmp_path)).send(Request(URL, limit=2))

    assert (response.body, response.truncated) == (b"<p", True)


def test_a_record_is_found_by_its_key_under_any_slug(tmp_path: Path) -> None:
    recorder(tmp_path, GOOD).send(REQUEST)
    path = next((tmp_path / "web.archive.org").iterdir())
    path.rename(path.with_name(f"renamed-by-hand-{record.key(REQUEST)}.json"))

    assert Replay(str(tmp_path)).send(REQUEST).status == 200
    recorder(tmp_path, Response(404)).send(REQUEST)
    assert len(list((tmp_path / "web.archive.org").iterdir())) == 1


def test_a_changed_body_is_damage_and_the_next_answer_heals_it(tmp_path: Path) -> None:
    recorder(tmp_path, GOOD).send(REQUEST)
    next((tmp_path / "bodies").iterdir()).write_bytes(b"<p>forged")

    with pytest.raises(StoreError, match="does not fit its body"):
        Replay(str(tmp_path)).send(REQUEST)
    recorder(tmp_path, GOOD).send(REQUEST)
    assert Replay(str(tmp_path)).send(REQUEST).body == b"<p>a"


def test_nothing_leaves_the_store_whatever_the_url(tmp_path: Path) -> None:
    for url in ("http://example.org/../../../../etc/passwd", "http://example.org/%2e%2e/%2f", "http://[2606::1]/"):
        recorder(tmp_path / "store", GOOD).send(Request(url))

    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_recorded_over_the_network_and_replayed_are_equal(tmp_path: Path) -> None:
    body = b"<html>whole</html>"
    plays = (
        send(answer(200, body, Content_Type="text/html", Memento_Datetime="Thu, 02 Jan 2020 03:04:05 GMT")),
        send(answer(302, b"", Location="https://web.archive.org/web/2/x")),
        stall(),
    )
    urls = [f"http://web.archive.org/web/2020010203040{n}id_/http://example.org/" for n in range(3)]
    with serve(*plays) as server:
        online = Recorder(server.http(), str(tmp_path), now=lambda: NOW, warn=print)
        outcomes = [outcome(online, url) for url in urls]

    offline = open_transport(str(tmp_path), offline=True)
    assert outcomes == [outcome(offline, url) for url in urls]
    assert [type(each) for each in outcomes] == [Response, Response, str]


def outcome(transport: Transport, url: str) -> Response | str:
    try:
        return transport.send(Request(url))
    except TransportError as error:
        return error.kind


def test_the_newest_day_of_nothing_is_unknown(tmp_path: Path) -> None:
    assert newest(str(tmp_path / "gone")) is None
    assert newest(str(tmp_path)) is None
