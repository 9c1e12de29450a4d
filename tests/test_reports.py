"""The reports: one truth in several formats, valid, equal on every run, and harmless whatever the input."""

import datetime as dt
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_type_hints, is_typeddict

import jsonschema
import pytest

from verifier import Job, digest, open_transport, reporters, verify
from verifier.model import outcome, snapshots
from verifier.model import report as rows
from verifier.model.report import Report
from verifier.outputs import ALWAYS, formats
from verifier.parts import discover
from verifier.past import baseline, known
from verifier.pipeline.triage import settled
from verifier.reporters import Reporter

ROOT = Path(__file__).parent.parent
EXPECTED = Path(__file__).parent / "reporters/expected"
TODAY = dt.date(2026, 11, 24)
SCHEMA = json.loads((ROOT / "verifier/report.schema.json").read_text("utf-8"))
REPORTERS = discover(reporters, "REPORTER", Reporter)


def of(*jobs: tuple[str, str | None], undated: bool = False) -> Report:
    return verify(
        [Job(article, registry, open_transport("articles/demo/store", offline=True)) for article, registry in jobs],
        today=TODAY,
        offline=True,
        undated=undated,
    )


@pytest.fixture(scope="module")
def shipped() -> Report:
    return of(("articles/eastern-qalamoun-offensive-2016.txt", "references.toml"), undated=True)


@pytest.fixture(scope="module")
def demo() -> Report:
    return of(("articles/demo/ellin-bridge.txt", "articles/demo/references.toml"))


@pytest.fixture(autouse=True, scope="module")
def _in_the_top_folder() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        yield


@pytest.mark.parametrize("reporter", REPORTERS, ids=lambda each: str(each.name))
def test_each_format_of_the_demonstration_is_as_expected(reporter: Reporter, demo: Report, accept: bool) -> None:
    path = EXPECTED / f"report.{reporter.name}{reporter.suffix}"
    made = reporter.render(demo)
    if accept:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, "utf-8")

    assert path.read_text("utf-8") == made


def test_the_committed_reports_are_those_of_the_shipped_article(shipped: Report) -> None:
    for name in ALWAYS:
        path = ROOT / f"reports/report{formats()[name].suffix}"
        assert path.read_text("utf-8") == formats()[name].render(shipped)


def test_the_baseline_accepts_what_the_shipped_article_is_known_for(shipped: Report, accept: bool) -> None:
    path = ROOT / "articles/baseline.json"
    if accept:
        path.write_text(baseline.dump(known.rows(shipped).values()), "utf-8")

    accepted = baseline.parse(path.read_bytes(), "baseline.json")
    report = settled(shipped, fail_on="new", accepted=accepted)
    assert (report["counts"]["new"], report["counts"]["fixed"]) == (0, 0)
    assert report["run"]["exit_code"] == 3


def test_the_json_follows_its_schema(shipped: Report, demo: Report) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)

    validator.check_schema(SCHEMA)
    for report in (shipped, demo):
        assert [] == list(validator.iter_errors(json.loads(json.dumps(report))))


def test_the_schema_names_every_key_of_the_report() -> None:
    for name, kind in {**vars(rows), **vars(outcome), **vars(snapshots)}.items():
        if is_typeddict(kind):
            shape = SCHEMA if name == "Report" else SCHEMA["$defs"][name]
            assert list(get_type_hints(kind)) == list(shape["properties"]) == shape["required"]


def test_every_marker_stands_in_one_claim_in_document_order(shipped: Report) -> None:
    places = [
        (marker["line"], marker["column"]) for claim in shipped["articles"][0]["claims"] for marker in claim["markers"]
    ]

    assert 30 == len(places) == shipped["summary"]["markers"]
    assert sorted(places) == places


def test_a_position_is_where_an_editor_finds_it(shipped: Report) -> None:
    article = shipped["articles"][0]
    lines = (ROOT / article["path"]).read_text("utf-8").split("\n")

    for claim in article["claims"]:
        for marker in claim["markers"]:
            at = lines[marker["line"] - 1][marker["column"] - 1 :]
            assert at.startswith(f"[{marker['label']}]")


