"""
A list does not count its items from 1 upwards.

Why it matters: `start`, `reversed` or `value` change the numbers that a browser prints. They were computed from these;
a copy as plain text may number the list otherwise.

Remedy: none needed where it is meant.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such list."""
    for remark in dossier.article.remarks:
        if remark.kind == "list-counter-changed":
            message = f"this list does not count from 1 upwards: {remark.text}"
            yield Hit(message, remark.span, about=remark.text, in_file=remark.in_file)


RULE = Rule("list-counter-changed", "a list that is not numbered from 1 upwards", Severity.NOTE, check)
