"""HTML for editors: one self-contained page, readable without script, which asks nobody for anything."""

from verifier.model.report import Report
from verifier.reporters import Reporter
from verifier.review import page


def render(report: Report) -> str:
    """Return the page; printed to a CI log it gives no command either (see `verifier.escape.terminal`)."""
    return page.render(report).replace("##[", "#&#35;[").replace("##vso[", "#&#35;vso[")


REPORTER = Reporter("html", ".html", "one self-contained page, for editors", render)