def test_symptoms_name_a_cause_that_is_in_the_report_and_are_not_counted(shipped: Report) -> None:
    causes = {finding["id"]: finding["rule"] for finding in shipped["findings"] if finding["caused_by"] is None}
    folded = [finding for finding in shipped["findings"] if finding["caused_by"] is not None]

    assert {"list-truncated"} == {causes[str(finding["caused_by"])] for finding in folded}
    assert len(folded) == shipped["summary"]["folded"]
    counts = shipped["summary"]["findings"]
    assert len(causes) == counts["error"] + counts["warning"] + counts["note"]


def test_the_shipped_article_says_what_no_other_tool_says(shipped: Report) -> None:
    article = shipped["articles"][0]
    best = {entry["label"]: entry["number"]["best"] for entry in article["entries"]}
    recovered = {m["label"]: m["recovered"] for claim in article["claims"] for m in claim["markers"]}

    assert ["1", "7", "8", "10", "11", "16", "17", "19", "20", "21", "22", "28", "29", "30"] == list(best.values())
    assert {"11": "5", "20": "9", "21": "10", "22": "11", "30": "14"}.items() <= recovered.items()
    assert "list-truncated" == article["diagnosis"]["kind"]
    assert 9 == article["diagnosis"]["hidden_prefix"]
    assert recovered["9"] is None


SECTION_8 = {
    ("list-truncated", False): 1, ("prefix-hidden", False): 1, ("citation-undefined", True): 16,
    ("citation-misnumbered", True): 11, ("source-predates-event", True): 2,
    ("source-accessed-before-event", True): 2, ("source-lag-outlier", True): 3, ("entry-uncited", True): 2,
    ("number-gap", True): 2, ("citation-out-of-order", True): 1, ("boilerplate-in-text", False): 1,
    ("list-filtered", False): 1, ("entry-field-missing", False): 2, ("dates-mixed-format", False): 1,
    ("entry-fields-inconsistent", False): 1, ("title-unbalanced", False): 1,
    ("author-outlet-inconsistent", False): 1, ("title-translated-only", False): 1,
    ("sources-concentrated", False): 1, ("name-spelling-varies", False): 2, ("event-date-ambiguous", False): 1,
    ("title-period-exceeded", False): 1, ("numbering-starts-late", True): 1,
}  # fmt: skip


def test_the_rules_that_fire_on_the_shipped_article_are_those_of_the_specification() -> None:
    report = of(("articles/eastern-qalamoun-offensive-2016.txt", None))
    counts: dict[tuple[str, bool], int] = {}
    for finding in report["findings"]:
        key = (finding["rule"], finding["caused_by"] is not None)
        counts[key] = counts.get(key, 0) + 1

    assert counts == SECTION_8


def test_the_demonstration_shows_the_verdicts(demo: Report) -> None:
    verdicts = {row["archive"]["verdict"] for row in demo["references"] if row["archive"]}

    assert {
        *("present", "present-near", "redirect-ok", "wrong-date", "redirect-bad", "error-capture"),
        *("excluded", "absent", "malformed", "untrusted-host", "unknown", "wrong-page"),
    } == verdicts


def test_two_articles_make_one_report_in_the_order_given() -> None:
    first, second = ("articles/demo/ellin-bridge.txt", None), ("articles/eastern-qalamoun-offensive-2016.txt", None)

    report = of(first, second)

    assert [first[0], second[0]] == [article["path"] for article in report["articles"]]
    for reporter in REPORTERS:
        assert first[0] in reporter.render(report)


