"""
A link is defined that nothing refers to, or defined a second time.

Why it matters: the source it names is not cited: readers never see it. Of two definitions of one label the first
counts. Definitions that are comments, such as ``[//]: # (words)``, are left alone.

Remedy: restore the reference, or remove the definition.

Elsewhere: markdownlint MD053, remark no-unused-definitions, eslint no-unused-definitions.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import shorten

_TOLD = {
    "link-definition-unused": "is defined and never used",
    "link-definition-redefined": "is defined before, and the first definition counts",
}


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each definition of a link that has no effect."""
    for remark in dossier.article.remarks:
        if remark.kind in _TOLD:
            shown = shorten(remark.text, 80)
            yield Hit(f"{shown} {_TOLD[remark.kind]}", in_file=remark.in_file, about=shown)


RULE = Rule("link-definition-unused", "a link definition without use", Severity.WARNING, check)
