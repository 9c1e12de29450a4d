"""
A tag, a comment or a script is never closed: what is behind it is not shown, and was not read.

Why it matters: the page was cut off, or a slip hides the rest of it from every reader. Citations behind it count for
nobody.

Remedy: restore the page, or close what is open.

Elsewhere: the Nu HTML Checker ("End of file in comment", "Saw end of file without ... ending with >").
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import counted


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for what swallows the rest of the page."""
    for remark in dossier.article.remarks:
        if remark.kind == "markup-unclosed" and remark.in_file is not None:
            length = remark.in_file.end - remark.in_file.start
            message = f"a {remark.text} is never closed: {counted(length, 'character')} were not read"
            yield Hit(message, remark.span, about=remark.text, in_file=remark.in_file)


RULE = Rule("markup-unclosed", "markup that swallows the rest of the page", Severity.WARNING, check)
