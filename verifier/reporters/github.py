"""GitHub's annotations: workflow commands that show the worst new findings beside the lines they are about.

GitHub keeps ten annotations of a kind for each step, so nine are printed and a last one tells how many are left. A
command with columns is valid on one line only. The log shows nothing but the message, so it begins with the place
(https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
"""

from collections.abc import Iterator

from verifier import digest
from verifier.escape import workflow
from verifier.model.report import FindingRow, Report
from verifier.reporters import Reporter
from verifier.text import counted
from verifier.urls import is_web

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_KEPT = 9


def render(report: Report) -> str:
    """Return the annotations, a line each."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    fresh = [each for each in digest.in_force(report) if each["state"] == "new"]
    own = [each for each in fresh if each["caused_by"] is None]
    shown = 0
    for severity, command in _COMMANDS.items():
        worst = [each for each in own if each["severity"] == severity][:_KEPT]
        yield from (_annotation(each, command) for each in worst)
        shown += len(worst)
    if shown < len(fresh):
        left = counted(len(fresh) - shown, "more finding is", "more findings are")
        yield f"::notice title=verify::{left} in the summary and the reports"


def _annotation(finding: FindingRow, command: str) -> str:
    place = f"{finding['path']}:{finding['line']}:{finding['column']}"
    advice = f"\nWhat to do: {finding['suggestion']}" if finding["suggestion"] else ""
    properties = ",".join(f"{name}={workflow(value, is_property=True)}" for name, value in _properties(finding))
    told = workflow(f"{place}: {finding['message']}{advice}")
    return f"::{command} {properties}::{told}"


def _properties(finding: FindingRow) -> Iterator[tuple[str, str]]:
    if not is_web(finding["path"]):
        yield "file", finding["path"]
        yield "line", str(finding["line"])
        yield "endLine", str(finding["end_line"])
        if finding["line"] == finding["end_line"] and finding["end_column"] >= finding["column"]:
            yield "col", str(finding["column"])
            yield "endColumn", str(finding["end_column"])
    yield "title", finding["rule"]


REPORTER = Reporter("github", ".txt", "annotations and the job summary of GitHub Actions", render)
