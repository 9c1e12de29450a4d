"""Baseline, history, waivers and differences on the command line."""

import json
import tomllib
from pathlib import Path

import pytest

from .bridge import CLEAN, REGISTRY, run

ONE = ("--offline", "--select", "citation-undefined")
BROKEN = CLEAN.replace("2020.[2]", "2020.[2] It fell.[4]")
WORSE = CLEAN.replace("2020.[2]", "2020.[2] It fell.[4] It rose.[5]")


def test_a_team_accepts_old_debt_and_fails_on_new_only(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(BROKEN)
    assert 1 == run("a.txt", *ONE, "-q")
    assert 0 == run("baseline", "update", "--accept-new")
    assert "baseline.json: 1 finding; 0 taken out, 1 added" in capsys.readouterr().out
    assert 0 == run("a.txt", *ONE, "--baseline", "baseline.json", "--fail-on", "new")
    assert "1 finding in the baseline, not counted." in capsys.readouterr().out

    (here / "a.txt").write_text(WORSE)
    assert 1 == run("a.txt", *ONE, "--baseline", "baseline.json", "--fail-on", "new")
    out = capsys.readouterr().out
    assert "[5]" in out
    assert "[4]" not in out

    before = (here / "baseline.json").read_bytes()
    assert 0 == run("baseline", "update")
    assert "0 taken out, 0 added; 1 new finding not accepted" in capsys.readouterr().out
    assert before == (here / "baseline.json").read_bytes()

    (here / "a.txt").write_text(CLEAN)
    assert 0 == run("a.txt", *ONE, "--baseline", "baseline.json", "--fail-on", "new")
    assert "1 finding of the baseline is fixed." in capsys.readouterr().out
    assert 0 == run("baseline")
    assert "baseline.json: 1 finding; 1 fixed, 0 not looked at\n  fixed: a.txt: [4] " in capsys.readouterr().out
    assert 0 == run("baseline", "update")
    assert [] == json.loads((here / "baseline.json").read_text())["findings"]


def test_a_strict_run_fails_until_the_baseline_is_pruned(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    strict = ("--baseline", "baseline.json", "--fail-on", "new", "--baseline-strict")
    (here / "a.txt").write_text(BROKEN)
    run("a.txt", *ONE, "-q")
    run("baseline", "update", "--accept-new")
    assert 0 == run("a.txt", *ONE, "-q", *strict)

    (here / "a.txt").write_text(CLEAN)
    capsys.readouterr()
    assert 1 == run("a.txt", *ONE, "-q", *strict)
    assert (
        "verify: baseline.json: 1 finding no longer occurs; "
        "take out with: verify baseline update --baseline baseline.json\n"
    ) == capsys.readouterr().err
    assert 1 == json.loads((here / "reports/report.json").read_text())["run"]["exit_code"]
    assert 0 == run("a.txt", "--offline", "-q", "--select", "citations-missing", *strict)  # it did not look
    run("a.txt", *ONE, "-q")
    run("baseline", "update")
    assert 0 == run("a.txt", *ONE, "-q", *strict)
    assert 2 == run("a.txt", *ONE, "--baseline-strict")
    assert "--baseline-strict needs --baseline FILE" in capsys.readouterr().err


def test_what_to_do_first_tells_of_many_alike_only_one(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(CLEAN)
    uncited = "".join(f'[[reference]]\nid = "r{number}"\nentry = "2"\ntitle = "T"\n' for number in range(4))
    (here / "references.toml").write_text(REGISTRY.replace("[[claim]]", f"{uncited}[[claim]]"))
    run("--offline", "--select", "registry-entry-uncited")
    first = " ".join(capsys.readouterr().out.partition("Do these first:")[2].partition("\n\n")[0].split())
    assert "reference r0 is cited by no claim. And 3 more like it (registry-entry-uncited)." in first
    assert "r1" not in first


def test_a_baseline_that_is_not_there_or_no_baseline_exits_2(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(BROKEN)
    (here / "b.json").write_text("no JSON")

    assert 2 == run("a.txt", "--offline", "--fail-on", "new")
    assert "--fail-on new needs --baseline FILE" in capsys.readouterr().err
    assert 2 == run("a.txt", "--offline", "--baseline", "none.json")
    err = capsys.readouterr().err
    assert "none.json: does not exist" in err
    assert "verify baseline update --accept-new --baseline none.json" in err
    assert 2 == run("a.txt", "--offline", "--baseline", "b.json")
    assert "b.json: is no JSON" in capsys.readouterr().err
    assert not (here / "reports").exists()
    assert 2 == run("baseline", "update", "--accept-new")
    assert "reports/report.json: does not exist" in capsys.readouterr().err


def test_a_history_grows_by_a_line_for_each_run_and_tells_what_changed(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = (*ONE, "--history", ".verifier/history.jsonl")
    for text, day in ((BROKEN, "2026-11-01"), (WORSE, "2026-11-02"), (CLEAN, "2026-11-03")):
        (here / "a.txt").write_text(text)
        run("a.txt", *kept, "--now", day)
    said = " ".join(capsys.readouterr().out.split())

    assert "Since the last run: 1 new, 0 fixed, 1 still there." in said
    assert "[citation-undefined, since 2026-11-01]" in said
    assert "Since the last run: 0 new, 2 fixed, 0 still there." in said
    assert "Findings in the last 3 runs: ▄█▁ (1, 2, 0)." in said
    lines = (here / ".verifier/history.jsonl").read_text().splitlines()
    assert ["2026-11-01", "2026-11-02", "2026-11-03"] == [json.loads(line)["now"] for line in lines]
    for name in ("report.md", "report.html"):
        assert "Findings in the last 3 runs: ▄█▁" in (here / "reports" / name).read_text()
    report = json.loads((here / "reports/report.json").read_text())
    assert ["2026-11-01", "2026-11-02"] == sorted(row["first_seen"] for row in report["fixed"])


def test_a_damaged_line_of_the_history_is_a_warning(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(CLEAN)
    (here / "h.jsonl").write_text("{\n")

    assert 0 == run("a.txt", "--offline", "-q", "--history", "h.jsonl")
    assert "verify: h.jsonl:1: this line is no run" in capsys.readouterr().err
    assert 2 == len((here / "h.jsonl").read_text().splitlines())


def test_a_schedule_that_rests_is_a_finding_of_the_offline_run(here: Path) -> None:
    (here / "a.txt").write_text(CLEAN)
    kept = ("a.txt", "--offline", "-q", "--history", "h.jsonl", "--now")

    assert 0 == run(*kept, "2026-11-01")
    live = (here / "h.jsonl").read_text().replace('"offline"', '"online"')
    (here / "h.jsonl").write_text(live)
    assert 0 == run(*kept, "2026-11-09")
    assert "run-stale" not in (here / "reports/report.md").read_text().partition("Fixed")[0]
    assert 0 == run(*kept, "2026-11-10")
    told = (here / "reports/report.md").read_text()
    assert "the last complete live run was on 2026-11-01, 9 days ago" in told
    assert "The last complete live run before this one was on 2026-11-01." in told
    assert 1 == run(*kept, "2026-11-11", "--fail-on", "warning")


def test_what_is_not_accepted_fails_in_every_run_that_has_a_history(here: Path) -> None:
    (here / "a.txt").write_text(CLEAN)
    new = ("a.txt", "--offline", "-q", "--history", "h.jsonl", "--baseline", "baseline.json", "--fail-on", "new")
    run("a.txt", "--offline", "-q")
    assert 0 == run("baseline", "update", "--accept-new")
    assert 0 == run(*new)  # that there was no run before is told, and nothing that a change brought in

    (here / "a.txt").write_text(BROKEN)
    assert 1 == run(*new)
    assert 1 == run(*new)  # known by now, and still not accepted
    states = {each["state"] for each in json.loads((here / "reports/report.json").read_text())["findings"]}
    assert states == {"still"}


def test_the_age_of_live_runs_is_told_once_for_all_articles(here: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (here / name).write_text(CLEAN)

    assert 0 == run("a.txt", "b.txt", "--offline", "-q", "--history", "h.jsonl")
    report = json.loads((here / "reports/report.json").read_text())
    (found,) = [each for each in report["findings"] if each["rule"] == "run-stale"]
    assert found["message"].startswith("no live run is in the history")


def test_exit_zero_hides_findings_and_nothing_else(here: Path) -> None:
    (here / "a.txt").write_text(BROKEN)
    (here / "references.toml").write_text(REGISTRY)

    assert 0 == run("a.txt", "--offline", "-q", "--exit-zero", "--only", "numbering")
    (here / "a.txt").write_text(CLEAN)
    assert 3 == run("--offline", "-q", "--exit-zero")
    assert 2 == run("none.txt", "--offline", "-q", "--exit-zero")


def test_two_reports_differ_by_what_is_new_and_fixed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("old", BROKEN), ("new", WORSE)):
        (here / "a.txt").write_text(text)
        run("a.txt", *ONE, "-q", "--reports-dir", name)

    assert 0 == run("diff", "old/report.json", "new/report.json")
    out = capsys.readouterr().out
    assert out.startswith("1 new, 0 fixed, 1 still there, 0 flapping, 0 of another severity, 0 not compared.\n\nNew:\n")
    assert 0 == run("diff", "new/report.json", "old/report.json")
    assert capsys.readouterr().out.startswith("0 new, 1 fixed")
    assert 2 == run("diff", "old/report.json", "a.txt")
    assert "a.txt: is no JSON" in capsys.readouterr().err


WAIVER = ("--claim", "opening", "--rules", "claim-unresolved,citation-undefined", "--by", "m.ito")
DATED = (*WAIVER, "--until", "2027-03-01")


@pytest.fixture
def _in_november(monkeypatch: pytest.MonkeyPatch) -> None:
    import datetime as dt

    class November(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> "November":
            return cls(2026, 11, 24, tzinfo=tz)

    monkeypatch.setattr("verifier.cli.waive.dt.datetime", November)


@pytest.mark.usefixtures("_in_november")
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("tail", ["", "# the end", "\n\n"])
def test_a_waiver_is_added_and_every_byte_before_it_stays(end: str, tail: str, here: Path) -> None:
    before = f"# mine\n{REGISTRY}{tail}".replace("\n", end).encode()
    (here / "references.toml").write_bytes(before)
    (here / "a.txt").write_text(CLEAN)
    reason = 'Seen "in print", p. 4 \\ \x7f\x1b\n[[reference]]'

    assert 0 == run("waive", *DATED, "--reason", reason, "--as", "checked-by-hand")
    after = (here / "references.toml").read_bytes()
    assert after.startswith(before)
    (waiver,) = tomllib.loads(after.decode())["waiver"]
    assert (waiver["claim"], waiver["reason"], waiver["by"], str(waiver["until"])) == (
        "opening",
        reason,
        "m.ito",
        "2027-03-01",
    )
    assert waiver["as"] == "checked-by-hand"
    assert waiver["rules"] == ["claim-unresolved", "citation-undefined"]


@pytest.mark.usefixtures("_in_november")
@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (DATED, "--reason must be given"),
        ((*DATED, "--reason", "short"), "reason must have 10 characters or more"),
        ((*DATED, "--reason", "long enough", "--url", "x"), "exactly one of --claim, --url, --host, --glob"),
        ((*WAIVER, "--reason", "long enough", "--until", "soon"), '--until: "soon" is no ISO date'),
        ((*WAIVER, "--reason", "long enough", "--until", "2020-01-01"), "--until: 2020-01-01 has passed"),
        ((*WAIVER, "--reason", "long enough", "--until", "2030-01-01"), "until is more than 365 days ahead"),
        ((*DATED, "--reason", "long enough", "--rules", "citation-undefine"), 'no rule has the id "citation-undefine"'),
        (("--claim", "none", *DATED[2:], "--reason", "long enough"), 'no claim has the id "none"'),
        (("--registry", "no.toml", *DATED, "--reason", "long enough"), "no.toml: does not exist"),
    ],
)
def test_a_waiver_that_cannot_be_is_refused_and_nothing_is_written(
    argv: tuple[str, ...], told: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "references.toml").write_text(REGISTRY)

    assert 2 == run("waive", *argv)
    shown = capsys.readouterr().err
    assert told in shown
    assert "references.toml:" not in shown  # what was not written stands on no line
    assert REGISTRY == (here / "references.toml").read_text()


@pytest.mark.usefixtures("_in_november")
def test_the_summary_counts_what_is_waived(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "references.toml").write_text(REGISTRY.replace('cites = ["courier"]', "cites = []"))
    (here / "a.txt").write_text(CLEAN)
    assert 0 == run("waive", *DATED, "--reason", "Seen in print, page 4")
    capsys.readouterr()

    run("--offline", "--now", "2026-11-24")

    assert " 1 finding is waived." in " ".join(capsys.readouterr().out.split())
