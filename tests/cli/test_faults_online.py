"""A run among faults and its replay tell the same, whatever went wrong on the way."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from standin import StandIn, absent, standin

from verifier.web import limits, retry

from .bridge import run
from .runs import PAGES, check, path, same, verdicts, write


@pytest.fixture
def archive(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """Give a service that may be asked at once and is asked once; lanes and patience have tests of their own."""
    for name in ("INDEX", "AVAILABILITY"):
        monkeypatch.setattr(limits, name, replace(getattr(limits, name), interval=0.0))
    monkeypatch.setattr(retry, "ATTEMPTS", 1)
    with standin() as service:
        yield service


def test_a_run_among_faults_replays_equally(here: Path, archive: StandIn) -> None:
    write(PAGES)
    moved = {"Location": f"{archive.url}{path(PAGES[7])}", "Memento-Datetime": "Thu, 02 Jan 2020 03:04:05 GMT"}
    archive.special = {
        path(PAGES[0]): (503, {}, b""),
        path(PAGES[1]): absent(),
        path(PAGES[2]): (302, moved, b""),
        path(PAGES[3]): (200, {"Content-Length": "999", "Connection": "close"}, b"cut"),
        path(PAGES[4]): (404, {"Memento-Datetime": "Thu, 02 Jan 2020 03:04:05 GMT"}, b"gone"),
        path(PAGES[5]): (200, {"Content-Encoding": "br"}, b"odd"),
    }
    check(archive, "--now", "2026-11-24", "--reports-dir", "online")
    run("--only", "archive", "--offline", "-q", "--reports-dir", "offline")

    same("online", "offline")
    assert [each.partition("/")[0] for each in verdicts("offline").values()] == [
        *("unknown", "absent", "redirect-ok", "unknown", "error-capture", "unknown", "present", "present"),
    ]


def test_a_storm_of_429_replays_equally_and_ends_the_asking(here: Path, archive: StandIn) -> None:
    write(PAGES)
    archive.special = {"/web/": (429, {"Retry-After": "3600"}, b"")}
    check(archive, "--now", "2026-11-24", "--reports-dir", "online")
    run("--only", "archive", "--offline", "-q", "--reports-dir", "offline")

    same("online", "offline")
    assert set(verdicts("offline").values()) == {"unknown/rate-limited"}
    assert len(archive.asked) <= 4  # those that were under way when the first answer came
