"""The nouns of Markdown: a block, a definition of a link, and the document they make."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from verifier.values import frozen

Kind = Literal[
    "document", "quote", "list", "item", "footnote", "box",  # they hold blocks
    "paragraph", "heading", "code", "html", "rule", "table",  # they hold lines
]  # fmt: skip
CONTAINERS = frozenset({"document", "quote", "list", "item", "footnote", "box"})


@dataclass(slots=True)
class Block:
    """One block. `place` is where it begins in the file, `end` where its own mark ends (``1.``, ``[^a]:``).

    `lines` are the (start, end) of its lines without what containers need; `label` is that of a footnote, the mark of a
    list ("-", ")") or the opening of a fence; `number` the number of an item, or the level of a heading.
    """

    kind: Kind
    place: int
    end: int = 0
    children: list["Block"] = field(default_factory=list)
    lines: list[tuple[int, int]] = field(default_factory=list)
    label: str = ""
    number: int = 0
    indent: int = 0
    is_open: bool = True

    @property
    def is_ordered(self) -> bool:
        """Tell whether a list is numbered."""
        return self.label in {".", ")"}


@frozen
class Leaf:
    """A block of lines, and where it stands: in which footnote and in which item, if any, both the innermost.

    `outer` is the item of the outermost list, the same as `item` where lists are not nested; `is_first` tells whether
    the block is the first in its item.
    """

    block: Block
    footnote: Block | None
    item: Block | None
    outer: Block | None
    is_first: bool


def leaves(root: Block) -> Iterator[Leaf]:
    """Yield the blocks of lines below `root`, in the order of the file."""
    waiting = [(iter(root.children), root)]
    footnotes: list[Block] = []
    items: list[Block] = []
    begun: Block | None = None
    while waiting:
        block = next(waiting[-1][0], None)
        if block is None:
            _, container = waiting.pop()
            if container.kind == "footnote":
                footnotes.pop()
            elif container.kind == "item":
                items.pop()
        elif block.kind in CONTAINERS:
            waiting.append((iter(block.children), block))
            if block.kind == "footnote":
                footnotes.append(block)
            elif block.kind == "item":
                items.append(block)
        else:
            item = items[-1] if items else None
            outer = items[0] if items else None
            yield Leaf(block, footnotes[-1] if footnotes else None, item, outer, item is not begun)
            begun = item


@frozen
class Definition:
    """A definition of a link, ``[label]: url "title"``, and where it stands in the file."""

    label: str
    url: str
    title: str
    start: int
    end: int


@frozen
class Document:
    """A read document: its blocks and its definitions of links, in the order of the file."""

    root: Block
    definitions: tuple[Definition, ...]


def key(label: str) -> str:
    """Return the label as GitHub compares it: without regard to case and to how it is spaced."""
    return " ".join(label.split()).casefold()
