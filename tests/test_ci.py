"""What teams copy into their CI: its steps run here as far as a shell can."""

import datetime as dt
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
CLEAN = """A bridge

It opened on 3 May 2019.[1] It closed on 4 May 2020.[2]

References

1. Bell, Ann (4 May 2019). "Bridge opens". Ellin Courier. Retrieved 5 May 2019. http://courier.example/opens
2. Reed, Tom (5 May 2020). "Bridge closes". Tarn Herald. Retrieved 6 May 2020. http://herald.example/closes
"""
BROKEN = CLEAN.replace("2020.[2]", "2020.[2] It fell.[4]")
REGISTRY = 'schema = 1\n[article]\npath = "a.txt"\n[[reference]]\nid = "courier"\ntitle = "Bridge opens"\n'
GH = """#!{python}
import json, pathlib, sys
folder = pathlib.Path("gh")
with open(folder / "calls", "a") as log:
    log.write(json.dumps(sys.argv[1:]) + "\\n")
if sys.argv[1:3] in (["issue", "list"], ["run", "list"]):
    print((folder / "issues").read_text())
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of its own, in which `verify` is a command and `gh` tells what it is asked for."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "gh").mkdir()
    (tmp_path / "gh/issues").write_text("[]")
    scripts = {
        "verify": f'#!/bin/sh\nexec "{sys.executable}" -m verifier "$@"\n',
        "gh": GH.format(python=sys.executable),
    }
    for name, text in scripts.items():
        (tmp_path / "bin" / name).write_text(text)
        (tmp_path / "bin" / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:/usr/bin:/bin")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("RUNNER_TEMP", str(tmp_path))
    for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"):
        monkeypatch.setenv(name, str(tmp_path / name))
    return tmp_path


def shell(*command: str, **env: str) -> subprocess.CompletedProcess[str]:
    import os

    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **env}, timeout=60)


def verify(**env: str) -> subprocess.CompletedProcess[str]:
    return shell("bash", str(ROOT / "ci/verify.sh"), **env)


def outputs(here: Path) -> dict[str, str]:
    return dict(line.split("=", 1) for line in (here / "GITHUB_OUTPUT").read_text().splitlines())


def calls(here: Path) -> list[list[str]]:
    path = here / "gh/calls"
    made = [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
    return [call for call in made if call[:2] != ["issue", "list"]]


@pytest.mark.parametrize(
    ("text", "code", "told", "status"),
    [(CLEAN, 0, "0", "complete"), (BROKEN, 1, "1", "complete"), ("", 2, "2", "none")],
)
def test_the_step_ends_as_verify_does_and_tells_the_others(
    text: str, code: int, told: str, status: str, here: Path
) -> None:
    (here / "a.txt").write_text(text or "x")

    done = verify(VERIFY_PATHS="a.txt" if text else "none.txt", VERIFY_FORMATS="junit:reports/junit.xml\n\n")

    assert done.returncode == code, done.stderr
    found = outputs(here)
    assert (found["exit_code"], found["status"], found["report-path"]) == (told, status, "reports/report.json")
    assert (here / "reports/junit.xml").exists() == (status != "none")
    assert (here / "GITHUB_STEP_SUMMARY").exists() == (status != "none")


def test_incomplete_is_a_notice_and_no_failure(here: Path) -> None:
    (here / "a.txt").write_text(CLEAN)
    (here / "references.toml").write_text(REGISTRY)

    done = verify(VERIFY_SUMMARY="false")

    assert done.returncode == 0
    assert "::notice title=verify::something could not be checked" in done.stdout
    assert outputs(here)["exit_code"] == "3"
    assert not (here / "GITHUB_STEP_SUMMARY").exists()


@pytest.mark.parametrize(
    "name", ["-v.txt", "a b.txt", "$(touch VERIFY_CANARY).txt", "a;touch VERIFY_CANARY.txt", "é`x`.txt"]
)
def test_a_path_is_a_path_whatever_it_looks_like(name: str, here: Path) -> None:
    (here / name).write_text(BROKEN)
    before = {path.name for path in here.iterdir()}

    done = verify(VERIFY_PATHS=name, VERIFY_FAIL_ON="never")

    assert done.returncode == 0, done.stderr
    assert outputs(here)["new"] != "0"
    assert {path.name for path in here.iterdir()} - before == {"reports", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"}


def test_old_findings_pass_and_new_ones_fail(here: Path) -> None:
    (here / "a.txt").write_text(BROKEN)
    assert verify(VERIFY_PATHS="a.txt").returncode == 1
    assert shell("verify", "baseline", "update", "--accept-new").returncode == 0

    options = {"VERIFY_PATHS": "a.txt", "VERIFY_BASELINE": "baseline.json", "VERIFY_FAIL_ON": "new"}
    assert verify(**options).returncode == 0
    (here / "a.txt").write_text(BROKEN.replace(".[4]", ".[4] It rose.[5]"))
    assert verify(**options).returncode == 1


@pytest.fixture
def issue(here: Path) -> Any:
    """Return a function that runs the script of the rolling issue, with these issues there, and gives what it did."""
    (here / "reports").mkdir()
    (here / "reports/summary.md").write_text("## verify\n" + "a line\n" * 20_000)

    def run(code: str, status: str, issues: list[dict[str, object]]) -> list[list[str]]:
        (here / "gh/issues").write_text(json.dumps(issues))
        (here / "gh/calls").unlink(missing_ok=True)
        done = shell("bash", str(ROOT / "ci/issue.sh"), VERIFY_EXIT_CODE=code, VERIFY_STATUS=status)
        assert done.returncode == 0, done.stderr
        return [[each for each in call if each != str(here / "verify-issue.md")] for call in calls(here)]

    return run


MARKER = "<!-- verify: the rolling issue -->"
OPEN = [{"number": 7, "state": "OPEN", "body": f"{MARKER}\nold"}]
CLOSED = [{"number": 7, "state": "CLOSED", "body": f"{MARKER}\nold"}]
FOREIGN = [{"number": 3, "state": "OPEN", "body": "somebody's own"}]
EDIT = ["issue", "edit", "7", "--body-file"]


def test_the_first_findings_open_one_issue(issue: Any, here: Path) -> None:
    made = issue("1", "partial", FOREIGN)

    assert [call[:2] for call in made] == [["label", "create"], ["issue", "create"]]
    body = (here / "verify-issue.md").read_text()
    assert body.startswith(f"{MARKER}\n## verify\n")
    assert body.endswith("More stands in the report of the run.\n")
    assert len(body) < 65_536


@pytest.mark.parametrize(
    ("code", "status", "issues", "done"),
    [
        ("1", "complete", OPEN, [EDIT]),
        ("1", "complete", [*FOREIGN, *CLOSED], [EDIT, ["issue", "reopen", "7"]]),
        ("0", "complete", OPEN, [EDIT, ["issue", "close", "7", "--comment", "Nothing is found any more."]]),
        ("0", "complete", CLOSED, []),
        ("0", "complete", FOREIGN, []),
        ("3", "partial", OPEN, [EDIT]),
        ("3", "partial", [], []),
        ("1", "outage", OPEN, []),
        ("3", "outage", OPEN, []),
        ("2", "none", OPEN, []),
        ("4", "complete", OPEN, []),
        ("", "", OPEN, []),
    ],
)
def test_the_issue_follows_the_run(
    code: str, status: str, issues: list[dict[str, object]], done: list[list[str]], issue: Any
) -> None:
    assert issue(code, status, issues) == done


def test_of_several_issues_the_oldest_is_kept(issue: Any) -> None:
    assert issue("1", "complete", [{**OPEN[0], "number": 9}, *OPEN]) == [EDIT]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (None, "::notice title=verify::the nightly run has not run yet"),
        (1, "the nightly run was last begun 1 days ago"),
        (8, "the nightly run was last begun 8 days ago"),
        (9, "::warning title=verify::the nightly run was last begun 9 days ago"),
    ],
)
def test_a_nightly_run_that_rests_is_noticed(days: int | None, told: str, here: Path) -> None:
    began = dt.datetime.now(dt.UTC) - dt.timedelta(days=days or 0, minutes=1)
    runs = [] if days is None else [{"createdAt": began.strftime("%Y-%m-%dT%H:%M:%SZ")}]
    (here / "gh/issues").write_text(json.dumps(runs))

    done = shell("bash", str(ROOT / "ci/heartbeat.sh"))

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(told)


def test_the_hook_needs_no_network_and_writes_nothing(here: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (here / "a.txt").write_text(CLEAN)
    (here / "references.toml").write_text(REGISTRY)
    before = {path.name for path in here.iterdir()}

    assert (hook["id"], hook["language"], hook["pass_filenames"]) == ("verify-sources", "python", False)
    assert shell(*hook["entry"].split()).returncode == 0
    (here / "a.txt").write_text(BROKEN)
    assert shell(*hook["entry"].split()).returncode == 1
    assert before == {path.name for path in here.iterdir()}
    assert all(re.search(hook["files"], name) for name in ("a.md", "x/references.toml", "a.wiki", "a.html", "a.rst"))
    assert not re.search(hook["files"], "setup.py")


def test_the_job_for_gitlab_runs_and_writes_what_it_promises(here: Path) -> None:
    loaded = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text("utf-8"))
    (here / "a.txt").write_text(CLEAN)
    (here / "references.toml").write_text(REGISTRY)

    (script,) = loaded["verify"]["script"]
    assert shell("sh", "-c", script).returncode in loaded["verify"]["allow_failure"]["exit_codes"]
    for path in loaded[".verify"]["artifacts"]["reports"].values():
        assert (here / path).stat().st_size > 0


@pytest.mark.parametrize(("code", "asked"), [("0", 1), ("1", 2), ("3", 1)])
def test_cron_mails_a_summary_where_something_is_found(code: str, asked: int, here: Path) -> None:
    line = (ROOT / "ci/crontab").read_text("utf-8").splitlines()[-1]
    command = line.split(None, 5)[5].replace("/srv/articles", str(here))
    (here / "bin/verify").write_text(f'#!/bin/sh\necho "$@" >> asked\nexit {code}\n')

    shell("sh", "-c", command)

    assert len((here / "asked").read_text().splitlines()) == asked
