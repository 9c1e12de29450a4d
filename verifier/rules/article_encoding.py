"""
The article's bytes are not what they should be: not UTF-8, or with NUL bytes.

Why it matters: letters may have been read as others. What is no UTF-8 is read as windows-1252, byte by byte, as
browsers do; the finding names the first such byte.

Remedy: save the article as UTF-8.

Elsewhere: none found.
"""

import re
from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

_NUMBER = re.compile(r"\d+")


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each thing that was noticed while decoding."""
    for note in dossier.article.encoding_notes:
        yield Hit(note, suggestion="save the article as UTF-8", about=_NUMBER.sub("", note))


RULE = Rule("article-encoding", "bytes that are not UTF-8", Severity.WARNING, check)
