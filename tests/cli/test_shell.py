"""The command line in a shell: help, explanations, interrupts, pipes, terminals and locales."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from verifier.cli import main, script
from verifier.model import outcome

from .bridge import CLEAN, ROOT, run


def test_an_interrupt_exits_130(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    (here / "a.txt").write_text(CLEAN)
    monkeypatch.setattr("verifier.cli.check.api.verify", interrupted)

    assert 130 == run("a.txt", "--offline")
    assert "stopped\n" == capsys.readouterr().err


def test_a_closed_pipe_exits_141_without_a_traceback() -> None:
    command = f"{sys.executable} -m verifier explain | true; echo ${{PIPESTATUS[0]}}"

    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() in ("141", "0")  # 0: all was written before the reader left
    assert "Traceback" not in done.stderr


def test_a_full_device_exits_4() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "verifier", "explain"], cwd=ROOT, stdout=full, stderr=-1, check=False
        )

    assert 4 == done.returncode
    assert b"cannot write" in done.stderr


def test_words_for_a_shell_hold_commands_options_and_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run("--words")

    words = capsys.readouterr().out.split()
    assert {"check", "init", "explain", "--offline", "citation-undefined"} <= set(words)


def test_explain_lists_all_rules_and_prints_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run("explain")
    assert "citation-undefined" in capsys.readouterr().out
    assert 0 == run("explain", "list-truncated")
    said = capsys.readouterr().out
    assert said.startswith("list-truncated: error, numbering, a root cause")
    assert "Remedy:" in said


@pytest.mark.parametrize("argv", [("--help",), ("-h",), ("check", "--help"), ("init", "-h"), ("explain", "--help")])
def test_help_exits_0(argv: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run(*argv)
    assert "usage: verify" in capsys.readouterr().out


def test_colour_is_for_terminals_that_want_it(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "a.txt").write_text(CLEAN.replace("[2]", "[7]"))

    def on_a_terminal(**env: str) -> str:
        main_fd, child = os.openpty()
        subprocess.run(
            [sys.executable, "-m", "verifier", "a.txt", "--offline", "--reports-dir", "none"],
            stdout=child, cwd=here, check=False, env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **env},
        )  # fmt: skip
        os.close(child)
        said = b""
        try:
            while chunk := os.read(main_fd, 65536):
                said += chunk
        except OSError:
            pass
        os.close(main_fd)
        return said.decode()

    assert "\x1b[" in on_a_terminal(TERM="xterm-256color")
    assert "\x1b[" not in on_a_terminal(TERM="xterm-256color", NO_COLOR="1")
    assert "\x1b[" not in on_a_terminal(TERM="dumb")


def test_the_same_bytes_whatever_locale_zone_and_hash_seed(here: Path) -> None:
    (here / "a.txt").write_bytes((ROOT / "articles/eastern-qalamoun-offensive-2016.txt").read_bytes())
    outputs = set()
    for env in (
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii:strict"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Chatham", "LC_ALL": "tr_TR.UTF-8"},
    ):
        done = subprocess.run(
            [sys.executable, "-m", "verifier", "a.txt", "--offline"],
            cwd=here, capture_output=True, check=False,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **env},
        )  # fmt: skip
        files = sorted((here / "reports").iterdir())
        outputs.add((done.returncode, done.stdout, *(each.read_bytes() for each in files)))

    assert 1 == len(outputs)


def test_the_help_fits_a_screen(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run("--help")
    lines = capsys.readouterr().out.splitlines()

    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80


def test_main_gives_every_error_class_a_code() -> None:
    codes = (outcome.OK, outcome.FOUND, outcome.USAGE, outcome.INCOMPLETE, outcome.INTERNAL)
    assert (0, 1, 2, 3, 4) == codes


def test_the_program_of_its_own_looks_for_garbage_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    """A third of the time of a large article went into that; a program that imports the package keeps its own way."""
    before = gc.get_threshold()
    monkeypatch.setattr(sys, "argv", ["verify", "--version"])
    try:
        with pytest.raises(SystemExit):
            script()
        assert gc.get_threshold()[0] > 50_000
        gc.set_threshold(*before)
        main(["--version"])
        assert gc.get_threshold() == before
    finally:
        gc.set_threshold(*before)


def test_the_standard_input_is_refused_in_words(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("-", "--offline") == 2
    assert capsys.readouterr().err.startswith("verify: -: the standard input is not read\n  -> save the text to a file")


def test_the_version_has_a_short_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("-V") == 0
    assert capsys.readouterr().out.startswith("verify ")
