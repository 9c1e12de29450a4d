"""Runs that are stopped or killed in the middle: the reports are whole, and the next run goes on from there."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from standin import StandIn

from .bridge import run
from .runs import ENVIRONMENT, PAGES, check, command, path, recorded, until, verdicts, write


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_in_the_middle_leaves_whole_reports_and_the_next_run_continues(
    here: Path, archive: StandIn, number: signal.Signals
) -> None:
    write(PAGES)
    archive.before = lambda path: time.sleep(30 if PAGES[4] in path else 0)
    process = subprocess.Popen(command(archive), env=ENVIRONMENT, stderr=-1, stdout=-1, text=True)
    until(lambda: len(archive.asked) == len(PAGES) and recorded(here) == len(PAGES) - 1)
    process.send_signal(number)
    out, err = process.communicate(timeout=20)

    assert (process.returncode, "Traceback" in err) == (128 + number, False)
    assert "stopped" in err
    assert "r00004" in out
    found = verdicts()
    assert found.pop("r00004") == "unknown/stopped"
    assert set(found.values()) == {"present/"}
    archive.before = lambda path: None
    check(archive)
    assert set(verdicts().values()) == {"present/"}
    assert archive.counts == {path(page): 2 if page == PAGES[4] else 1 for page in PAGES}


@pytest.mark.parametrize("pause", [0.0, 0.05, 0.3])
def test_two_signals_in_quick_succession_leave_whole_reports_too(here: Path, archive: StandIn, pause: float) -> None:
    """One press of Ctrl-C comes twice where another program passes on what the terminal sends to both."""
    write(PAGES)
    archive.before = lambda path: time.sleep(30 if PAGES[4] in path else 0)
    process = subprocess.Popen(command(archive), env=ENVIRONMENT, stderr=-1, stdout=-1, text=True)
    until(lambda: len(archive.asked) == len(PAGES) and recorded(here) == len(PAGES) - 1)
    process.send_signal(signal.SIGINT)
    time.sleep(pause)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)

    assert (process.returncode, "Traceback" in err) == (130, False)
    assert "stopped" in err
    assert verdicts()["r00004"] == "unknown/stopped"


def test_a_third_signal_leaves_at_once_with_a_plain_message(here: Path, archive: StandIn) -> None:
    write(PAGES[:1])
    slow = "import time, verifier.api, verifier.cli; verifier.api.settled = lambda *_, **__: time.sleep(60); "
    program = f"{slow}raise SystemExit(verifier.cli.main({command(archive)[3:]!r}))"
    process = subprocess.Popen([sys.executable, "-c", program], env=ENVIRONMENT, stderr=-1, stdout=-1, text=True)
    until(lambda: recorded(here) == 1)
    for _ in range(3):
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)

    assert (process.returncode, out, err.splitlines()[-1]) == (130, "", "stopped")


def test_no_signal_cuts_off_the_writing_of_reports(here: Path) -> None:
    write(PAGES[:1])
    slow = (
        "import time, verifier.cli, verifier.files.writing as writing; replace = writing.os.replace\n"
        "def replaced(*paths):\n print('now', flush=True); time.sleep(0.4); replace(*paths)\n"
        "writing.os.replace = replaced; raise SystemExit(verifier.cli.main(['--offline']))"
    )
    process = subprocess.Popen([sys.executable, "-c", slow], env=ENVIRONMENT, stderr=-1, stdout=-1, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "now\n"
    for _ in range(4):
        process.send_signal(signal.SIGINT)
        time.sleep(0.1)
    _, err = process.communicate(timeout=20)

    assert (process.returncode, "stopped" in err) == (130, True)
    assert {each.name for each in Path("reports").iterdir()} == {"report.json", "report.md", "report.html"}


def test_after_a_kill_the_next_run_continues(here: Path, archive: StandIn) -> None:
    write(PAGES)
    archive.before = lambda path: time.sleep(30 if PAGES[6] in path else 0)
    process = subprocess.Popen(command(archive, "--concurrency", "1"), env=ENVIRONMENT, stderr=-1, stdout=-1)
    until(lambda: path(PAGES[6]) in archive.asked and recorded(here) == len(archive.asked) - 1)
    process.kill()
    process.communicate(timeout=20)

    archive.before = lambda path: None
    check(archive)
    assert set(verdicts().values()) == {"present/"}
    assert archive.counts == {path(page): 2 if page == PAGES[6] else 1 for page in PAGES}
    assert run("store", "check") == 0
