"""The summary of a job on GitHub: not longer than is kept, and its counts add up."""

import re

from verifier import step_summary
from verifier.model.report import Report


def test_the_job_summary_ends_before_github_drops_it(shipped: Report) -> None:
    many: Report = {**shipped, "findings": shipped["findings"] * 200}

    text = step_summary.render(many)

    assert 890_000 < len(text.encode()) < 910_000
    assert re.search(r"\d+ more lines are in the reports\.$", text)


def test_the_job_summary_counts_all_that_is_new(shipped: Report) -> None:
    rows = [line.strip("|").split("|") for line in step_summary.render(shipped).splitlines() if line.startswith("|")]
    counts = {name.strip(): value.strip() for name, value in zip(rows[0], rows[2], strict=True)}

    kinds = [int(counts[name]) for name in ("errors", "warnings", "notes", "that follow")]
    assert int(counts["new"]) == sum(kinds) == len(shipped["findings"])
