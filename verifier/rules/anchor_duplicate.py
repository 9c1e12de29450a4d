"""
An id that links of citations lead to is there twice.

Why it matters: a link leads to the first element with the id, so a reader may land at the wrong entry or the wrong
passage. Other ids are not looked at.

Remedy: give the second element an id of its own; in a wiki, look for a reference that is rendered twice.

Elsewhere: the Nu HTML Checker ("Duplicate ID"), axe *duplicate-id*; they look at every id.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each element that repeats such an id."""
    for remark in dossier.article.remarks:
        if remark.kind == "anchor-duplicate":
            message = f"the id {remark.text} was given before; links of citations lead to the first"
            yield Hit(message, remark.span, about=remark.text, in_file=remark.in_file)


RULE = Rule("anchor-duplicate", "an id of a citation, given twice", Severity.ERROR, check)
