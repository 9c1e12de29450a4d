"""How a run went: its status, every check with its outcome, counts that agree, and ids that last."""

import datetime as dt
import json
from pathlib import Path

import pytest

from verifier import Job, open_transport, verify
from verifier.model.outcome import FailOnName
from verifier.model.report import Report
from verifier.pipeline.triage import settled

ROOT = Path(__file__).parent.parent
SHIPPED, REGISTRY = "articles/eastern-qalamoun-offensive-2016.txt", "references.toml"
DEMO = ("articles/demo/ellin-bridge.txt", "articles/demo/references.toml")
TODAY = dt.date(2026, 11, 24)
ARTICLE = """A bridge

It opened on 3 May 2019.[1] It closed on 4 May 2020.[2] It fell on 5 May 2021.[4]

References

1. Bell, Ann (4 May 2019). "Bridge opens". Ellin Courier. Retrieved 5 May 2019. http://courier.example/opens
2. Reed, Tom (5 May 2020). "Bridge closes". Tarn Herald. Retrieved 6 May 2020. http://herald.example/closes
"""
CLEAN = ARTICLE.replace(" It fell on 5 May 2021.[4]", "")


@pytest.fixture(autouse=True)
def _in_the_top_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def of(article: str, registry: str | None = None, *more: str, undated: bool = False) -> Report:
    transport = open_transport("articles/demo/store", offline=True)
    jobs = [Job(article, registry, transport), *(Job(each, None, transport) for each in more)]
    return verify(jobs, today=TODAY, offline=True, undated=undated)


@pytest.mark.parametrize("where", [(SHIPPED, REGISTRY), DEMO, (SHIPPED, None)])
def test_the_counts_agree_with_what_they_count(where: tuple[str, str | None]) -> None:
    report = of(*where)
    counts, summary, coverage = report["counts"], report["summary"], report["coverage"]

    assert len(report["checks"]) == sum(json.loads(json.dumps(counts["by_outcome"])).values())
    severities = counts["by_severity"]
    assert severities["error"] + severities["warning"] == counts["by_outcome"]["fail"]
    assert severities["note"] == counts["by_outcome"]["noted"]
    assert counts["new"] + counts["still"] == sum(json.loads(json.dumps(severities)).values())
    assert len(report["findings"]) == counts["new"] + counts["still"] + counts["baselined"]
    own = summary["findings"]
    assert len(report["findings"]) == own["error"] + own["warning"] + own["note"] + summary["folded"]
    assert coverage["claims"] == summary["claims"]
    four = (coverage["verified_today"], coverage["from_cache"], coverage["by_hand"], coverage["unchecked"])
    assert coverage["claims"] == sum(four)


def test_a_claim_that_rests_on_no_reference_is_not_called_verified() -> None:
    (article,) = of(SHIPPED, REGISTRY)["articles"]

    assert any(not claim["cites"] for claim in article["claims"])
    assert 0 == of(SHIPPED, REGISTRY)["coverage"]["verified_today"]  # and the others have no snapshot to look at
    assert of(SHIPPED, None)["coverage"]["verified_today"]  # without a registry the numbers are all that is asked for


def test_every_citation_and_every_reference_is_among_the_checks() -> None:
    report = of(*DEMO)
    checked = {(each["kind"], each["reference"]) for each in report["checks"]}

    assert {("archive", row["id"]) for row in report["references"]} <= checked
    assert {("live", row["id"]) for row in report["references"] if row["url"]} <= checked
    for article in report["articles"]:
        places = {(each["line"], each["column"]) for each in report["checks"] if each["path"] == article["path"]}
        markers = [(marker["line"], marker["column"]) for claim in article["claims"] for marker in claim["markers"]]
        assert set(markers) <= places


def test_a_check_of_a_snapshot_tells_what_it_rests_on() -> None:
    (good,) = [each for each in of(*DEMO)["checks"] if each["reason"] == "present"][:1]

    assert good["outcome"] == "ok"
    assert good["status"] == 200
    assert str(good["url"]).startswith("https://web.archive.org/web/")
    assert str(good["checked_at"]) <= str(good["last_ok"])
    assert (good["path"], good["article"]) == (DEMO[1], DEMO[0])


def test_a_run_that_saw_everything_is_complete_and_one_that_did_not_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN)

    whole, part = of(str(tmp_path / "a.txt")), of(*DEMO)
    assert ("complete", [], 0) == (whole["run"]["status"], whole["run"]["reasons"], whole["run"]["exit_code"])
    assert part["run"]["status"] == "partial"
    assert any(each.startswith("live, 1 of 12 references: ") for each in part["run"]["reasons"])


@pytest.mark.parametrize(
    ("article", "fail_on", "code"),
    [
        (ARTICLE, "error", 1),
        (ARTICLE, "note", 1),
        (ARTICLE, "new", 1),
        (ARTICLE, "never", 0),
        (CLEAN, "note", 0),
        (CLEAN, "new", 0),
    ],
)
def test_the_report_holds_the_exit_code(article: str, fail_on: FailOnName, code: int, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(article)

    run = settled(of(str(tmp_path / "a.txt")), fail_on=fail_on)["run"]

    assert (run["exit_code"], run["fail_on"]) == (code, fail_on)


def test_the_day_is_in_the_report_unless_it_is_only_the_clocks() -> None:
    assert of(SHIPPED)["run"]["now"] == "2026-11-24"
    assert of(SHIPPED, undated=True)["run"]["now"] is None


def test_findings_keep_their_ids_when_lines_move(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ARTICLE)
    before = of("a.txt")["findings"]
    Path("a.txt").write_text(ARTICLE.replace("\n\nIt opened", "\n\n\nThis line is new.\n\nIt opened"))
    after = of("a.txt")["findings"]

    assert before
    assert [(each["id"], each["line"] + 3) for each in before if each["line"] > 1] == [
        (each["id"], each["line"]) for each in after if each["line"] > 1
    ]


def test_ids_of_two_articles_with_the_same_words_differ(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLE)

    report = of(str(tmp_path / "a.txt"), None, str(tmp_path / "b.txt"))

    ids = [each["id"] for each in report["findings"]]
    assert len(ids) == len(set(ids)) > 0
    assert {each["article"] for each in report["findings"]} == {"a.txt", "b.txt"}


def test_a_finding_shows_the_words_it_is_about(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)

    (found,) = [each for each in of(str(tmp_path / "a.txt"))["findings"] if each["rule"] == "citation-undefined"]

    assert found["excerpt"] == "[4]"


def test_a_waiver_is_listed_with_its_use_and_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ARTICLE)
    Path("references.toml").write_text(
        'schema = 1\n[article]\npath = "a.txt"\n[[claim]]\nid = "fell"\ntext = "It fell on 5 May 2021."\n'
        '[[waiver]]\nclaim = "fell"\nrules = ["citation-undefined"]\nreason = "Known since 2021"\nby = "m"\n'
        "until = 2026-12-04\n"
        '[[waiver]]\nglob = "*.md"\nrules = ["list-missing"]\nreason = "No list there"\nby = "m"\nuntil = 2026-12-04\n'
    )

    report = of("a.txt", "references.toml")

    assert [(each["target"], each["used"], each["expires_in_days"]) for each in report["waivers"]] == [
        ("fell", True, 10),
        ("*.md", False, 10),
    ]
    assert [each["finding"]["state"] for each in report["waived"]] == ["waived"]
    assert report["counts"]["by_outcome"]["waived"] == report["counts"]["waived"] == 1
