"""CSV for spreadsheets: a header, then one row for each check; a finding is a check that failed.

UTF-8, LF, no byte order mark. A text that a spreadsheet would take for a formula gets an apostrophe before it; the
plain text is in the JSON report.
"""

import csv
import io

from verifier import escape
from verifier.model.outcome import CheckRow
from verifier.model.report import FindingRow, Report
from verifier.reporters import Reporter

_COLUMNS = (
    *("article", "path", "line", "column", "kind", "outcome", "severity", "rule", "finding", "claim", "marker"),
    *("reference", "url", "final_url", "status", "checked_at", "last_ok", "streak", "reason", "suggestion"),
    *("caused_by", "first_seen"),
)


def render(report: Report) -> str:
    """Return the checks as CSV."""
    waived = (each["finding"] for each in report["waived"])
    findings = {finding["id"]: finding for finding in (*report["findings"], *waived)}
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_COLUMNS)
    for check in report["checks"]:
        finding = findings.get(check["finding"]) if check["finding"] is not None else None
        table.writerow(_cells(check, finding))
    return text.getvalue()


def _cells(check: CheckRow, finding: FindingRow | None) -> list[str | int]:
    values: dict[str, object] = {**(finding or {}), **check}
    cells: list[str | int] = []
    for name in _COLUMNS:
        value = values.get(name)
        cells.append(value if isinstance(value, int) else escape.cell(str(value)) if value is not None else "")
    return cells


REPORTER = Reporter("csv", ".csv", "a row for each check, for spreadsheets", render)
