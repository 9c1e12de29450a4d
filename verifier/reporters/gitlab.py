"""GitLab's code quality report: a list of findings, for the widget of a merge request.

GitLab hides the name of a check, so the rule stands before the description; of equal fingerprints it shows the first
only, and ours are unique (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).
"""

from verifier import digest, escape
from verifier.model.report import FindingRow, Report
from verifier.reporters import Reporter

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report) -> str:
    """Return the findings in force as GitLab takes them."""
    return escape.dumps([_row(each) for each in digest.in_force(report)])


def _row(finding: FindingRow) -> dict[str, object]:
    return {
        "description": escape.terminal(f"{finding['rule']}: {finding['message']}"),
        "check_name": finding["rule"],
        "fingerprint": finding["id"],
        "severity": _SEVERITIES[finding["severity"]],
        "location": {"path": escape.visible(finding["path"]), "lines": {"begin": finding["line"]}},
    }


REPORTER = Reporter("gitlab", ".json", "GitLab's code quality report", render)
