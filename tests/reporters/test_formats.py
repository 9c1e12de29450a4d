"""Every format of a report: valid, in agreement with the JSON, a function of it alone, and harmless."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import cmarkgfm
import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifSchema

from verifier import saved, step_summary
from verifier.model.report import FindingRow, Report
from verifier.outputs import formats

from .conftest import ROOT

NAMES = {*"text json jsonl sarif junit markdown html csv github gitlab rdjson".split()}
RAW = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)


def rendered(name: str, report: Report) -> str:
    return formats()[name].render(report)


def cases(report: Report) -> list[ElementTree.Element]:
    return ElementTree.fromstring(rendered("junit", report)).findall(".//testcase")


def results(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(rendered("sarif", report))["runs"][0]["results"]
    return found


def shape(markdown: str) -> list[str]:
    """Return the tags that GitHub's renderer makes of Markdown; it leaves our comments out."""
    tags = re.findall("<[^>]+>", cmarkgfm.github_flavored_markdown_to_html(markdown))
    return [tag for tag in tags if not tag.startswith("<!--")]


def test_the_formats_are_those_of_the_specification() -> None:
    assert {*formats()} == NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_format_is_a_function_of_the_json_alone(name: str, demo: Report, shipped: Report, clean: Report) -> None:
    for report in (demo, shipped, clean):
        again = saved.load(rendered("json", report).encode(), "report.json")

        assert rendered(name, report) == rendered(name, again)


def test_the_counts_of_junit_sarif_and_json_agree(demo: Report, shipped: Report, clean: Report) -> None:
    for report in (demo, shipped, clean):
        counts = report["counts"]
        outcomes, severities = counts["by_outcome"], counts["by_severity"]
        suites = ElementTree.fromstring(rendered("junit", report))
        skipped = outcomes["suspect"] + outcomes["blocked"] + outcomes["waived"] + outcomes["baselined"]
        assert {
            "name": "verify",
            "tests": str(len(report["checks"])),
            "failures": str(severities["error"] + severities["warning"]),
            "errors": str(outcomes["unknown"] + outcomes["unchecked"]),
            "skipped": str(skipped),
        } == suites.attrib
        kinds = Counter(child.tag for case in cases(report) for child in case)
        assert [kinds["failure"], kinds["error"], kinds["skipped"]] == [
            int(suites.attrib[name]) for name in ("failures", "errors", "skipped")
        ]
        assert len(cases(report)) == len(report["checks"])
        levels = Counter(each["level"] for each in results(report))
        assert [levels[name] for name in ("error", "warning", "note")] == list(severities.values())
        assert len(json.loads(rendered("gitlab", report))) == counts["new"] + counts["still"]
        assert len(json.loads(rendered("rdjson", report))["diagnostics"]) == counts["new"] + counts["still"]
        assert len(list(csv.reader(io.StringIO(rendered("csv", report))))) == len(report["checks"]) + 1


def test_what_is_accepted_stays_out_of_sarif_and_is_skipped_in_junit(demo: Report) -> None:
    old: FindingRow = {**demo["findings"][0], "state": "baselined"}
    checks = [{**each, "outcome": "baselined"} if each["finding"] == old["id"] else each for each in demo["checks"]]
    report: Report = {**demo, "findings": [old, *demo["findings"][1:]], "checks": checks}  # type: ignore[typeddict-item]

    assert len(results(report)) == len(demo["findings"]) - 1
    kinds = [each.get("message", "").partition(":")[0] for case in cases(report) for each in case.iter("skipped")]
    assert sorted(kinds) == ["baselined", "blocked", "suspect"]  # the demonstration has a link of both kinds


def test_sarif_follows_its_schema(demo: Report, shipped: Report, clean: Report) -> None:
    for report in (demo, shipped, clean):
        SarifSchema.model_validate(json.loads(rendered("sarif", report)))
    assert results(clean) == []


def test_a_result_of_sarif_has_one_place_with_four_ends_and_a_rule(demo: Report, shipped: Report) -> None:
    for report in (demo, shipped):
        (run,) = json.loads(rendered("sarif", report))["runs"]
        rules = run["tool"]["driver"]["rules"]
        for each in run["results"]:
            (place,) = each["locations"]
            region = place["physicalLocation"]["region"]
            assert {"startLine", "startColumn", "endLine", "endColumn"} == {*region}
            assert rules[each["ruleIndex"]]["id"] == each["ruleId"]
            assert "security-severity" not in json.dumps(rules[each["ruleIndex"]])
        ids = [each["partialFingerprints"]["verifier/v1"] for each in run["results"]]
        assert len(ids) == len(set(ids))


