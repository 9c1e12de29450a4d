"""JSON Lines for streams: a header, then one finding or check on each line.

The header is the line whose `type` is "run"; a "finding" is a row of `findings`, or a waived one with its `waiver`;
"check" and "fixed" are rows of the report. What a finding tells is not told again as a check.
"""

from collections.abc import Iterator

from verifier import escape
from verifier.model.report import Report
from verifier.reporters import Reporter

_HEADER = ("schema", "tool", "mode", "run", "summary", "coverage", "counts")


def render(report: Report) -> str:
    """Return the report as lines of JSON."""
    return "".join(escape.dumps(row, on_one_line=True) for row in _rows(report))


def _rows(report: Report) -> Iterator[dict[str, object]]:
    whole: dict[str, object] = {**report}
    yield {"type": "run", **{key: whole[key] for key in _HEADER}}
    yield from ({"type": "finding", **finding} for finding in report["findings"])
    for each in report["waived"]:
        waiver = {name: value for name, value in each.items() if name != "finding"}
        yield {"type": "finding", **each["finding"], "waiver": waiver}
    yield from ({"type": "check", **check} for check in report["checks"] if check["finding"] is None)
    yield from ({"type": "fixed", **fixed} for fixed in report["fixed"])


REPORTER = Reporter("jsonl", ".jsonl", "a line for the run, then one for each finding and check", render)
