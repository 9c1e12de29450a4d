"""
One footnote is defined twice.

Why it matters: readers see one of the two texts: on GitHub the first, with pandoc and kramdown the last. In
reStructuredText the label leads to neither.

Remedy: give one of the definitions another label, or remove it.

Elsewhere: pandoc DuplicateNoteReference, markdownlint MD053, docutils "Duplicate explicit target name".
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each further definition of a footnote."""
    article = dossier.article
    seen = "readers see the first definition" if article.format == "markdown" else "its label leads to neither"
    for remark in article.remarks:
        if remark.kind == "footnote-redefined":
            message = f"footnote {remark.text} is defined before: {seen}"
            yield Hit(message, in_file=remark.in_file, about=remark.text)


RULE = Rule("footnote-redefined", "a footnote that is defined twice", Severity.ERROR, check)
