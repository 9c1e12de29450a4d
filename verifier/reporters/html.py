"""HTML for editors: one self-contained page, readable without script, which asks nobody for anything."""

from verifier.reporters import Reporter
from verifier.review.page import render

REPORTER = Reporter("html", ".html", "one self-contained page, for editors", render)
