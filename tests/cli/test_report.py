"""Writing a saved report again: every format, without network; and what is no report is refused with its place."""

import json
from pathlib import Path

import pytest

from verifier.outputs import formats

from .bridge import CLEAN, REGISTRY, ROOT, run


@pytest.fixture
def saved(here: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    """Return the JSON report of a checked article, which lies in reports/."""
    (here / "a.txt").write_text(CLEAN.replace("[2]", "[3]"))
    (here / "references.toml").write_text(REGISTRY)
    assert 1 == run("--offline", "-q")
    capsys.readouterr()
    report: dict[str, object] = json.loads((here / "reports/report.json").read_text())
    return report


def test_a_saved_report_is_written_in_every_format_from_one_run(saved: dict[str, object], here: Path) -> None:
    flags = [argument for name in formats() for argument in ("-f", f"{name}:out/{name}")]

    assert 1 == run("--offline", "-q", *[each.replace("out/", "first/") for each in flags])
    assert 0 == run("report", "--from", "reports/report.json", "-q", *flags)
    for name in formats():
        assert (here / "first" / name).read_bytes() == (here / "out" / name).read_bytes()


def test_a_saved_report_is_shown_and_a_format_takes_its_place(
    saved: dict[str, object], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == run("report")
    assert "Found: 1 error" in capsys.readouterr().out
    assert 0 == run("report", "reports/report.json", "-f", "gitlab")
    assert isinstance(json.loads(capsys.readouterr().out), list)
    assert 0 == run("report", "-f", "csv:a.csv")
    assert "Reports: a.csv\n" == capsys.readouterr().out


def test_with_annotations_no_line_of_the_summary_is_a_command(
    saved: dict[str, object], here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here / "summary.md"))
    (here / "summary.md").write_text("of another step\n")

    assert 0 == run("report", "-f", "github")
    lines = capsys.readouterr().out.splitlines()
    stops = [place for place, line in enumerate(lines) if line.startswith("::stop-commands::")]
    assert len(stops) == 1
    token = lines[stops[0]].removeprefix("::stop-commands::")
    assert len(token) >= 32
    assert lines[-1] == f"::{token}::"
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines[: stops[0]])
    text = (here / "summary.md").read_text()
    assert text.startswith("of another step\n## verify\n")
    assert "### New" in text
    assert token not in text


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"schema": "verifier-report/2"}, 'has the schema "verifier-report/2", and this version reads'),
        ({"schema": 7}, "is no report of verify"),
        ({"findings": None}, "report.findings should be a list and is null"),
        ({"summary": {}}, 'report.summary should have "claims" and lacks it'),
        ({"mode": "dreaming"}, 'report.mode should be one of offline, online and is "dreaming"'),
        ({"rules": []}, 'a finding is of the rule "'),
        ({"articles": [3]}, "report.articles[0] should be an object and is 3"),
        ({"tool": {"name": "verifier", "version": True}}, "report.tool.version should be a text and is true"),
    ],
)
def test_what_is_no_report_of_this_schema_is_refused_with_its_place(
    change: dict[str, object], told: str, saved: dict[str, object], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "x.json").write_text(json.dumps({**saved, **change}))

    assert 2 == run("report", "--from", "x.json")
    err = capsys.readouterr().err
    assert f"verify: x.json: {told}" in err
    assert "  -> " in err


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'"verifier-report/1"'])
def test_bytes_that_are_no_report_are_refused(data: bytes, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "x.json").write_bytes(data)

    assert 2 == run("report", "--from", "x.json")
    assert capsys.readouterr().err.startswith("verify: x.json: is ")


def test_a_missing_report_is_said_to_be_missing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run("report")
    said = capsys.readouterr().err
    assert "reports/report.json: does not exist" in said
    assert "verify writes one" in said


def test_keys_of_a_later_version_are_left_alone(saved: dict[str, object], here: Path) -> None:
    (here / "x.json").write_text(json.dumps({**saved, "later": [1, {"a": None}]}))

    assert 0 == run("report", "--from", "x.json", "-q", "-f", "text:x.txt")


def test_a_log_gets_every_finding_of_every_run_at_its_end(
    saved: dict[str, object], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "log.txt").write_text("before\n")

    assert 1 == run("--offline", "-q", "--log-file", "log.txt", "--now", "2026-11-24")
    assert 0 == run("report", "-q", "--log-file", "log.txt")
    assert "" == capsys.readouterr().out
    log = (here / "log.txt").read_text()
    assert log.startswith("before\nverify ")
    assert 2 == log.count("exit code 1\n")
    assert "[citation-undefined]" in log


def test_what_an_older_version_did_not_tell_is_null(saved: dict[str, object], here: Path) -> None:
    older = json.loads(json.dumps(saved))
    for finding in older["findings"]:
        del finding["edit"]
    (here / "x.json").write_text(json.dumps(older))

    assert 0 == run("report", "--from", "x.json", "-q", "-f", "json:y.json")
    assert saved == json.loads((here / "y.json").read_text())


def test_two_reports_are_one_too_many(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run("report", "a.json", "--from", "b.json")
    assert "two reports are given: a.json and b.json" in capsys.readouterr().err


def test_two_formats_want_two_places(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run("report", "-f", "csv:a", "-f", "json:a")
    assert "two formats want the same file" in capsys.readouterr().err


def test_the_report_that_is_committed_can_be_written_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == run("report", "--from", str(ROOT / "reports/report.json"), "-f", "html")
    assert (ROOT / "reports/report.html").read_text("utf-8") == capsys.readouterr().out
