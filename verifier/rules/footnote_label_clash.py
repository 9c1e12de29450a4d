"""
Two definitions of footnotes have labels that differ in case only.

Why it matters: GitHub takes them for one label. It shows the first of the two notes at all calls, and the second never.

Remedy: give one of them another label.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each definition whose label is another one's in other case."""
    for remark in dossier.article.remarks:
        if remark.kind == "footnote-label-clash":
            label, _, other = remark.text.partition(" ")
            message = f"footnote {label} is the same as {other} before it: labels are compared without regard to case"
            yield Hit(message, in_file=remark.in_file, about=label)


RULE = Rule("footnote-label-clash", "footnote labels that differ in case only", Severity.WARNING, check)
