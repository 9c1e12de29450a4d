"""`verify record` fills the store, `verify store` looks after it."""

import gzip
import json
import os
import socket
from pathlib import Path

import pytest
from standin import StandIn

from verifier.web import Request, retry
from verifier.web.closed import door
from verifier.web.store import Replay
from verifier.web.upkeep import damaged

from .bridge import run
from .runs import PAGES, path, verdicts, write


@pytest.fixture
def store(here: Path, archive: StandIn) -> Path:
    """Give a store with the answers on two pages."""
    write(PAGES[:2])
    assert run("record", "--wayback-url", archive.url, "-q") == 0
    return here / "store"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}


def test_record_fills_the_store_and_says_what_it_did(
    here: Path, archive: StandIn, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retry, "ATTEMPTS", 1)
    write(PAGES[:3])
    archive.special[path(PAGES[2])] = (503, {}, b"")

    assert run("record", "--wayback-url", archive.url) == 3
    said = capsys.readouterr().out
    assert "store: 2 answers recorded, 0 as before; 1 question without an answer" in said
    assert f"  GET https://web.archive.org{path(PAGES[2])}: 503" in said
    assert not (here / "reports").exists()
    archive.special.clear()
    assert run("record", "--wayback-url", archive.url) == 0
    assert "store: 1 answer recorded, 0 as before; 0 questions without an answer" in capsys.readouterr().out
    assert run("--offline", "--only", "archive", "-q", "--require-fixtures") == 0
    assert set(verdicts().values()) == {"present/"}


def test_what_is_required_and_not_recorded_is_an_error(here: Path) -> None:
    write(PAGES[:1])

    assert run("--offline", "--only", "archive", "-q") == 3
    assert run("--only", "archive", "-q", "--require-fixtures") == 1
    report = json.loads((here / "reports/report.json").read_text())
    (finding,) = [each for each in report["findings"] if each["rule"] == "recording-missing"]
    assert finding["message"] == f"not recorded: GET https://web.archive.org{path(PAGES[0])}"


