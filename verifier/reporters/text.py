"""Plain text for a log: the summary, what to do first, and a line for each finding, also those that others explain."""

from verifier.model.report import Report
from verifier.reporters import Reporter
from verifier.summary import render as summarise


def render(report: Report) -> str:
    """Return the whole report as lines of text."""
    return summarise(report, verbose=True)


REPORTER = Reporter("text", ".txt", "every finding on a line, for a log", render)
