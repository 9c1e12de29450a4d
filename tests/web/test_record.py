"""Records: the real ones replay, ours have the same form, and what is no record is damage."""

import datetime as dt
import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.errors import NotRecorded, StoreError
from verifier.web import Request, Response, record
from verifier.web.connect import open_transport
from verifier.web.store import Replay, newest

from .recorded import GOOD, REQUEST, URL, contents, recorder


def test_every_real_recording_replays_and_would_be_written_the_same(shared: Path) -> None:
    folder = shared / "data/archives/records"
    replay = open_transport(str(folder), offline=True)
    paths = sorted(folder.glob("*/*.json"))
    for path in paths:
        expected = json.loads(path.read_text("utf-8"))
        request = Request(expected["request"]["url"], limit=1_000_000)

        response = replay.send(request)

        assert response.status == expected["response"]["status"]
        assert len(response.body) == expected["response"]["body_bytes"]
        assert response.recorded == expected.pop("recorded")
        written = json.loads(record.dump(request, response))
        del written["recorded"], written["checksum"], expected["origin"]
        assert written == expected
        assert record.place(request) == (path.parent.name, path.name)
    assert len(paths) == 45
    assert newest(str(folder)) == dt.date(2026, 5, 12)


def test_the_record_is_readable_json_named_by_its_key(tmp_path: Path) -> None:
    recorder(tmp_path, GOOD).send(REQUEST)

    digest = hashlib.sha256(b"<p>a").hexdigest()
    name = f"web.archive.org/web-20200102030405id-http-example-org-a-b-c-{record.key(REQUEST)}.json"
    files = contents(tmp_path)
    assert list(files) == [f"bodies/{digest[:16]}.html", name]
    text = files[name].decode()
    assert text == json.dumps(json.loads(text), indent=2, sort_keys=True) + "\n"
    assert (tmp_path / name).stat().st_mode & 0o077 == 0


def test_headers_that_change_the_answer_make_another_record(tmp_path: Path) -> None:
    ranged = Request(URL, headers=(("Range", "bytes=0-0"), ("X-Other", "1")))
    recorder(tmp_path, GOOD).send(ranged)

    with pytest.raises(NotRecorded):
        Replay(str(tmp_path)).send(REQUEST)
    assert Replay(str(tmp_path)).send(Request(URL, headers=(("range", "bytes=0-0"),))).status == 200


def damaged(tmp_path: Path, data: bytes) -> Path:
    recorder(tmp_path, GOOD).send(REQUEST)
    path = next((tmp_path / "web.archive.org").iterdir())
    path.write_bytes(data)
    return path


def test_hostile_files_in_place_of_a_record_are_damage(shared: Path, tmp_path: Path) -> None:
    for source in sorted((shared / "data/hostile/cache").iterdir()):
        path = damaged(tmp_path, source.read_bytes())

        with pytest.raises(StoreError, match=path.name) as caught:
            Replay(str(tmp_path)).send(REQUEST)
        assert caught.value.hint
        assert newest(str(tmp_path)) is None


def good_record(**changes: object) -> bytes:
    fields = json.loads(record.dump(REQUEST, Response(200, {}, b"", False, "2020-01-02T03:04:05Z")))
    for name, value in changes.items():
        (fields["response"] if name in fields["response"] else fields)[name] = value
    return json.dumps(fields).encode()


@pytest.mark.parametrize(
    "changes",
    [
        {"schema": 2},
        {"request": {"method": "GET", "url": "https://example.org/"}},
        {"recorded": "yesterday"},
        {"recorded": "0001-01-01T00:00:00+23:00"},
        {"response": []},
        {"response": None},
        {"status": "200"},
        {"status": True},
        {"status": 7},
        {"headers": {"link": 1}},
        {"headers": {"link": "\ud800"}},
        {"body_file": "../../../etc/passwd"},
        {"body_file": "bodies/../../x"},
        {"body_file": "bodies/0000.html", "body_sha256": ""},
        {"truncated": 1},
    ],
)
def test_a_record_that_makes_no_sense_is_damage(tmp_path: Path, changes: dict[str, object]) -> None:
    damaged(tmp_path, good_record(**changes))

    with pytest.raises(StoreError):
        Replay(str(tmp_path)).send(REQUEST)


def test_a_hand_written_record_needs_no_more_than_it_says(tmp_path: Path) -> None:
    fields = {
        "schema": 1,
        "recorded": "2020-01-02 03:04:05",
        "request": {"method": "GET", "url": URL},
        "response": {"status": 404, "headers": {"X-TS": "404"}},
    }
    damaged(tmp_path, json.dumps(fields).encode())

    assert Replay(str(tmp_path)).send(REQUEST) == Response(404, {"x-ts": "404"}, recorded="2020-01-02T03:04:05Z")


@given(
    st.binary(max_size=200)
    | st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["schema", "response", "request", "recorded"]), inner)
        ),
    ).map(lambda value: json.dumps(value).encode())
)
def test_any_bytes_are_a_record_or_damage(data: bytes) -> None:
    with pytest.raises(StoreError):
        record.load(data, REQUEST, lambda name: b"")
