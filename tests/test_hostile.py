"""Hostile articles and registries of the shared data, through the command as users run it."""

import csv
import json
import os
import re
import resource
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from verifier import urls
from verifier.errors import InputError

ROOT = Path(__file__).parent.parent
_RAW = re.compile(b"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]")


def _rows(data: Path, group: str) -> list[dict[str, str]]:
    with (data / "expected.tsv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["group"] == group]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each test the rows of the folder that the run was told of; one row that says so where there is none."""
    data = Path(metafunc.config.getoption("--shared"), "data/hostile")
    missing = [{"file": "no data"}]  # the fixture `hostile` then skips, or fails
    there = data.is_dir()
    registries = _rows(data, "registry") if there else missing
    wanted = {
        "article": _rows(data, "article") if there else missing,
        "malformed": [row for row in registries if row.get("expect") == "2"] if there else missing,
        "valid": [row for row in registries if row.get("expect") != "2"],
    }
    for name in wanted.keys() & set(metafunc.fixturenames):
        metafunc.parametrize(name, wanted[name], ids=lambda row: str(row["file"]))


@pytest.fixture(scope="module")
def hostile(shared: Path, request: pytest.FixtureRequest) -> Path:
    """Give the folder of hostile files; skip without it, or fail where the shared data is required."""
    folder = shared / "data/hostile"
    if not folder.is_dir():
        message = f"no hostile files in {folder}"
        if request.config.getoption("--require-shared"):
            pytest.fail(message)
        pytest.skip(message)
    return folder


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))


def _verify(folder: Path, *argv: str) -> tuple[int, bytes, float]:
    """Return exit code, all output, and the seconds it took."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "verifier", *argv],
        cwd=folder, capture_output=True, timeout=60, check=False, preexec_fn=_limited,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    written = b"".join(each.read_bytes() for each in sorted((folder / "reports").glob("*")))
    return done.returncode, done.stdout + done.stderr + written, time.perf_counter() - start


def _must_be_harmless(folder: Path, output: bytes, allowed: set[str]) -> None:
    assert b"Traceback" not in output
    assert not _RAW.search(output)
    assert not re.search(rb"^\s*::", output, re.M)
    assert b"##[" not in output
    assert b"##vso[" not in output
    output.decode("utf-8")
    assert allowed >= {each.name for each in folder.iterdir()}


def test_a_hostile_article_is_read_or_refused_and_harms_nothing(
    article: dict[str, str], hostile: Path, tmp_path: Path
) -> None:
    source = hostile / article["file"]
    (tmp_path / source.name).write_bytes(source.read_bytes())

    code, output, seconds = _verify(tmp_path, source.name, "--offline")

    assert str(code) in article["expect"].split("|")
    assert seconds < 60  # the rule is 2 s on a quiet machine
    _must_be_harmless(tmp_path, output, {source.name, "reports"})
    counted = source.suffix in (".txt", ".html", ".xhtml") and "ranges" not in source.name  # there every number is one
    if code != 2 and article["citations"] != "-" and counted:
        report = json.loads((tmp_path / "reports/report.json").read_text("utf-8"))
        low, _, high = article["citations"].partition("-")
        assert int(low) <= report["summary"]["markers"] <= int(high or low)


def _mapped(path: Path) -> str:
    """Return the registry of the data in our own schema: its keys are those of another one."""
    found: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8"))["reference"]
    lines = ["schema = 1", "[article]", 'path = "a.txt"']
    for number, each in enumerate(found, 1):
        lines += ["[[reference]]", f'id = "r{number}"', f'entry = "{number}"']
        lines += [
            f"{key} = {json.dumps(each[key], ensure_ascii=False)}"
            for key in ("outlet", "url", "archive_url")
            if key in each
        ]
        lines += ["[[claim]]", f'id = "c{number}"', f"text = {json.dumps(each['claim'], ensure_ascii=False)}"]
        lines += [f'markers = ["{number}"]', f'cites = ["r{number}"]']
    return "\n".join(lines).replace("\x7f", "\\u007f") + "\n"


def test_a_malformed_registry_exits_2_with_a_place(malformed: dict[str, str], hostile: Path, tmp_path: Path) -> None:
    (tmp_path / "references.toml").write_bytes((hostile / malformed["file"]).read_bytes())
    (tmp_path / "a.txt").write_text("The minister resigned on Monday.[1]\n")

    code, output, seconds = _verify(tmp_path, "a.txt", "--registry", "references.toml", "--offline")

    assert 2 == code
    assert seconds < 60  # half a second on a quiet machine
    assert b"references.toml" in output
    _must_be_harmless(tmp_path, output, {"references.toml", "a.txt"})


def test_a_hostile_registry_confirms_nothing_and_leaks_nothing(
    valid: dict[str, str], hostile: Path, tmp_path: Path
) -> None:
    (tmp_path / "references.toml").write_text(_mapped(hostile / valid["file"]), encoding="utf-8")
    (tmp_path / "a.txt").write_text("The minister resigned on Monday.[1]\n\nReferences\n\n1. A page.\n")

    code, output, seconds = _verify(tmp_path, "--offline")

    assert code in (1, 3)
    assert seconds < 60  # half a second on a quiet machine
    _must_be_harmless(tmp_path, output, {"references.toml", "a.txt", "reports"})
    assert b"s3cr3t" not in output
    report = json.loads((tmp_path / "reports/report.json").read_text("utf-8"))
    verdicts = {each["archive"]["verdict"] for each in report["references"] if each["archive"]}
    assert not verdicts & {"present", "present-near", "redirect-ok"}
    if "mismatch" in valid["file"]:
        assert 1 == code
    if "schemes" in valid["file"]:
        named = {each["reference"] for each in report["findings"] if each["rule"] == "reference-url-malformed"}
        assert named == {each["id"] for each in report["references"] if not _is_web(each["url"])}


def _is_web(url: str) -> bool:
    try:
        urls.parse(url)
    except InputError:
        return False
    return True


def test_a_line_of_50_mb_is_refused_and_one_of_5_mb_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("word " * 10_000_000)
    (tmp_path / "b.txt").write_text("word " * 1_000_000 + "end.[1]\n\nReferences\n\n1. One. 3 May 2019.\n")

    code, output, _ = _verify(tmp_path, "a.txt", "--offline")
    assert 2 == code
    assert b"a.txt: is larger than 20 MB" in output

    code, _, _ = _verify(tmp_path, "b.txt", "--offline")
    assert code in (0, 1)
