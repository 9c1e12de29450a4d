"""Whole runs against a Wayback Machine on loopback: recorded, replayed, continued, within limits."""

import json
import subprocess
import time
from pathlib import Path

import pytest
from standin import StandIn, absent

from .bridge import run
from .runs import ENVIRONMENT, PAGES, check, command, path, reports, same, verdicts, write


def test_a_run_asks_the_stand_in_under_the_cited_addresses_and_replays_equally(here: Path, archive: StandIn) -> None:
    write(PAGES[:3])
    archive.special[path(PAGES[1])] = absent()

    assert check(archive, "--reports-dir", "online", "--now", "2026-11-24") in (1, 3)
    asked = len(archive.asked)

    assert verdicts("online") == {"r00000": "present/", "r00001": "absent/two-witnesses", "r00002": "present/"}
    assert run("--only", "archive", "--offline", "-q", "--reports-dir", "offline") in (1, 3)
    same("online", "offline")
    assert len(archive.asked) == asked
    assert (here / "store/web.archive.org").is_dir()
    assert not [each for each in (here / "store").rglob("*") if "127.0.0.1" in each.name]


def test_what_is_fresh_is_not_asked_again_unless_told_to(here: Path, archive: StandIn) -> None:
    write(PAGES[:2])
    check(archive, "--now", "2026-11-24")
    check(archive, "--now", "2026-11-25")

    assert set(archive.counts.values()) == {1}
    check(archive, "--now", "2026-11-25", "--refresh")
    assert set(archive.counts.values()) == {2}
    check(archive, "--now", "2027-11-25")
    assert set(archive.counts.values()) == {3}
    check(archive, "--now", "2027-11-26")
    assert set(archive.counts.values()) == {3}  # an equal answer counts from when it was had last


def test_a_url_that_is_cited_500_times_is_asked_once(here: Path, archive: StandIn) -> None:
    write([PAGES[0]] * 500)
    check(archive)

    assert archive.asked == [path(PAGES[0])]
    assert set(verdicts().values()) == {"present/"}


def test_offline_what_is_newer_than_the_store_is_not_of_the_future_and_what_is_far_ahead_is(
    here: Path, archive: StandIn
) -> None:
    """The day of an offline run is that of the newest answer on record, and the registry may have grown since."""
    write(PAGES[:1])
    check(archive, "--now", "2026-05-12")
    registry, article = Path("references.toml"), Path("a.txt")
    newer = '[[reference]]\nid = "newer"\naccessed = 2026-11-20\narchive_url = "https://web.archive.org/web/{}/{}"\n'
    waiver = '[[waiver]]\nhost = "a.example"\nrules = ["link-dead"]\nreason = "Seen in print"\nby = "m"\n'
    before = registry.read_text()
    registry.write_text(before + newer.format("20261120030405", PAGES[1]) + waiver + "until = 2027-05-20\n")
    article.write_text(article.read_text() + '\nReferences\n\n1. "Opens". Courier. Retrieved 20 November 2026.\n')

    assert run("--offline", "--only", "archive,registry,numbering", "-q") in (1, 3)
    assert verdicts()["newer"] == "unknown/not-recorded"
    report = json.loads(Path("reports/report.json").read_text())
    assert "date-invalid" not in {each["rule"] for each in report["findings"]}
    registry.write_text(before + newer.format("20990102030405", PAGES[1]).replace("2026-11-20", "2099-01-02"))
    assert run("--offline", "-q") == 1
    assert verdicts()["newer"] == "malformed/timestamp-range"
    report = json.loads(Path("reports/report.json").read_text())
    assert "date-invalid" in {each["rule"] for each in report["findings"]}


def test_an_earlier_answer_counts_while_the_archive_is_in_trouble(here: Path, archive: StandIn) -> None:
    write(PAGES[:1])
    check(archive, "--now", "2026-11-24")
    archive.special["/web/"] = (429, {}, b"")
    check(archive, "--now", "2027-11-24", "--reports-dir", "online")

    assert verdicts("online") == {"r00000": "present/"}
    run("--only", "archive", "--offline", "-q", "--reports-dir", "offline", "--now", "2027-11-24")
    same("online", "offline")


