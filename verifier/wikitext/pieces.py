"""What evaluating a page gives: runs of its wikitext, words and markers that were made, breaks, and lists."""

from typing import Literal

from verifier.prose.flow import Cite, Item, Words
from verifier.values import frozen


@frozen
class Raw:
    """A run of the file that is wikitext still, `start` to `end`."""

    start: int
    end: int


@frozen
class Break:
    """What follows is a block of its own: a paragraph, or a row (of an infobox)."""

    kind: Literal["paragraph", "row"] = "paragraph"


@frozen
class Listed:
    """A reference list as printed here: its group and its items; `place` is its offset in the file."""

    group: str
    items: tuple[Item, ...]
    place: int


Piece = Raw | Words | Cite | Break | Listed
