"""`verify fix --registry`: it knows what the check before it has seen, and says of what nothing is known."""

from pathlib import Path

import pytest
from standin import StandIn

from .bridge import run
from .runs import PAGES, check, path, snapshot, write

CLOSE = "20200102033405"


def test_a_fix_takes_what_the_check_before_it_has_seen(
    here: Path, archive: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    write(PAGES[:1])
    reason = {"X-Archive-Redirect-Reason": f"found capture at {CLOSE}"}
    closest = path(PAGES[0]).replace("20200102030405", CLOSE)
    archive.special[path(PAGES[0])] = (302, {**reason, "Location": f"https://web.archive.org{closest}"}, b"")
    assert check(archive) == 0
    before = len(archive.asked)
    archive.special[""] = (503, {}, b"")
    capsys.readouterr()

    assert run("fix", "--registry", "references.toml", "--wayback-url", archive.url) == 0
    said = capsys.readouterr().out
    assert f'+archive_url = "{snapshot(PAGES[0]).replace("20200102030405", CLOSE)}"' in said
    assert len(archive.asked) == before


def test_a_fix_says_of_which_snapshots_nothing_is_known(
    here: Path, archive: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    write(PAGES[:7])

    assert run("fix", "--registry", "references.toml", "--offline") == 0
    said = capsys.readouterr().err
    assert "nothing to correct for certain" in said
    assert "of 7 snapshots nothing is known now (r00000, r00001, r00002, r00003, r00004 and 2 more)" in said