def test_time_that_is_up_leaves_the_rest_unknown_and_listed_and_the_next_run_asks_it_first(
    here: Path, archive: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    write(PAGES)
    archive.before = lambda path: time.sleep(1)
    assert check(archive, "--max-time", "4s", "--concurrency", "1") == 3
    first = list(archive.asked)

    assert 0 < len(first) < len(PAGES)
    assert "unknown/budget" in verdicts().values()
    report = json.loads(Path("reports/report.json").read_text())
    assert any("comes first in the next run" in each["reason"] for each in report["unverified"])
    archive.before = lambda path: None
    check(archive)
    assert set(verdicts().values()) == {"present/"}
    done = {each for each in first if archive.counts[each] == 1}
    assert len(done) >= len(first) - 1  # what was cut off in the middle is asked again


def test_two_runs_at_once_share_a_store(here: Path, archive: StandIn) -> None:
    write(PAGES)
    both = [
        subprocess.Popen(
            command(archive, "--now", "2026-11-24", "--reports-dir", name),
            env=ENVIRONMENT,
            stderr=-1,
            stdout=-1,
            text=True,
        )
        for name in ("one", "two")
    ]
    for process in both:
        _, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, "")

    assert reports("one") == reports("two")
    assert run("store", "check") == 0
    assert run("--only", "archive", "--offline", "-q", "--require-fixtures") == 0


def test_a_page_of_four_gigabytes_is_read_to_its_limit(here: Path, archive: StandIn) -> None:
    write(PAGES[:1])
    head = {"Memento-Datetime": "Thu, 02 Jan 2020 03:04:05 GMT", "Content-Type": "text/html"}
    page = b"<html><title>page of number 0</title><p>" + b"word " * 1_100_000
    archive.special[path(PAGES[0])] = (200, {**head, "Content-Length": str(2**32)}, page)

    assert check(archive) == 0
    assert verdicts() == {"r00000": "present/"}
    (kept,) = (here / "store/bodies").iterdir()
    assert kept.stat().st_size == 5_242_880


def test_a_store_that_cannot_be_written_is_said_and_the_verdicts_stand(
    here: Path, archive: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    write(PAGES[:2])
    Path("store").write_text("in the way")

    assert check(archive) == 0
    assert capsys.readouterr().err.count("going on without keeping answers") == 1
    assert set(verdicts().values()) == {"present/"}


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (("--max-time", "soon"), '"soon" is no duration'),
        (("--max-time", "0s"), '"0s" is no duration'),
        (("--concurrency", "0"), "is no number from 1 to 256"),
        (("--concurrency", "many"), "is no number from 1 to 256"),
        (("--wayback-url", "localhost"), "--wayback-url"),
        (("--wayback-url", "http://localhost/?a=b"), "--wayback-url"),
        (("--contact", "me@example.org\r\nCookie: a=b"), "--contact: is no address"),
        (("--contact", "jos\u00e9@example.org"), "--contact: is no address"),
        (("--allow-host", "localhost"), "is no HOST:PORT"),
        (("--allow-host", "http://localhost:80/"), "is no HOST:PORT"),
    ],
)
def test_wrong_values_exit_2_before_anything_is_asked(
    here: Path, capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], says: str
) -> None:
    write(PAGES[:1])

    assert run(*argv) == 2
    assert says in capsys.readouterr().err
    assert not (here / "store").exists()


def test_only_the_operator_lets_an_inner_host_be_asked(here: Path, archive: StandIn) -> None:
    place = archive.url.removeprefix("http://")
    archive.special["/article"] = (200, {"Content-Type": "text/plain"}, b"A bridge\n\nIt opened on 3 May 2019.\n")
    archive.special["/moved"] = (302, {"Location": f"{archive.url}/article"}, b"")

    assert run(f"{archive.url}/article", "-q") == 2
    assert run(f"{archive.url}/article", "-q", "--wayback-url", archive.url) == 2  # only in place of the archive
    assert archive.asked == []
    assert run(f"{archive.url}/moved", "-q", "--allow-host", place) in (0, 1)
    assert archive.asked == ["/moved", "/article"]
