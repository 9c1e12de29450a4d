"""
A range of numbers runs backwards.

Why it matters: `[5-2]` is a slip, and one of its numbers is wrong. Only the first is read as a citation.

Remedy: correct the range.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each range the reader found reversed."""
    for remark in dossier.article.remarks:
        if remark.kind == "range-reversed":
            yield Hit(f"the range {remark.text} runs backwards", remark.span, about=remark.text, in_file=remark.in_file)


RULE = Rule("range-reversed", "a range that runs backwards", Severity.ERROR, check)