class Page(HTMLParser):
    """Collects what a page holds."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def _page(text: str) -> Page:
    page = Page()
    page.feed(text)
    return page


def test_the_page_is_one_file_with_working_inner_links_and_a_policy(shipped: Report, demo: Report) -> None:
    for report in (shipped, demo):
        page = _page(next(each for each in REPORTERS if each.name == "html").render(report))
        ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
        links = [str(attrs["href"]) for tag, attrs in page.tags if tag == "a"]

        assert len(ids) == len(set(ids))
        assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
        assert all(link.startswith(("#", "http://", "https://")) for link in links)
        assert not [tag for tag, attrs in page.tags if "src" in attrs or tag in ("link", "iframe")]
        assert [{}] == [attrs for tag, attrs in page.tags if tag == "script"]
        policy = next(attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv"))
        assert str(policy).startswith("default-src 'none'")


HOSTILE = (
    "<script>alert(1)</script> & \"x\" 'y' [a](javascript:alert(2)) `code` | pipe | ::error::x ##[error]y "
    "\u202ereversed \x1b[31mred\x07 @everyone #1 =cmd {{x}} %0A </style> --> ]]>"
)


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    """Return a report whose every foreign string is hostile."""
    monkeypatch.chdir(tmp_path)
    entry = HOSTILE.replace('"', "'")
    (tmp_path / "a.txt").write_text(
        f"{HOSTILE}\n\n{HOSTILE} on 3 May 2019.[1]\n\nReferences\n\n"
        f'1. {entry} (3 May 2018). "{entry}". {entry[:60]}. Retrieved 3 May 2018.\n',
        encoding="utf-8",
    )
    quoted = json.dumps(HOSTILE.replace("\x1b", "").replace("\x07", ""), ensure_ascii=False)
    (tmp_path / "references.toml").write_text(
        f'schema = 1\n[article]\npath = "a.txt"\ntitle = {quoted}\n[[reference]]\nid = "a"\nentry = "1"\n'
        f"title = {quoted}\noutlet = {quoted}\nauthor = {quoted}\nurl = {quoted}\narchive_url = {quoted}\n"
        f'[[claim]]\nid = "b"\ntext = {quoted}\nmarkers = ["1"]\ncites = ["a"]\n'
        f'[[waiver]]\nclaim = "b"\nrules = ["claim-not-in-article"]\nreason = {quoted}\nby = {quoted}\n'
        "until = 2027-01-01\n",
        encoding="utf-8",
    )
    return of(("a.txt", "references.toml"))


def test_hostile_text_reaches_no_format_raw(hostile: Report) -> None:
    rendered = {reporter.name: reporter.render(hostile) for reporter in REPORTERS}

    for text in rendered.values():
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert json.loads(rendered["json"]) == json.loads(json.dumps(hostile))
    page = _page(rendered["html"])
    assert not [tag for tag, attrs in page.tags if any(key.startswith("on") for key in attrs)]
    assert ["script"] == [tag for tag, _ in page.tags if tag == "script"]  # our own
    assert "<script>alert(1)</script>" in "".join(page.text)
    assert not re.search(r"^\s*::|##\[", rendered["text"], re.M)
    assert "<script>" not in rendered["markdown"]
    assert "](javascript" not in rendered["markdown"].replace("\\]", "")


def test_a_table_of_the_markdown_keeps_its_columns(hostile: Report, demo: Report) -> None:
    for report in (hostile, demo):
        text = next(each for each in REPORTERS if each.name == "markdown").render(report)
        for table in re.findall(r"(?:^\|.*\n)+", text, re.M):
            widths = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
            assert 1 == len(widths)


def test_a_cited_page_that_could_not_be_had_is_told_among_what_was_not_checked(demo: Report) -> None:
    rows = [row for article in demo["articles"] for claim in article["claims"] for row in claim["support"]]
    absent = {row["reference"] for row in rows if row["verdict"] == "page-unavailable"}

    told = {row["reference"]: row["reason"] for row in demo["unverified"] if row["check"] == "support"}

    assert absent
    assert set(told) == absent
    assert all(told.values())


def test_the_head_counts_how_the_claims_stand_to_their_pages(demo: Report, shipped: Report) -> None:
    assert "12 claims against the cited pages: 2 no problem found, 1 contradicted, 9 not judged." in digest.lead(demo)
    assert "against the cited pages" not in digest.lead(shipped)  # no page is at hand, and nothing is judged
