"""Read a Markdown text to its end: blocks, their inlines, and the numbers that GitHub shows for its footnotes.

Notes are numbered by their first call, in the order of the file; a call inside a definition counts where that stands,
and one in the alternative text of an image counts too. Of two definitions the first wins. A note without a call is not
shown, and what it calls is numbered all the same (cmark-gfm, `process_footnotes`).
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain

from verifier.markdown import blocks, inline, starts
from verifier.markdown.content import Content
from verifier.markdown.nodes import CONTAINERS, Block, Definition, Leaf, key, leaves
from verifier.markdown.tokens import Reference, Token
from verifier.values import frozen


@frozen
class Piece:
    """The inlines of a paragraph, a heading or a cell: its content, tokens, and references to definitions."""

    content: Content
    tokens: list[Token]
    references: list[Reference]


@frozen
class Part:
    """A block of lines in its place, with the cells of its rows: one of one, but for a table; none without inlines."""

    leaf: Leaf
    rows: tuple[tuple[Piece, ...], ...]

    @property
    def pieces(self) -> Iterator[Piece]:
        """Yield all cells."""
        return chain.from_iterable(self.rows)


@frozen
class Reading:
    """All of a text: its parts in the order of the file, its definitions of links and of footnotes.

    `links` and `notes` are the first of these by key, which count; `numbers` are those that GitHub shows for footnotes,
    by the same keys.
    """

    parts: tuple[Part, ...]
    definitions: tuple[Definition, ...]
    links: dict[str, Definition]
    footnotes: tuple[Block, ...]
    notes: dict[str, Block]
    numbers: dict[str, int]

    def is_shown(self, footnote: Block) -> bool:
        """Tell whether GitHub shows this definition of a note."""
        name = key(footnote.label)
        return name in self.numbers and self.notes[name] is footnote


def read(text: str, start: int = 0) -> Reading:
    """Return the text as read from the offset `start` on. Never raises: any text is Markdown."""
    document = blocks.parse(text, start)
    footnotes = tuple(_footnotes(document.root))
    links: dict[str, Definition] = {}
    for definition in document.definitions:
        links.setdefault(key(definition.label), definition)
    notes: dict[str, Block] = {}
    for footnote in footnotes:
        notes.setdefault(key(footnote.label), footnote)
    parts = tuple(Part(leaf, tuple(_rows(text, leaf.block, links.keys()))) for leaf in leaves(document.root))
    return Reading(parts, document.definitions, links, footnotes, notes, _numbers(parts, notes))


def _numbers(parts: Iterable[Part], notes: dict[str, Block]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for part in parts:
        for piece in part.pieces:
            for token in piece.tokens:
                if token.kind == "call" and (name := key(token.text)) in notes:
                    numbers.setdefault(name, len(numbers) + 1)
    return numbers


def _footnotes(root: Block) -> Iterator[Block]:
    waiting = [root]
    while waiting:
        block = waiting.pop()
        if block.kind == "footnote":
            yield block
        if block.kind in CONTAINERS:
            waiting.extend(reversed(block.children))


def _rows(text: str, block: Block, defined: Set[str]) -> Iterator[tuple[Piece, ...]]:
    if block.kind in {"paragraph", "heading"}:
        yield (_piece(text, block.lines, defined),)
    elif block.kind == "table":
        for row in block.lines:
            cells = starts.cells(text, *row)[: block.number]  # further cells are not shown
            yield tuple(_piece(text, [cell], defined) for cell in cells)


def _piece(text: str, lines: Sequence[tuple[int, int]], defined: Set[str]) -> Piece:
    content = Content(text, lines)
    return Piece(content, *inline.read(content.text, defined))
