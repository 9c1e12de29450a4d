"""Show what can be shown of a template that is not known: the arguments that hold references, and no others.

They are taken in the order of the source, with a remark: the template may use them in another order, or not at all.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from verifier.model.article import Span
from verifier.prose.flow import CELL, Words
from verifier.prose.flow import Cite as Marked
from verifier.wikitext import lines, messages, templates
from verifier.wikitext.nodes import Node, Part
from verifier.wikitext.pieces import Break, Listed, Piece, Raw

if TYPE_CHECKING:
    from verifier.wikitext.page import Page


def show(page: "Page", node: Node, name: str) -> None:
    """Show the arguments that hold references: as rows where the template begins a line, as an infobox does."""
    is_block = lines.begins_line(page.text, node.start)
    found = False
    for part in node.parts[1:]:
        pieces = page.captured(part)
        if not any(isinstance(piece, Marked | Listed) for piece in pieces):
            continue
        found = True
        page.pieces += _row(page, part, pieces) if is_block else pieces
    if found:
        page.remark(messages.ORDER_APPROXIMATE, name, Span(node.start, node.end))
    if found and is_block:
        page.pieces.append(Break())


def _row(page: "Page", part: Part, pieces: Sequence[Piece]) -> list[Piece]:
    """Return an argument of an infobox as a row: its name, a bar, its value."""
    equals = templates.equals_sign(page.text, part)
    if equals < 0:
        return [Break("row"), *pieces]
    rest: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, Raw):
            rest.append(piece)
        elif piece.end > equals + 1:
            rest.append(Raw(max(piece.start, equals + 1), piece.end))
    label = page.text[part.start : equals].strip()
    at = part.start + page.text[part.start : equals].find(label)
    return [Break("row"), Words(label, at), Words(CELL, equals, 1), *rest]
