"""reStructuredText through docutils, without its access to files, and with what only Sphinx knows kept as text."""
