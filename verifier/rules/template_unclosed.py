"""
A template in an entry is never closed, so readers see its source instead of a citation.

Why it matters: title, outlet and dates stand there as parameters, and what stands behind the template in the source may
be swallowed. Nothing of it could be checked.

Remedy: close the template with ``}}``.

Elsewhere: Check Wikipedia 43 (https://en.wikipedia.org/wiki/Wikipedia:WikiProject_Check_Wikipedia).
"""

import re
from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import shorten

_OPENED = re.compile(r"\{\{\s*([^\W\d_][^{}|\n]{0,60}?)\s*(?:\||$)")


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each entry that shows the beginning of a template."""
    for each in dossier.article.lists:
        for entry in each.entries:
            if opened := _OPENED.search(entry.text):
                message = f"entry {entry.printed}: the template {{{{{opened[1]}}}}} is never closed"
                yield Hit(message, entry.span, suggestion="close it with }}", about=shorten(entry.text, 80))


RULE = Rule("template-unclosed", "a template whose source is shown", Severity.WARNING, check)