def test_a_whole_store_has_nothing_to_complain_of(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(store)

    assert run("store", "check") == 0
    assert run("store", "check", str(store)) == 0
    assert run("store", "prune") == 0
    assert capsys.readouterr().out.splitlines() == [
        *["0 damaged records found"] * 2,
        "0 files that no check needs found",
    ]
    assert contents(store) == before


@pytest.mark.parametrize("what", ["body", "gone", "status", "json", "url", "empty", "name"])
def test_damage_is_found_told_deleted_and_asked_again(
    store: Path, archive: StandIn, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    before = contents(store)
    record = min(store.glob("web.archive.org/*.json"))
    body = store / json.loads(record.read_text())["response"]["body_file"]
    text = record.read_text()
    if what == "body":
        body.write_bytes(body.read_bytes()[:-1])
    elif what == "gone":
        body.unlink()
    elif what == "name":
        record.rename(record.with_name("web-0123456789abcdef.json"))
    else:
        changed = {
            "status": text.replace('"status": 200', '"status": 404'),
            "json": text[:-9],
            "url": text.replace("courier.example/0", "courier.example/9"),
            "empty": "",
        }
        record.write_text(changed[what])

    assert run("store", "check") == 1
    assert "1 damaged record found; --write deletes it" in capsys.readouterr().out
    assert run("--offline", "--only", "archive", "-q") == 3
    assert "unknown/store-damaged" in verdicts().values() or "unknown/not-recorded" in verdicts().values()
    assert run("store", "check", "--write") == 0
    assert run("store", "check") == 0
    assert run("record", "--wayback-url", archive.url, "-q") == 0
    assert run("store", "prune", "--write") == 0
    again = contents(store)
    assert sorted(again) == sorted(before)


def test_any_byte_that_changes_is_found_or_changes_nothing(store: Path) -> None:
    record = min(store.glob("web.archive.org/*.json"))
    data = record.read_bytes()
    request = Request(json.loads(data)["request"]["url"])
    before = Replay(str(store)).send(request)
    found = 0
    for place in range(len(data)):
        record.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        if list(damaged(str(store))):
            found += 1
        else:
            assert Replay(str(store)).send(request) == before

    assert found > 0.95 * len(data)


def test_prune_deletes_what_no_check_needs(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (store / "bodies" / "0123456789abcdef.html").write_text("nobody's")
    (store / "web.archive.org" / ".verify-1-2.tmp").write_text("half a rec")
    write(PAGES[:1])

    assert run("store", "prune") == 0
    said = capsys.readouterr().out
    for each in ("is asked for by no check", "is the body of no record", "was left by a run that was killed"):
        assert each in said
    assert len(contents(store)) == 6
    assert run("store", "prune", "--write") == 0
    assert len(contents(store)) == 2
    assert run("--offline", "--only", "archive", "-q", "--require-fixtures") == 0


def test_a_store_becomes_a_warc_file_that_is_the_same_always(store: Path, here: Path) -> None:
    from warcio.archiveiterator import ArchiveIterator

    assert run("store", "export") == 0
    first = (here / "store.warc.gz").read_bytes()
    assert run("store", "export", str(store), "-o", "again.warc.gz") == 0

    assert (here / "again.warc.gz").read_bytes() == first
    with (here / "store.warc.gz").open("rb") as file:
        found = {
            each.rec_headers["WARC-Target-URI"]: (
                each.http_headers.get_header("memento-datetime"),
                each.raw_stream.read(),
            )
            for each in ArchiveIterator(file)
            if each.rec_type == "response"
        }
    assert set(found) == {f"https://web.archive.org{path(page)}" for page in PAGES[:2]}
    for moment, body in found.values():
        assert moment == "Thu, 02 Jan 2020 03:04:05 GMT"
        assert body.startswith(b"<html>")
    assert gzip.decompress(first).startswith(b"WARC/1.")


def test_an_export_names_the_record_that_is_damaged(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = next((store / "bodies").iterdir())
    body.write_bytes(body.read_bytes() + b"x")

    assert run("store", "export") == 3
    said = capsys.readouterr().err
    assert "store/web.archive.org/web-" in said
    assert "does not fit its body" in said
    assert "delete it with: verify store check --write" in said
    assert run("store", "check", "--write") == 0
    assert run("store", "export") == 0


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (("store", "burn"), '"burn" is nothing that can be done with a store'),
        (("store", "check", "--store", "nowhere"), "nowhere: is no store"),
        (("store", "check", "nowhere"), "nowhere: does not exist"),
        (("store", "export", "out.warc.gz"), "export writes where -o FILE says"),
        (("store", "prune", "store"), "prune must know who needs the store"),
    ],
)
def test_wrong_orders_exit_2(store: Path, capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], says: str) -> None:
    assert run(*argv) == 2
    assert says in capsys.readouterr().err


def test_behind_the_door_no_socket_reaches_anybody() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        place = server.getsockname()
        with door(), pytest.raises(RuntimeError, match="offline"):
            socket.create_connection(place)
        with door(), pytest.raises(RuntimeError, match="offline"):
            socket.getaddrinfo("example.org", 80)
        with door(), pytest.raises(RuntimeError, match="offline"):
            socket.socket()  # as urllib3 does when it is imported, to learn of IPv6
        socket.create_connection(place).close()


def test_an_offline_run_that_tries_to_reach_the_network_is_a_bug(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def leak(*_: object, **__: object) -> None:
        socket.create_connection(("127.0.0.1", 9))

    write(PAGES[:1])
    monkeypatch.setattr("verifier.cli.check.api.verify", leak)

    assert run("--offline") == 4
    assert "an offline run tried to reach the network" in Path("verify-crash.txt").read_text()


def test_what_the_store_keeps_is_for_its_owner_only(store: Path) -> None:
    if os.name == "posix":
        assert {each.stat().st_mode & 0o077 for each in store.rglob("*") if each.is_file()} == {0}


def test_no_secret_reaches_the_store(here: Path, archive: StandIn) -> None:
    archive.special["/web/2020"] = (200, {"Set-Cookie": "id=s3cr3t", "X-NID": "s3cr3t"}, b"<html></html>")
    write(PAGES[:1])
    run("record", "--wayback-url", archive.url, "-q")

    assert not [name for name, data in contents(here).items() if b"s3cr3t" in data]
    assert b'"status": 200' in b"".join(contents(here / "store").values())
