"""
A footnote has no text.

Why it matters: the call leads to a note, and the note to nothing.

Remedy: write the note, or remove it with its calls.

Elsewhere: rumdl MD068, eslint no-empty-definitions.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each definition without text."""
    for remark in dossier.article.remarks:
        if remark.kind == "footnote-empty":
            yield Hit(f"footnote {remark.text} has no text", in_file=remark.in_file, about=remark.text)


RULE = Rule("footnote-empty", "a footnote without text", Severity.WARNING, check)
