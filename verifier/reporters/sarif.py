"""SARIF 2.1.0 as GitHub's code scanning takes it.

* Each result stands at one place, relative to the repository: the citing sentence where a finding is about a row of
  the registry, because in a pull request an alert shows only where its lines are in the change; the row is a related
  location.
* What is waived or in the baseline stays out: GitHub ignores suppressions and baseline states
  (https://github.com/github/codeql-action/issues/1230). A run without findings is an empty list, which closes alerts.
* The fingerprint `verifier/v1` is the finding's id, the same as in every other format and in baselines, so what is seen
  in one is found in all. Its 16 hex digits are enough, since equal ones are numbered.
* Of more than 5,000 results GitHub keeps 5,000, so the worst are written, and a notification tells how many are left.

Limits: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
"""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from verifier import digest, escape, tasks
from verifier.model.report import FindingRow, Report, RuleRow
from verifier.reporters import Reporter
from verifier.urls import is_web

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_KEPT = 5_000  # results
_LONGEST = 1_024  # characters of a description
_PROBLEMS = {"error": "error", "warning": "warning", "note": "recommendation"}


def render(report: Report) -> str:
    """Return the findings in force as SARIF."""
    found = digest.in_force(report)
    kept = found[:_KEPT]
    rules = {rule["id"]: index for index, rule in enumerate(report["rules"])}
    places, advice = _Places(report), tasks.advice(report)
    run = {
        "tool": {"driver": _driver(report, found)},
        "automationDetails": {"id": f"verifier/{report['mode']}/{report['run']['now'] or ''}"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, len(found) - len(kept))],
        "results": [_result(each, rules[each["rule"]], advice.get(each["id"]), places) for each in kept],
    }
    return escape.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(report: Report, found: Sequence[FindingRow]) -> dict[str, Any]:
    sure: dict[str, str] = {}
    for each in found:
        sure[each["rule"]] = min(
            sure.get(each["rule"], "high"), each["confidence"], key=["low", "medium", "high"].index
        )
    return {
        "name": report["tool"]["name"],
        "semanticVersion": report["tool"]["version"],
        "rules": [_rule(each, sure.get(each["id"], "high")) for each in report["rules"]],
    }


def _rule(rule: RuleRow, confidence: str) -> dict[str, Any]:
    first = " ".join(rule["help"].split("\n\n")[0].split()) or rule["summary"]
    return {
        "id": rule["id"],
        "name": rule["id"],
        "shortDescription": {"text": rule["summary"][:_LONGEST]},
        "fullDescription": {"text": first[:_LONGEST]},
        "help": {"text": rule["help"], "markdown": rule["help"]},
        "defaultConfiguration": {"level": rule["severity"]},
        "properties": {
            "tags": ["citations", rule["topic"]],
            "precision": confidence,
            "problem.severity": _PROBLEMS[rule["severity"]],
        },
    }


def _invocation(report: Report, left_out: int) -> dict[str, Any]:
    told = [("warning", f"{left_out} results of the lowest severity are left out; the JSON report has all")]
    notes = told if left_out else []
    notes += [("note", reason) for reason in report["run"]["reasons"]]
    return {
        "executionSuccessful": report["run"]["status"] != "outage",
        "exitCode": report["run"]["exit_code"],
        "toolExecutionNotifications": [{"level": level, "message": {"text": _text(each)}} for level, each in notes],
    }


def _result(finding: FindingRow, index: int, advice: str | None, places: "_Places") -> dict[str, Any]:
    location, related = places.of(finding)
    message = _text(f"{finding['message'].rstrip('.')}.")
    if advice:
        message += _text(f" What to do: {advice}.")
    result: dict[str, Any] = {
        "ruleId": finding["rule"],
        "ruleIndex": index,
        "level": finding["severity"],
        "message": {"text": message + (" See [the registry](1)." if related else "")},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"verifier/v1": finding["id"]},
        "properties": {"confidence": finding["confidence"]},
    }
    if location == _location(finding["path"], _region(finding)):
        result["partialFingerprints"]["primaryLocationLineHash"] = finding["line_hash"]
    if finding["caused_by"] is not None:
        result["properties"]["causedBy"] = finding["caused_by"]
    if related:
        result["relatedLocations"] = [{"id": 1, "message": {"text": "the registry"}, "physicalLocation": related}]
    return result


class _Places:
    """Where findings stand: at the citing sentence where there is one, and in the registry."""

    def __init__(self, report: Report) -> None:
        self._claims: dict[tuple[str, str], Mapping[str, Any]] = {}
        self._citing: dict[tuple[str, str], Mapping[str, Any]] = {}
        for article in report["articles"]:
            for claim in article["claims"]:
                self._claims[article["path"], claim["id"]] = claim
                for cited in claim["cites"]:
                    self._citing.setdefault((article["path"], cited), claim)
        self._references = {(row["article"], row["id"]): row for row in report["references"]}

    def of(self, finding: FindingRow) -> tuple[dict[str, Any], dict[str, Any] | None]:
        """Return the location of a finding, and the related one in the registry."""
        article, own = finding["article"], _location(finding["path"], _region(finding))
        if finding["path"] != article:
            claim = self._claim(finding)
            return (_location(article, _region(claim)), own) if claim and not is_web(article) else (own, None)
        row = self._references.get((article, finding["reference"] or ""))
        related = _location(row["path"], _whole(row["line"])) if row else None
        if is_web(article) and related:  # a page is no file of the repository
            return related, None
        return own, related

    def _claim(self, finding: FindingRow) -> Mapping[str, Any] | None:
        by_claim = self._claims.get((finding["article"], finding["claim"] or ""))
        return by_claim or self._citing.get((finding["article"], finding["reference"] or ""))


def _region(place: Mapping[str, Any]) -> dict[str, int]:
    return {
        "startLine": place["line"],
        "startColumn": place["column"],
        "endLine": place["end_line"],
        "endColumn": place["end_column"],
    }


def _whole(line: int) -> dict[str, int]:
    return {"startLine": line, "startColumn": 1, "endLine": line + 1, "endColumn": 1}


def _location(path: str, region: dict[str, int]) -> dict[str, Any]:
    return {"artifactLocation": {"uri": _uri(path)}, "region": region}


def _uri(path: str) -> str:
    """Return the path as a URI that leads nowhere but into the repository; a page's own URL stays what it is."""
    if is_web(path):
        return quote(path, safe="/:?#[]@!$&'()*+,;=%~")
    parts = [part for part in path.replace("\\", "/").split("/") if part not in ("", ".")]
    inside = [parts[-1]] if ".." in parts else parts
    return quote("/".join(inside), safe="/") if inside else "unnamed"


def _text(text: str) -> str:
    """Return foreign text for a message: nothing in it is a link or a placeholder."""
    return " ".join(escape.terminal(text).replace("](", "] (").split("\n"))


REPORTER = Reporter("sarif", ".sarif", "SARIF 2.1.0, for GitHub's code scanning", render)
