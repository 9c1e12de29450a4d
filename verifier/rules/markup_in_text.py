"""
The article is HTML or wikitext, and was read as plain text, since that was asked for.

Why it matters: in such a source citations are links or tags. Only printed numbers such as `[1]` were read, so citations
and the reference list may be missed, and what is said of them is not to be trusted.

Remedy: leave out `--format-in plaintext`.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit where the reader saw markup."""
    for remark in dossier.article.remarks:
        if remark.kind == "markup":
            message = f"the article is {remark.text} and was read as {dossier.article.format}; citations may be missed"
            yield Hit(message, remark.span, suggestion="leave out --format-in plaintext")


RULE = Rule("markup-in-text", "a page or its source, read as plain text", Severity.WARNING, check)
