"""RDJSON for reviewdog: findings as diagnostics.

A change that would settle one is a suggestion, which reviewdog offers at a click. Columns are UTF-8 bytes there, ends
exclusive
(https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto).
"""

from verifier import digest, escape, tasks
from verifier.model.report import FindingRow, Report
from verifier.reporters import Reporter

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report) -> str:
    """Return the findings in force as diagnostics."""
    source = {"name": report["tool"]["name"]}
    advice = tasks.advice(report)
    rows = [_row(each, advice.get(each["id"])) for each in digest.in_force(report)]
    return escape.dumps({"source": source, "diagnostics": rows})


def _row(finding: FindingRow, advice: str | None) -> dict[str, object]:
    todo = f"\nWhat to do: {advice}" if advice else ""
    row: dict[str, object] = {
        "message": escape.terminal(f"{finding['message']}{todo}"),
        "location": {
            "path": escape.visible(finding["path"]),
            "range": {
                "start": {"line": finding["line"], "column": finding["byte_column"]},
                "end": {"line": finding["end_line"], "column": finding["end_byte_column"]},
            },
        },
        "severity": _SEVERITIES[finding["severity"]],
        "code": {"value": finding["rule"]},
    }
    edit = finding["edit"]
    if edit is not None and edit["path"] == finding["path"]:
        start = {"line": edit["line"], "column": edit["byte_column"]}
        end = {"line": edit["line"], "column": edit["end_byte_column"]}
        row["suggestions"] = [{"range": {"start": start, "end": end}, "text": edit["text"]}]
    return row


REPORTER = Reporter("rdjson", ".json", "diagnostics for reviewdog", render)
