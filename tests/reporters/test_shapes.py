"""The shapes that other programs document for their formats, and our own rows, key by key."""

import csv
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from verifier.model.report import Report
from verifier.outputs import formats
from verifier.past import baseline, known

SCHEMA = json.loads((Path(__file__).parents[2] / "verifier/report.schema.json").read_text("utf-8"))


def shape(**kinds: object) -> dict[str, object]:
    return {"type": "object", "properties": kinds, "required": [*kinds], "additionalProperties": False}


TEXT, LINE = {"type": "string", "minLength": 1}, {"type": "integer", "minimum": 1}
PLACE = shape(line=LINE, column=LINE)
RANGE = shape(start=PLACE, end=PLACE)
DIAGNOSTIC = shape(  # https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/jsonschema/Diagnostic.json
    message=TEXT,
    location=shape(path=TEXT, range=RANGE),
    severity={"enum": ["ERROR", "WARNING", "INFO"]},
    code=shape(value=TEXT),
)
DIAGNOSTIC["properties"]["suggestions"] = {"type": "array", "items": shape(range=RANGE, text=TEXT)}  # type: ignore[index]
SHAPES = {
    "rdjson": shape(source=shape(name=TEXT), diagnostics={"type": "array", "items": DIAGNOSTIC}),
    "gitlab": {  # https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
        "type": "array",
        "items": shape(
            description=TEXT,
            check_name=TEXT,
            fingerprint=TEXT,
            severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
            location=shape(path=TEXT, lines=shape(begin=LINE)),
        ),
    },
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_format_has_the_shape_that_its_reader_documents(
    name: str, demo: Report, shipped: Report, clean: Report
) -> None:
    for report in (demo, shipped, clean):
        jsonschema.validate(json.loads(formats()[name].render(report)), SHAPES[name])


def test_fingerprints_are_unique(shipped: Report) -> None:
    prints = [each["fingerprint"] for each in json.loads(formats()["gitlab"].render(shipped))]

    assert len(prints) == len(set(prints)) > 0


def test_a_finding_has_one_identity_in_every_format_that_has_room_for_it(demo: Report, shipped: Report) -> None:
    for report in (demo, shipped):
        ids = {each["id"] for each in report["findings"]}
        (run,) = json.loads(formats()["sarif"].render(report))["runs"]
        lines = [json.loads(line) for line in formats()["jsonl"].render(report).splitlines()]
        rows = csv.DictReader(formats()["csv"].render(report).splitlines())
        accepted = json.loads(baseline.dump(known.rows(report).values()))["findings"]

        assert ids == {each["partialFingerprints"]["verifier/v1"] for each in run["results"]}
        assert ids == {each["fingerprint"] for each in json.loads(formats()["gitlab"].render(report))}
        assert ids == {each["id"] for each in lines if each["type"] == "finding"}
        assert ids <= {each["finding"] for each in rows}
        assert ids == {each["id"] for each in accepted}


def test_each_line_of_jsonl_is_a_row_of_the_schema(demo: Report, shipped: Report) -> None:
    kinds = {"finding": "FindingRow", "check": "CheckRow", "fixed": "KnownRow"}
    for report in (demo, shipped):
        header, *rows = [json.loads(line) for line in formats()["jsonl"].render(report).splitlines()]
        assert header.pop("type") == "run"
        for key, value in header.items():
            jsonschema.validate(value, {**SCHEMA["properties"][key], "$defs": SCHEMA["$defs"]})
        for row in rows[:60]:
            jsonschema.validate(row, {"$ref": f"#/$defs/{kinds[row.pop('type')]}", "$defs": SCHEMA["$defs"]})


TAGS: dict[str, tuple[set[str], set[str]]] = {  # attributes, and children, as Jenkins' junit-10.xsd allows them
    "testsuites": ({"name", "tests", "failures", "errors", "skipped"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"testcase"}),
    "testcase": ({"classname", "name", "file", "line"}, {"failure", "error", "skipped", "system-out"}),
    "failure": ({"type", "message"}, set()),
    "error": ({"type", "message"}, set()),
    "skipped": ({"message"}, set()),
    "system-out": (set(), set()),
}


def test_junit_has_the_tags_and_attributes_that_are_read(demo: Report, shipped: Report, clean: Report) -> None:
    def check(element: ElementTree.Element) -> None:
        attributes, children = TAGS[element.tag]
        assert {*element.attrib} == attributes
        assert {child.tag for child in element} <= children
        assert len(element) <= 1 or element.tag.startswith("testsuite")
        for child in element:
            check(child)

    for report in (demo, shipped, clean):
        root = ElementTree.fromstring(formats()["junit"].render(report))
        check(root)
        names: list[Any] = [(each.get("classname"), each.get("name")) for each in root.iter("testcase")]
        assert len(names) == len(set(names))
