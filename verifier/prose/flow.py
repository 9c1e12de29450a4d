"""The parts that a document with markup is made of: blocks and lists, as every reader of such a format gives them.

`verifier.prose.layout` makes an article out of them.
"""

from collections.abc import Sequence
from typing import Literal

from verifier.model.article import Citation, Template
from verifier.values import frozen

CELL = " | "  # stands between the cells of a row


@frozen
class Words:
    """A run of text. `place` is its offset in the file; `width` is given where the file has other characters there.

    White space is read as one blank, as browsers show it. `literal` words are code: no number in them is a marker.
    `url` is where the link leads to that they stand in.
    """

    text: str
    place: int
    width: int | None = None
    literal: bool = False
    url: str = ""


@frozen
class Cite:
    """A marker, as the format numbers it: see `Marker`. It is printed as its label in square brackets.

    `place` and `width` tell where it stands in the file. `printed` is what the file itself prints there: ``[2-4]`` is
    three markers, of which the first is printed and the others are `joined` to it.
    """

    label: str
    group: str
    number: int | None
    place: int
    width: int
    anchor: str = ""
    page: str | None = None
    hidden: bool = False
    printed: str | None = None
    joined: bool = False


Inline = Words | Cite


@frozen
class Block:
    """A paragraph (also a list item, a definition, a caption), a row of a table, or a heading.

    What is `furniture` is printed and is no passage of the article's own (a table of contents).
    """

    kind: Literal["paragraph", "row", "heading", "furniture"]
    inlines: Sequence[Inline]


@frozen
class Item:
    """One entry of a list: its printed label (None: nothing is printed) and its words, with markers inside them.

    `anchor`, `backlinks` and `templates` are those of `Entry`. `citation` is what the markup itself says; where it is
    None the words are read as a rendered citation. The two URLs are put into either; `linked` are the words that lead
    to the first of them.
    """

    label: str | None
    inlines: Sequence[Inline]
    place: int
    anchor: str = ""
    backlinks: int | None = None
    templates: tuple[Template, ...] = ()
    citation: Citation | None = None
    url: str | None = None
    archive_url: str | None = None
    linked: str = ""


@frozen
class Listing:
    """A reference list: its group ("" for plain numbers), its label style ("1.", "*", "ol") and its items.

    `heading` is the heading it stands under; the heading itself is a block.
    """

    heading: str
    group: str
    style: str
    items: Sequence[Item]
    place: int
