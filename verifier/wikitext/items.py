"""Make the entries of a printed list: their labels, anchors and words."""

import re
from collections.abc import Iterable, Iterator

from verifier.prose.flow import Cite as Marked
from verifier.prose.flow import Inline, Item, Words
from verifier.wikitext import nodes, templates
from verifier.wikitext.calls import Note, RefCall
from verifier.wikitext.cite import Printed
from verifier.wikitext.inline import Reader
from verifier.wikitext.labels import anchor, position_label
from verifier.wikitext.page import Page
from verifier.wikitext.pieces import Break, Listed, Piece, Raw

_BARE_LINK = re.compile(r"\[((?:https?:|ftps?:)?//[^\s\[\]<>\"]+)\s*\]\.?")  # shown as "[1]", as if it were a marker


def listed(page: Page, printed: Printed) -> Listed:
    """Return the list with its items.

    A browser numbers the items of an ``ol`` itself, an unused definition too, so the label is the position. Stray
    texts are paragraphs between them, and sub-references stand in a list below their parent.
    """
    items, position = [], 0
    for note in printed.notes:
        if note.sub is not None:
            label: str | None = f"{position_label(note.group, position)}.{note.sub}"
        elif note.stray:
            label = None
        else:
            position += 1
            label = position_label(note.group, position)
        items.append(_item(page, note, label))
    return Listed(printed.group, tuple(items), printed.place)


def _item(page: Page, note: Note, label: str | None) -> Item:
    count = len(page.templates)
    reader = Reader(page.text)
    inlines = list(_details(page, note) if note.details is not None else _words(page, note, reader))
    used = tuple(page.templates[count:])
    place = (note.texts[0] if note.texts else note.first).span.start
    is_used = note.number is not None and note.uses > 0
    return Item(
        label,
        inlines,
        place,
        anchor(note) if is_used else "",
        note.uses,
        used,
        url=reader.links[0] if reader.links else None,
        linked=reader.linked if used == () else "",
    )


def _words(page: Page, note: Note, reader: Reader) -> Iterator[Inline]:
    for index, call in enumerate(note.texts):
        if index:
            yield Words(" ", call.text_at, 0)
        reader.begin()
        inlines = list(inlines_of(_pieces(page, call), reader))
        if any(isinstance(each, Marked) or any(map(str.isalnum, each.text)) for each in inlines):
            yield from inlines
        else:  # a link without words, or templates that are not known here: readers see something, so it is named
            yield Words(_named(templates.without_comments(call.text or "")), call.text_at, len(call.text or ""))


def _named(text: str) -> str:
    bare = _BARE_LINK.fullmatch(text.strip())
    return bare[1] if bare is not None else text


def _pieces(page: Page, call: RefCall) -> list[Piece]:
    """Return what stands in a reference: already evaluated where a template made it."""
    made = page.inside.get(call.span)
    if made is not None:
        return made
    text = call.text or ""
    if call.made:
        return [Words(text, call.span.start, call.span.end - call.span.start)]
    return page.in_ref(nodes.parse(page.text, call.text_at, call.text_at + len(text)))


def _details(page: Page, note: Note) -> Iterator[Inline]:
    """Yield the words of a sub-reference: an attribute's value, whose characters the file does not hold as they are."""
    call = note.first
    inner = page.within(note.details or "")
    width = call.span.end - call.span.start
    for remark in inner.remarks:
        page.remark(remark.kind, remark.text, call.span, remark.names)
    for inline in inlines_of(inner.pieces, Reader(inner.text)):
        if isinstance(inline, Marked):
            yield Marked(inline.label, inline.group, inline.number, call.span.start, width, inline.anchor)
        else:
            yield Words(inline.text, call.span.start, width)


def inlines_of(pieces: Iterable[Piece], reader: Reader) -> Iterator[Inline]:
    """Yield the words and markers of pieces that stand in one block; breaks are blanks, lists are left out."""
    for piece in pieces:
        if isinstance(piece, Raw):
            yield from reader.words(piece.start, piece.end)
        elif isinstance(piece, Words | Marked):
            yield piece
        elif isinstance(piece, Break):
            yield Words(" ", 0, 0)
