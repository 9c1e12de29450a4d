"""The family of report formats: each module offers one `REPORTER`, a pure function from a report to text.

A reporter adds no fact and asks nobody: what it prints stands in the report ("verifier-report/1").
"""

from collections.abc import Callable

from verifier.model.report import Report
from verifier.values import frozen


@frozen
class Reporter:
    """One format: its name, the suffix of its file, a one-line summary, and the function."""

    name: str
    suffix: str
    summary: str
    render: Callable[[Report], str]