def test_what_a_root_cause_explains_is_told_with_the_advice_of_the_cause(shipped: Report) -> None:
    folded = {each["id"]: each for each in shipped["findings"] if each["caused_by"] is not None}
    told = "this follows from list-truncated: restore the list from the original page"

    alerts = [each for each in results(shipped) if each["partialFingerprints"]["verifier/v1"] in folded]
    notes = [each for each in json.loads(rendered("rdjson", shipped))["diagnostics"] if "What to do" in each["message"]]
    failures = [each for case in cases(shipped) for each in case.iter("failure") if each.text and told in each.text]

    assert folded
    assert len(alerts) == len(folded)
    assert all(f"What to do: {told}." in each["message"]["text"] for each in alerts)
    assert len(folded) == sum(told in each["message"] for each in notes)
    assert len(failures) == sum(each["severity"] != "note" for each in folded.values())


def test_a_finding_about_a_row_of_the_registry_stands_at_the_citing_sentence(demo: Report) -> None:
    claims = {(claim["line"], claim["column"]) for claim in demo["articles"][0]["claims"]}
    archived = [each for each in results(demo) if each["ruleId"] == "archive-absent"]

    assert archived
    for each in archived:
        place = each["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "articles/demo/ellin-bridge.txt"
        assert (place["region"]["startLine"], place["region"]["startColumn"]) in claims
        (related,) = each["relatedLocations"]
        assert related["physicalLocation"]["artifactLocation"]["uri"] == "articles/demo/references.toml"
        assert each["message"]["text"].endswith(" See [the registry](1).")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/é.md", "a%20b/%C3%A9.md"),
        ("/etc/passwd", "etc/passwd"),
        ("../../x.md", "x.md"),
        ("file:///etc/passwd", "file%3A/etc/passwd"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        (
            "https://en.wikipedia.org/w/index.php?title=Rye&oldid=1",
            "https://en.wikipedia.org/w/index.php?title=Rye&oldid=1",
        ),
    ],
)
def test_a_path_in_sarif_leads_into_the_repository(path: str, uri: str, shipped: Report) -> None:
    finding: FindingRow = {**shipped["findings"][0], "path": path, "article": path}

    (result,) = results({**shipped, "findings": [finding]})

    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_sarif_keeps_the_five_thousand_worst_and_says_so(shipped: Report) -> None:
    (error,) = [each for each in shipped["findings"] if each["rule"] == "list-truncated"]
    note: FindingRow = {**error, "severity": "note"}
    report: Report = {**shipped, "findings": [*[note] * 5_003, error]}

    (run,) = json.loads(rendered("sarif", report))["runs"]

    assert len(run["results"]) == 5_000
    assert run["results"][0]["level"] == "error"
    told = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert told == "4 results of the lowest severity are left out; the JSON report has all"


def test_columns_are_code_points_in_sarif_and_bytes_in_rdjson(check: Callable[[str], Report]) -> None:
    report = check('A bridge\n\nÉ \U0001f600 fell.[4]\n\nReferences\n\n1. "Bridge opens". Courier. 3 May 2019.\n')

    (found,) = [each for each in results(report) if each["ruleId"] == "citation-undefined"]
    region = found["locations"][0]["physicalLocation"]["region"]
    (same,) = [
        each
        for each in json.loads(rendered("rdjson", report))["diagnostics"]
        if each["code"]["value"] == "citation-undefined"
    ]
    assert (region["startColumn"], region["endColumn"]) == (10, 13)
    assert (same["location"]["range"]["start"]["column"], same["location"]["range"]["end"]["column"]) == (14, 17)


def test_a_better_archive_url_is_a_suggestion_that_replaces_just_the_old_one(demo: Report) -> None:
    rows = [each for each in json.loads(rendered("rdjson", demo))["diagnostics"] if "suggestions" in each]
    lines = (ROOT / "articles/demo/references.toml").read_bytes().split(b"\n")
    old = {row["archive_url"] for row in demo["references"]}

    assert rows
    for row in rows:
        (made,) = row["suggestions"]
        start, end = made["range"]["start"], made["range"]["end"]
        assert start["line"] == end["line"]
        assert lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1].decode() in old
        assert made["text"].startswith("https://web.archive.org/web/")


