"""
A footnote is defined that nothing calls.

Why it matters: either a call was lost from the text, or the note does not belong to it. GitHub does not show such a
note at all.

Remedy: restore the call, or remove the definition.

Elsewhere: Sphinx "Footnote [n] is not referenced" (`ref.footnote`), pandoc NoteDefinedButNotUsed, markdownlint MD053,
rumdl MD066, eslint no-unused-definitions.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each footnote that is never called."""
    for remark in dossier.article.remarks:
        if remark.kind == "footnote-unused":
            yield Hit(f"footnote {remark.text} is never called", in_file=remark.in_file, about=remark.text)


RULE = Rule("footnote-unused", "a footnote that nothing calls", Severity.WARNING, check)
