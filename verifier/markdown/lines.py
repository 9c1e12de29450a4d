"""Lay out a read Markdown text: the lines of its body, its footnotes and its numbered links."""

import re
from collections.abc import Iterator

from verifier.markdown import html
from verifier.markdown.content import Content
from verifier.markdown.inlines import NUMBER, link_anchor, note_anchor, of_rows
from verifier.markdown.nodes import Block as Node
from verifier.markdown.reading import Part, Reading
from verifier.prose.flow import Block, Inline, Item, Listing, Words
from verifier.prose.typed import Line, Typed, in_groups, item
from verifier.text import one_line

_LABELLED = re.compile(r"\s*\[\^?\d")  # an item that begins with a number of its own


def of_body(source: str, reading: Reading) -> Iterator[Line]:
    """Yield the lines of all but the footnotes."""
    before: Node | None = None
    for part in reading.parts:
        leaf = part.leaf
        if leaf.footnote is not None or leaf.block.kind == "rule":
            continue
        for block in _blocks(source, part, reading):
            mark = _mark(part) if leaf.is_first else ""
            goes_on = leaf.outer is not None and before is not None
            yield Line(block, mark, leaf.item.place if leaf.item else leaf.block.place, goes_on)
        before = leaf.outer


def of_notes(source: str, reading: Reading) -> list[Item]:
    """Return the footnotes that are shown, in their order, each with its number."""
    inlines: dict[int, list[Inline]] = {id(reading.notes[name]): [] for name in reading.numbers}
    for part in reading.parts:
        footnote = part.leaf.footnote
        if footnote is None or id(footnote) not in inlines:
            continue
        for block in _blocks(source, part, reading):
            inlines[id(footnote)] += [Words(" ", part.leaf.block.place, 0), *block.inlines]
    notes = ((number, reading.notes[name]) for name, number in reading.numbers.items())
    return [item(str(number), inlines[id(note)], note.place, note_anchor(note.label)) for number, note in notes]


def of_links(reading: Reading) -> list[Item]:
    """Return the numbered definitions of links, in the order of the file."""
    items = []
    for definition in reading.links.values():
        label = definition.label.strip()
        if NUMBER.fullmatch(label):
            width = definition.end - definition.start
            shown = f"{definition.title.strip()} {definition.url}".strip()
            words = [Words(shown, definition.start, width, url=definition.url)]
            items.append(item(label, words, definition.start, link_anchor(label)))
    return items


def with_lists(source: str, reading: Reading, found: Typed) -> list[Block | Listing]:
    """Return the parts of the article: the body, its footnotes as GitHub shows them below it, its numbered links.

    Plain numbers mean the typed list, if there is one, else the footnotes, else the links: the others have a group.
    """
    notes, links = of_notes(source, reading), of_links(reading)
    groups = {"fn": "note" if found.has_list else "", "link": "link" if found.has_list or notes else ""}
    parts = list(found.parts)
    if notes:
        parts.append(Listing("Footnotes", groups["fn"], "footnote", notes, notes[0].place))
    if links:
        parts.append(Listing("Links", groups["link"], "link", links, links[0].place))
    if not any(groups.values()):
        return parts
    return list(in_groups(parts, lambda anchor: groups.get(anchor.partition("-")[0], "")))


def title(reading: Reading) -> str:
    """Return the first heading of the first level."""
    heading = next((each for each in reading.parts if each.leaf.block.kind == "heading"), None)
    if heading is None or heading.leaf.block.number != 1:
        return ""
    inlines = next(of_rows(heading, reading))
    return one_line("".join(each.text for each in inlines if isinstance(each, Words)))


def _mark(part: Part) -> str:
    """Return what is printed before the first block of an item in a list that stands in no other."""
    found = part.leaf.item
    if found is None or found is not part.leaf.outer:
        return ""
    if found.label in {".", ")"}:
        return f"{found.number}{found.label}"
    text = next((piece.content.text for piece in part.pieces), "")
    return "" if _LABELLED.match(text) else "*"


def _blocks(source: str, part: Part, reading: Reading) -> Iterator[Block]:
    """Yield the blocks that a part is shown as: one, but for the rows of a table."""
    node = part.leaf.block
    if node.kind == "code":
        yield Block("furniture", [Words(f"{source[start:end]} ", start, literal=True) for start, end in node.lines])
    elif node.kind == "html":
        yield Block("paragraph", list(html.shown(Content(source, node.lines))))
    else:
        for row in of_rows(part, reading):
            yield Block("heading" if node.kind == "heading" else "row" if node.kind == "table" else "paragraph", row)
