"""HTML for editors: one self-contained page, readable without script, which asks nobody for anything."""

import re

from verifier.model.report import Report
from verifier.reporters import Reporter
from verifier.review import page

_COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#(?:vso|teamcity)?\[)", re.MULTILINE)
"""What begins a command to a CI's runner (see `verifier.escape.terminal`): "::" where a line begins, "##[" anywhere."""


def render(report: Report) -> str:
    """Return the page; printed to a CI log it gives no command: what would begin one is an entity and reads alike."""
    return _COMMAND.sub(lambda found: "&#35;" if found[1] is None else f"{found[1]}&#58;", page.render(report))


REPORTER = Reporter("html", ".html", "one self-contained page, for editors", render)
