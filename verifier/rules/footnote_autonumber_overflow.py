"""
More automatic footnote references than automatic footnotes.

Why it matters: in reStructuredText each `[#]_` takes the next footnote `.. [#]`, and each `[*]_` the next `.. [*]`.
With one too many, readers see an error in its place, and those behind a forgotten one lead to the wrong note.

Remedy: add the footnote that lacks, or give the references labels (`[#oats]_`).

Elsewhere: docutils "Too many autonumbered footnote references: only N corresponding footnotes available."
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each automatic reference that is left without a footnote."""
    for remark in dossier.article.remarks:
        if remark.kind == "footnote-autonumber-overflow":
            message = f"{remark.text} has no footnote left: there are fewer automatic footnotes than references"
            yield Hit(message, in_file=remark.in_file, about=remark.text)


RULE = Rule("footnote-autonumber-overflow", "more automatic references than footnotes", Severity.ERROR, check)
