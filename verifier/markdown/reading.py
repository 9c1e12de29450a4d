"""Read a Markdown text to its end: blocks, their inlines, and the numbers that GitHub shows for its footnotes.

Notes are numbered by their first call, in the order of the file; a call inside a definition counts where that stands,
and one in the alternative text of an image counts too. Of two definitions the first wins. A note without a call is not
shown, and what it calls is numbered all the same (cmark-gfm, `process_footnotes`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verifier.markdown import blocks, inline, starts
from verifier.markdown.content import Content
from verifier.markdown.nodes import CONTAINERS, Block, Definition, Leaf, key, leaves
from verifier.markdown.tokens import Reference, Token


@dataclass(frozen=True, slots=True)
class Piece:
    """The inlines of a paragraph, a heading or a cell: its content, tokens, and references to definitions."""

    content: Content
    tokens: list[Token]
    references: list[Reference]


@dataclass(frozen=True, slots=True)
class Part:
    """A block of lines in its place, with its pieces: one, or one for each cell; none where it holds no inlines."""

    leaf: Leaf
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All of a text: its parts in the order of the file, its definitions, and its footnotes.

    `footnotes` are all definitions of notes; `notes` are the first ones by key, and `numbers` are those that GitHub
    shows, by the same keys.
    """

    parts: tuple[Part, ...]
    definitions: tuple[Definition, ...]
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
    defined = {key(each.label) for each in document.definitions}
    footnotes = tuple(_footnotes(document.root))
    notes: dict[str, Block] = {}
    for footnote in footnotes:
        notes.setdefault(key(footnote.label), footnote)
    parts = tuple(Part(leaf, tuple(_pieces(text, leaf.block, defined))) for leaf in leaves(document.root))
    return Reading(parts, document.definitions, footnotes, notes, _numbers(parts, notes))


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


def _pieces(text: str, block: Block, defined: set[str]) -> Iterator[Piece]:
    if block.kind in {"paragraph", "heading"}:
        lines = [block.lines]
    elif block.kind == "table":
        lines = [[cell] for row in block.lines for cell in starts.cells(text, *row)[: block.number]]
    else:
        return
    for each in lines:
        content = Content(text, each)
        yield Piece(content, *inline.read(content.text, defined))
