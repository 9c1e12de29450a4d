"""The parts of links: labels, addresses and titles; https://spec.commonmark.org/0.31.2/#links."""

import re

from verifier.markdown.content import Content, unescaped
from verifier.markdown.nodes import Definition

LABEL = re.compile(r"\[((?:[^\\\[\]]|\\.){0,999}+)\]", re.S)
_SPACE = re.compile(r"[ \t]*+(?:\n[ \t]*+)?")
_LINE_END = re.compile(r"[ \t]*+(?:\n|\Z)")
_POINTED = re.compile(r"<((?:[^<>\n\\]|\\.)*+)>")
_TITLE = re.compile(r"\"((?:[^\"\\]|\\.)*+)\"|'((?:[^'\\]|\\.)*+)'|\(((?:[^()\\]|\\.)*+)\)", re.S)
_DEEPEST = 32  # brackets in an address


def _balanced() -> str:
    """Return the pattern of characters with balanced brackets among them; no step of it is ever taken back."""
    chars = r"(?:[^\s\x00-\x1f\x7f()\\]|\\[!-/:-@\[-`{-~]|\\(?![!-/:-@\[-`{-~]))*+"
    pattern = chars
    for _ in range(_DEEPEST):
        pattern = rf"{chars}(?:\({pattern}\){chars})*+"
    return pattern


_BARE = re.compile(_balanced())


def spaced(text: str, pos: int) -> int:
    """Return where white space with at most one line end stops."""
    match = _SPACE.match(text, pos)
    return match.end() if match else pos


def address(text: str, pos: int) -> tuple[str, int] | None:
    """Return the address at `pos`, unescaped, and where it ends; None where there is none."""
    if text.startswith("<", pos):
        pointed = _POINTED.match(text, pos)
        return (unescaped(pointed[1]), pointed.end()) if pointed else None
    bare = _BARE.match(text, pos)
    return (unescaped(bare[0]), bare.end()) if bare and bare[0] else None


def title(text: str, pos: int) -> tuple[str, int] | None:
    """Return the title at `pos`, unescaped, and where it ends; None where there is none."""
    match = _TITLE.match(text, pos)
    return (unescaped(match[match.lastindex or 0]), match.end()) if match else None


def resource(text: str, pos: int) -> tuple[str, int] | None:
    """Return the address in ``(url "title")`` at `pos` and where the bracket ends; None where there is none."""
    inside = spaced(text, pos + 1)
    found = address(text, inside) or ("", inside)
    end = spaced(text, found[1])
    if end > found[1] and (named := title(text, end)):
        end = spaced(text, named[1])
    return (found[0], end + 1) if text.startswith(")", end) else None


def definitions(content: Content) -> tuple[list[Definition], int]:
    """Return the definitions that a paragraph begins with, and the number of lines they take."""
    found: list[Definition] = []
    pos = 0
    while (read := _definition(content, pos)) is not None:
        definition, pos = read
        found.append(definition)
    return found, len(content.lines) if pos >= len(content.text) else content.line_of(pos)


def _definition(content: Content, pos: int) -> tuple[Definition, int] | None:
    text = content.text
    label = LABEL.match(text, pos)
    if label is None or not label[1].strip() or not text.startswith(":", label.end()):
        return None
    url = address(text, spaced(text, label.end() + 1))
    if url is None:
        return None
    behind = spaced(text, url[1])
    named = title(text, behind) if behind > url[1] else None
    end = _LINE_END.match(text, named[1]) if named else None
    if end is None:
        named, end = None, _LINE_END.match(text, url[1])
    if end is None:
        return None
    last = named[1] if named else url[1]
    made = Definition(label[1], url[0], named[0] if named else "", content.place(pos), content.place(last - 1) + 1)
    return made, end.end()
