"""JSON for programs: the whole report, schema "verifier-report/1" (verifier/report.schema.json)."""

from verifier import escape
from verifier.model.report import Report
from verifier.reporters import Reporter


def render(report: Report) -> str:
    """Return the report as JSON, UTF-8, keys in the order of the schema."""
    return escape.dumps(report)


REPORTER = Reporter("json", ".json", "the whole report, for programs", render)
