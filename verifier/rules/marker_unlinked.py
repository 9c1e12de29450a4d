"""
A number in brackets was meant as a footnote call and is none.

Why it matters: in Markdown `[2]` lacks the caret of `[^2]`, in reStructuredText the underscore of `[2]_`: readers see
the number and cannot follow it, and the note may count as never called. On GitHub a call right behind a bare address
becomes part of the address.

Remedy: write the caret or the underscore; put a blank between an address and a call.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

_MEANT = {"markdown": "[^{}]", "rst": "[{}]_"}


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each plain number that is the label of a footnote, and for each call inside an address."""
    article = dossier.article
    for remark in article.remarks:
        if remark.kind == "marker-unlinked":
            meant = _MEANT.get(article.format, "[{}]").format(remark.text)
            message = f"[{remark.text}] is plain text, and there is a footnote {remark.text}; write {meant} to call it"
            yield Hit(message, in_file=remark.in_file, about=f"[{remark.text}]")
        elif remark.kind == "footnote-in-address":
            message = f"{remark.text} is read as part of the address before it, and calls no footnote"
            yield Hit(message, in_file=remark.in_file, about=remark.text)


RULE = Rule("marker-unlinked", "a footnote call that is plain text", Severity.WARNING, check)
