"""What teams copy into their CI, as files: they follow their schemas, are linted and pinned, with least permissions."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION = ROOT / "action.yml"
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def steps(path: Path) -> list[dict[str, Any]]:
    loaded = yaml.safe_load(path.read_text("utf-8"))
    if "runs" in loaded:
        found: list[dict[str, Any]] = loaded["runs"]["steps"]
        return found
    return [step for job in loaded["jobs"].values() for step in job["steps"]]


def tool(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def told(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-actions", [ACTION]),
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.gitlab-ci", [ROOT / "ci/gitlab.yml"]),
    ],
)
def test_each_file_follows_the_schema_of_its_service(schema: str, paths: list[Path]) -> None:
    done = told(tool("check-jsonschema"), "--builtin-schema", schema, *map(str, paths))

    assert done.returncode == 0, done.stdout


def test_zizmor_finds_nothing() -> None:
    done = told(tool("zizmor"), "--offline", "--no-progress", "--quiet", str(ACTION), str(ROOT / ".github"))

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", [ACTION, *WORKFLOWS], ids=lambda path: str(path.name))
def test_no_value_is_written_into_a_script_and_every_action_is_pinned(path: Path) -> None:
    for step in steps(path):
        assert "${{" not in step.get("run", "")
        assert "eval" not in step.get("run", "")
        used = step.get("uses", "./")
        assert used == "./" or re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", used)
        if used.startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.name))
def test_a_workflow_has_no_permission_but_those_its_jobs_name(path: Path) -> None:
    loaded = yaml.safe_load(path.read_text("utf-8"))

    assert loaded["permissions"] == {}
    for name, job in loaded["jobs"].items():
        assert job["timeout-minutes"] <= 90
        more = {key for key, value in job["permissions"].items() if value == "write"}
        assert more == {"issue": {"issues"}, "code-scanning": {"security-events"}}.get(name, set())


def test_the_schedule_stands_in_a_file_without_other_triggers_and_not_on_the_hour() -> None:
    triggers = {path.stem: yaml.safe_load(path.read_text("utf-8"))[True] for path in WORKFLOWS}  # YAML reads "on" so

    assert {*triggers["verify"]} == {"push", "pull_request"}
    assert {*triggers["verify-live"]} == {"schedule", "workflow_dispatch"}
    assert triggers["verify-live"]["schedule"][0]["cron"].split()[0] not in ("0", "30")


def test_the_inputs_and_outputs_of_the_action_are_those_that_are_promised() -> None:
    loaded = yaml.safe_load(ACTION.read_text("utf-8"))

    promised = "paths registry offline formats fail-on baseline cache summary sarif issue".split()
    assert {*promised} <= {*loaded["inputs"]}
    assert {*loaded["outputs"]} == {"exit_code", "status", "new", "fixed", "blocked", "report-path"}
