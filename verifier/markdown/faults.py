"""Remark on what is wrong with the footnotes and the links of a Markdown text."""

import re
from collections.abc import Iterator

from verifier.markdown.inlines import is_dangling
from verifier.markdown.nodes import key
from verifier.markdown.reading import Piece, Reading
from verifier.markdown.tokens import Token
from verifier.model.article import Remark, Span

_NOWHERE = Span(0, 0)
_NAME = re.compile(r"\w[\w.:+-]*")
_CLASS = re.compile(r"(?:\w-\w)+|[A-Za-z]{1,3}")  # "[^a-z]", "[^ab]": more likely a pattern than a call
_SWALLOWED = re.compile(r"\[\^([^\]\s\[]+)\]")
_COMMENTS = frozenset({"", "#"})  # ``[//]: # (words)`` is a way to write a comment


def find(reading: Reading) -> Iterator[Remark]:
    """Yield the remarks, in no order."""
    yield from _definitions(reading)
    yield from _links(reading)
    for part in reading.parts:
        for piece in part.pieces:
            for token in piece.tokens:
                if token.kind == "call" and key(token.text) not in reading.notes and _is_call(token.text, reading):
                    yield _at("footnote-undefined", f"[^{token.text}]", piece, token.start, token.end)
                elif token.kind == "link":
                    yield from _swallowed(piece, token, reading)
            yield from _undefined(piece)


def _at(kind: str, text: str, piece: Piece, start: int, end: int) -> Remark:
    return Remark(kind, text, _NOWHERE, Span(piece.content.place(start), piece.content.place(end - 1) + 1))


def _is_call(label: str, reading: Reading) -> bool:
    """Tell a call from other words in such brackets: a text without any footnote may be about patterns."""
    if label.isdecimal():
        return True
    return _NAME.fullmatch(label) is not None and (bool(reading.notes) or not _CLASS.fullmatch(label))


def _definitions(reading: Reading) -> Iterator[Remark]:
    with_text = {id(part.leaf.footnote) for part in reading.parts if part.leaf.footnote is not None}
    for footnote in reading.footnotes:
        name = key(footnote.label)
        first = reading.notes[name]
        told, place = f"[^{footnote.label}]", Span(footnote.place, footnote.place + len(footnote.label) + 4)
        if footnote is not first:
            kind = "footnote-redefined" if footnote.label == first.label else "footnote-label-clash"
            yield Remark(kind, told if footnote.label == first.label else f"{told} [^{first.label}]", _NOWHERE, place)
        elif name not in reading.numbers:
            yield Remark("footnote-unused", told, _NOWHERE, place)
        if id(footnote) not in with_text:
            yield Remark("footnote-empty", told, _NOWHERE, place)


def _links(reading: Reading) -> Iterator[Remark]:
    """Yield a remark for each definition of a link that nothing refers to; a further one of a label never counts."""
    used = {
        key(each.label)
        for part in reading.parts
        for piece in part.pieces
        for each in piece.references
        if each.is_defined
    }
    for each in reading.definitions:
        is_first = reading.links[key(each.label)] is each
        if each.url in _COMMENTS or each.label.strip() == "//" or (is_first and key(each.label) in used):
            continue
        kind = "link-definition-unused" if is_first else "link-definition-redefined"
        yield Remark(kind, f"[{each.label.strip()}]", _NOWHERE, Span(each.start, each.end))


def _undefined(piece: Piece) -> Iterator[Remark]:
    """Yield a remark for each reference without a definition."""
    for each in piece.references:
        if is_dangling(piece, each):
            text = piece.content.text[each.start : each.end]
            yield _at("link-reference-undefined", text, piece, each.start, each.end)


def _swallowed(piece: Piece, token: Token, reading: Reading) -> Iterator[Remark]:
    """Yield a remark for each call that an address without brackets takes in: it is shown as part of that."""
    if piece.content.text[token.start] in "[<":
        return
    for match in _SWALLOWED.finditer(piece.content.text, token.start, token.end):
        if key(match[1]) in reading.notes:
            yield _at("footnote-in-address", match[0], piece, *match.span())
