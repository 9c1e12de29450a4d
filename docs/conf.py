"""Sphinx: build these pages with `sphinx-build docs site`; the reference is written from the program first."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import reference  # noqa: E402 - found beside this file

project = "verify"
author = "the authors of verify"
copyright = author
extensions = ["myst_parser"]
exclude_patterns = ["conf.py", "reference.py"]
html_theme = "alabaster"
html_show_sphinx = False
myst_heading_anchors = 3
suppress_warnings = [
    "myst.xref_missing",  # links of these pages to files of the repository; a test follows them
]
man_pages = [("reference/commands", "verify", "check an article's sources", author, 1)]

for name, text in reference.pages().items():
    path = HERE / "reference" / f"{name}.md"
    path.parent.mkdir(exist_ok=True)
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")
