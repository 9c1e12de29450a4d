"""The family of article readers: each module offers one `PARSER` that turns text into an `Article`.

`recognises(text, suffix)` gives a score from 0 (certainly not) to 100 (certainly); the highest wins.
"""

from collections.abc import Callable
from dataclasses import dataclass

from verifier.model.article import Article

LEGACY, PARSOID = "legacy", "parsoid"  # the two renderers of MediaWiki; they number some references differently
NUMBERINGS = (LEGACY, PARSOID)


@dataclass(frozen=True, slots=True)
class Parser:
    """One reader: its name, a one-line summary, the score function, and the parser of (text, path, numbering).

    `numbering` is one of `NUMBERINGS`: whose numbers a format shows that does not print them itself. Only wikitext
    heeds it.
    """

    name: str
    summary: str
    recognises: Callable[[str, str], int]
    parse: Callable[[str, str, str], Article]
