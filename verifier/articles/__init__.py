"""The family of article readers: each module offers one `PARSER` that turns text into an `Article`.

`recognises(text, suffix)` gives a score from 0 (certainly not) to 100 (certainly); the highest wins.
"""

from collections.abc import Callable, Sequence

from verifier.model.article import Article
from verifier.model.bibliography import Bibliography
from verifier.values import frozen

LEGACY, PARSOID = "legacy", "parsoid"  # the two renderers of MediaWiki; they number some references differently
NUMBERINGS = (LEGACY, PARSOID)


@frozen
class Beside:
    """How a format is read whose articles name files of sources.

    `names` gives the names of the files in a text; `parse` is that of `Parser`, and is handed what became of each of
    them. Reading them is the edge's business.
    """

    names: Callable[[str], Sequence[str]]
    parse: Callable[[str, str, str, Sequence[Bibliography]], Article]


@frozen
class Parser:
    """One reader: its name, a one-line summary, the score function, and the parser of (text, path, numbering).

    `numbering` is one of `NUMBERINGS`: whose numbers a format shows that does not print them itself. Only wikitext
    heeds it. `beside` is there where an article may name files of sources.
    """

    name: str
    summary: str
    recognises: Callable[[str, str], int]
    parse: Callable[[str, str, str], Article]
    beside: Beside | None = None