def test_annotations_are_the_nine_worst_of_a_kind_and_a_count(shipped: Report) -> None:
    lines = rendered("github", shipped).splitlines()

    assert Counter(line.split(" ")[0].split("::")[1] for line in lines) == {"error": 1, "warning": 1, "notice": 10}
    assert lines[-1] == "::notice title=verify::75 more findings are in the summary and the reports"
    assert lines[0].startswith("::error file=articles/eastern-qalamoun-offensive-2016.txt,line=37,endLine=52,title=")
    for line in lines[:-1]:
        properties = dict(each.split("=") for each in line.split("::")[1].split(" ", 1)[1].split(","))
        assert ("col" in properties) == (properties["line"] == properties["endLine"])


def test_only_new_findings_are_annotated(shipped: Report) -> None:
    still = [{**each, "state": "still"} for each in shipped["findings"]]

    assert rendered("github", {**shipped, "findings": still}) == ""  # type: ignore[typeddict-item]


def test_the_lines_of_jsonl_are_a_header_then_findings_and_checks(demo: Report) -> None:
    header, *rows = [json.loads(line) for line in rendered("jsonl", demo).splitlines()]

    assert (header["type"], header["schema"]) == ("run", "verifier-report/1")
    assert Counter(row["type"] for row in rows) == {
        "finding": len(demo["findings"]),
        "check": len(demo["checks"]) - len(demo["findings"]),
    }


def test_no_payload_breaks_a_machines_format(payloads: list[str], poisoned: Callable[[str], Report]) -> None:
    for payload in payloads:
        report = poisoned(payload)
        for name in ("json", "jsonl", "sarif", "gitlab", "rdjson", "junit", "csv", "github"):
            assert not RAW.search(rendered(name, report)), (payload, name)
        SarifSchema.model_validate(json.loads(rendered("sarif", report)))
        for each in results(report):
            assert not re.search(r"\]\((?!1\)\.?$)", each["message"]["text"])
            uri = each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"(https?://)?[\w.~%!$&'()*+,;=:@/?#\[\]-]*", uri)
            assert not uri.startswith(("/", "file:", "javascript:"))
        assert len(cases(report)) == len(report["checks"])
        for line in rendered("jsonl", report).splitlines():
            json.loads(line)


def test_no_payload_is_a_formula_or_breaks_a_row(payloads: list[str], poisoned: Callable[[str], Report]) -> None:
    for payload in [*payloads, *"= + - @ \t= \r= \n= \uff1d1".split(" ")]:
        rows = list(csv.reader(io.StringIO(rendered("csv", poisoned(payload)))))

        assert {len(row) for row in rows} == {len(rows[0])}
        assert not [cell for row in rows for cell in row if re.match(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]", cell)]


def test_no_payload_is_a_command_among_the_annotations(payloads: list[str], poisoned: Callable[[str], Report]) -> None:
    for payload in payloads:
        report = poisoned(payload)
        plain = rendered("github", poisoned("words"))
        lines = rendered("github", report).splitlines()

        assert [line.split(" ")[0] for line in lines] == [line.split(" ")[0] for line in plain.splitlines()]
        assert all(re.match(r"::(error|warning|notice) [^:]*::", line) for line in lines)


@pytest.mark.parametrize("render", [step_summary.render, formats()["markdown"].render])
def test_no_payload_is_markup_in_markdown(
    render: Callable[[Report], str], payloads: list[str], poisoned: Callable[[str], Report]
) -> None:
    plain = shape(render(poisoned("words")))
    for payload in payloads:
        text = render(poisoned(payload))

        assert not RAW.search(text)
        assert shape(text) == plain, payload


def test_a_report_without_findings_is_a_report_in_every_format(clean: Report) -> None:
    assert clean["findings"] == []
    assert json.loads(rendered("gitlab", clean)) == []
    assert json.loads(rendered("rdjson", clean)) == {"source": {"name": "verifier"}, "diagnostics": []}
    assert rendered("github", clean) == ""
    assert "Found: 0 errors, 0 warnings, 0 notes." in " ".join(step_summary.render(clean).split())
    for name in NAMES - {"github"}:
        assert rendered(name, clean)
