"""The command line: every form of it, every exit code, every message a user may meet."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from verifier import cli
from verifier.cli import main

ROOT = Path(__file__).parent.parent
CLEAN = """A bridge

The bridge opened on 3 May 2019.[1] It was closed on 4 June 2020.[2]

References

1. "Bridge opens". Ellin Courier. 3 May 2019. Retrieved 4 May 2019. http://courier.example/opens
2. "Bridge closed". Vale Gazette. 4 June 2020. Retrieved 5 June 2020. http://gazette.example/closed
"""
REGISTRY = """schema = 1

[article]
path = "a.txt"

[[reference]]
id = "courier"
entry = "1"
title = "Bridge opens"
url = "http://courier.example/opens"

[[claim]]
id = "opening"
text = "The bridge opened on 3 May 2019."
markers = ["1"]
cites = ["courier"]
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*argv: str) -> int:
    return main(argv)


def test_a_clean_article_without_registry_exits_0_and_writes_three_reports(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "a.txt").write_text(CLEAN)

    code = run("a.txt", "--offline")

    assert 0 == code
    assert {"report.md", "report.json", "report.html"} == {each.name for each in (here / "reports").iterdir()}
    assert "Every citation finds an entry" in capsys.readouterr().out


def test_findings_exit_1_from_the_fail_level_on(here: Path) -> None:
    (here / "a.txt").write_text(CLEAN.replace("[2]", "[3]"))

    assert 1 == run("a.txt", "--offline", "-q")
    assert 0 == run("a.txt", "--offline", "-q", "--fail-on", "never")
    assert 0 == run("a.txt", "--offline", "-q", "--ignore", "citation-undefined", "--ignore", "list-truncated")


def test_the_fail_level_can_be_lower(here: Path) -> None:
    (here / "a.txt").write_text(CLEAN + '3. "Never cited". The Paper. 3 May 2019. http://paper.example/x\n')

    assert 0 == run("a.txt", "--offline", "-q")
    assert 1 == run("a.txt", "--offline", "-q", "--fail-on", "warning")


def test_what_could_not_be_checked_exits_3_and_findings_hide_nothing(here: Path) -> None:
    (here / "a.txt").write_text(CLEAN)
    (here / "references.toml").write_text(REGISTRY)

    assert 3 == run("--offline", "-q")
    assert 0 == run("--offline", "-q", "--only", "numbering,registry")
    (here / "a.txt").write_text(CLEAN.replace("It was closed on 4 June 2020.[2]", "Closed.[9]"))
    assert 1 == run("--offline", "-q")


