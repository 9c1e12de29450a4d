"""
A reference link has no definition.

Why it matters: ``[text][7]`` without ``[7]: url`` is no link. Readers see the brackets, and no source. ``[7]`` alone is
not judged here: without a definition it is a printed number, and `citation-undefined` says where that leads.

Remedy: add the definition, or correct the label.

Elsewhere: markdownlint MD052, remark no-undefined-references.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import shorten


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each reference without a definition."""
    for remark in dossier.article.remarks:
        if remark.kind == "link-reference-undefined":
            shown = shorten(remark.text, 80)
            yield Hit(f"{shown} has no definition and is no link", in_file=remark.in_file, about=shown)


RULE = Rule("link-reference-undefined", "a reference link without a definition", Severity.ERROR, check)
