"""
A citation covers more than twenty numbers.

Why it matters: `[1-90]` is hardly a citation of ninety sources; it is a page range or a slip. Only its first number is
read as a citation.

Remedy: write page ranges outside the brackets, or cite the sources meant.

Elsewhere: GROBID MAX_RANGE (20).
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each range the reader found too long."""
    for remark in dossier.article.remarks:
        if remark.kind == "range-oversized":
            yield Hit(
                f"{remark.text} covers more than 20 numbers; only the first was read",
                remark.span,
                about=remark.text,
                in_file=remark.in_file,
            )


RULE = Rule("range-oversized", "a citation of more than twenty numbers", Severity.WARNING, check)