@pytest.mark.parametrize(
    ("argv", "said", "hint"),
    [
        (("nothing.txt",), "nothing.txt: does not exist", "check the spelling"),
        (("a.txt", "--offlin"), "unrecognized arguments: --offlin; did you mean --offline?", "--help"),
        (("a.txt", "--only", "numberin"), 'no topic is named "numberin"; did you mean numbering?', "topics"),
        (("a.txt", "--only", ","), "--only names no topic", "topics"),
        (("a.txt", "--select", "citation-undefned"), "did you mean citation-undefined?", "verify explain"),
        (("a.txt", "--ignore", "zzz"), 'no rule has the id "zzz"', "verify explain"),
        (("a.txt", "-f", "jsn"), 'no format is named "jsn"; did you mean json?', "formats are"),
        (("a.txt", "-f", "json", "-f", "text"), "two formats want standard output", "give all but one a file"),
        (("a.txt", "--format-in", "plaintxt"), 'no reader is named "plaintxt"; did you mean plaintext?', "readers"),
        (("a.txt", "--now", "yesterday"), '"yesterday" is no ISO date', "2026-11-22"),
        (("a.txt", "--registry", "b.toml"), "b.toml: does not exist", "check the spelling"),
        (("a.txt", "--fail-on", "bad"), "argument --fail-on", "--help"),
        (("explain", "citation-undefned"), 'no rule has the id "citation-undefned"', "citation-undefined"),
        (("init",), "ARTICLE", "verify init --help"),
        (("empty",), "holds no article", "articles end in"),
        (("binary.txt",), "binary.txt: is binary", "as text"),
        (("blank.txt",), "blank.txt: is empty", "an article in it"),
        (("-q", "-v"), "not allowed with", "--help"),
    ],
)
def test_usage_errors_exit_2_and_say_what_to_do(
    here: Path, capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], said: str, hint: str
) -> None:
    (here / "a.txt").write_text(CLEAN)
    (here / "blank.txt").write_text(" \n\n")
    (here / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (here / "empty").mkdir()

    code = run(*argv)

    err = capsys.readouterr().err
    assert 2 == code
    assert said in err
    assert hint in err
    assert "Traceback" not in err
    assert not (here / "reports").exists()


def test_without_path_and_registry_the_user_is_told_how_to_begin(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run("--offline")
    assert "verify init ARTICLE" in capsys.readouterr().err


def test_a_broken_registry_lists_all_its_problems_with_their_lines(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "a.txt").write_text(CLEAN)
    (here / "references.toml").write_text(
        REGISTRY.replace("entry", "entri").replace('cites = ["courier"]', "cites = 3")
    )

    code = run("--offline")

    err = capsys.readouterr().err
    assert 2 == code
    assert 'references.toml:8: reference "courier": unknown key "entri"; did you mean entry?' in err
    assert 'references.toml:16: claim "opening": cites must be a list of texts' in err


def test_a_registry_whose_article_is_missing_names_it(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "references.toml").write_text(REGISTRY)

    assert 2 == run("references.toml", "--offline")
    assert "a.txt: does not exist" in capsys.readouterr().err


def test_a_registry_about_another_article_is_not_used(here: Path) -> None:
    (here / "a.txt").write_text(CLEAN)
    (here / "b.txt").write_text(CLEAN)
    (here / "references.toml").write_text(REGISTRY)

    assert 0 == run("b.txt", "--offline", "-q")
    assert 3 == run("a.txt", "--offline", "-q")
    assert 3 == run("b.txt", "--offline", "-q", "--registry", "references.toml")


def test_a_folder_gives_every_article_once(here: Path) -> None:
    for name in ("a.txt", "sub/b.txt", "README.md", ".hidden/c.txt", "store/d.txt", "reports/e.md"):
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text(CLEAN)
    (here / "references.toml").write_text(REGISTRY)

    run(".", "--offline", "-q")

    report = json.loads((here / "reports/report.json").read_text())
    assert ["a.txt", "sub/b.txt"] == [article["path"] for article in report["articles"]]
    assert ["courier"] == [row["id"] for row in report["references"]]


def test_formats_go_to_standard_output_and_files_from_one_run(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(CLEAN)

    code = run("a.txt", "--offline", "-f", "json", "-f", "text:out/log.txt", "--reports-dir", "none")

    captured = capsys.readouterr()
    assert 0 == code
    assert "verifier-report/1" == json.loads(captured.out)["schema"]
    assert "Reports: out/log.txt" in captured.err
    assert "Found: 0 errors" in (here / "out/log.txt").read_text()
    assert not (here / "reports").exists()


def test_quiet_prints_nothing_and_verbose_lists_what_is_folded(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = (ROOT / "articles/eastern-qalamoun-offensive-2016.txt").read_bytes()
    (here / "a.txt").write_bytes(article)

    run("a.txt", "--offline", "-q")
    assert "" == capsys.readouterr().out
    run("a.txt", "--offline")
    plain = capsys.readouterr().out
    run("a.txt", "--offline", "-v")
    verbose = capsys.readouterr().out

    assert "[citation-undefined]" not in plain
    assert "16 citation-undefined" in plain
    assert 16 == verbose.count("[citation-undefined]")
    assert "[sources-concentrated]" in verbose


def test_a_report_that_cannot_be_written_exits_4(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(CLEAN)
    (here / "reports").write_text("a file where a folder should be")

    assert 4 == run("a.txt", "--offline")
    assert "reports/report.md: cannot be written" in capsys.readouterr().err


def test_an_internal_error_exits_4_and_leaves_a_file_to_report(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "a.txt").write_text(CLEAN)
    monkeypatch.setattr("verifier.cli.check.api.verify", lambda *_, **__: 1 / 0)

    code = run("a.txt", "--offline")

    assert 4 == code
    assert "internal error; please report verify-crash.txt" in capsys.readouterr().err
    assert "ZeroDivisionError" in (here / "verify-crash.txt").read_text()


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


def test_options_may_stand_before_and_between_paths(here: Path) -> None:
    (here / "a.txt").write_text(CLEAN)
    (here / "b.txt").write_text(CLEAN)

    assert 0 == run("-q", "a.txt", "--offline", "b.txt")
    assert 2 == len(json.loads((here / "reports/report.json").read_text())["articles"])
    assert 0 == run("check", "-q", "--offline", "a.txt")


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


def test_init_drafts_adds_and_keeps(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(CLEAN)

    assert 0 == run("init", "a.txt")
    said = capsys.readouterr().out
    assert "references.toml: drafted with 2 references and 2 claims" in said
    assert "not filled: 2 of 2 references have no archive URL" in said
    drafted = (here / "references.toml").read_text()
    assert 'url = "http://courier.example/opens"' in drafted

    edited = "# my remark\n" + drafted.replace('outlet = "Ellin Courier"', 'outlet = "The Ellin Courier"  # renamed')
    (here / "references.toml").write_text(edited)
    (here / "a.txt").write_text(CLEAN.replace("A bridge\n", "A bridge\n\nIt is of wood.[1]\n"))
    assert 0 == run("init", "a.txt")
    again = (here / "references.toml").read_text()
    assert "added 0 references and 1 claims" in capsys.readouterr().out
    assert again.startswith(edited.rstrip("\n"))
    assert 'text = "It is of wood."' in again
    assert 0 == run("init", "a.txt")
    assert "nothing to add" in capsys.readouterr().out
    assert again == (here / "references.toml").read_text()


def test_init_refuses_the_registry_of_another_article(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "b.txt").write_text(CLEAN)
    (here / "a.txt").write_text(CLEAN)
    (here / "references.toml").write_text(REGISTRY)

    assert 2 == run("init", "b.txt")
    assert "is about another article (a.txt)" in capsys.readouterr().err
    assert REGISTRY == (here / "references.toml").read_text()


def test_init_of_an_article_without_citations_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text("No citation here.\n")

    assert 2 == run("init", "a.txt")
    assert "no citation was found" in capsys.readouterr().err
    assert not (here / "references.toml").exists()


def test_main_gives_every_error_class_a_code() -> None:
    assert (0, 1, 2, 3, 4) == (cli.OK, cli.FOUND, cli.USAGE, cli.INCOMPLETE, cli.INTERNAL)
