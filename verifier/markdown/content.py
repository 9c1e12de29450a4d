"""The text of a block without what its containers need, and the place of its characters in the file."""

import html
import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from verifier.prose.unbracketed import raised

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_SUPERSCRIPT = re.compile(
    r"<sup(?: [^<>]{0,100})?>\s*(\d{1,4}(?:\s?[-,;\u2010-\u2013]\s?\d{1,4}){0,20})\s*</sup\s*>", re.I
)

_ONE: Sequence[int] = (0,)  # shared: most blocks are one line


class Content:
    """Lines of a block as one text, joined by LF, without the blanks they begin with."""

    __slots__ = ("_starts", "lines", "source", "text")

    def __init__(self, source: str, lines: Sequence[tuple[int, int]]) -> None:
        self.source = source
        self.lines = lines
        self.text = "\n".join(source[start:end] for start, end in lines)
        self._starts = _ONE if len(lines) == 1 else _starts(lines)

    def line_of(self, offset: int) -> int:
        """Return the index of the line that an offset in the text belongs to."""
        return bisect_right(self._starts, offset) - 1

    def place(self, offset: int) -> int:
        """Return where the character at this offset stands in the file."""
        line = self.line_of(offset)
        start, end = self.lines[line]
        return min(start + offset - self._starts[line], end)


def _starts(lines: Sequence[tuple[int, int]]) -> list[int]:
    """Return where each line begins in the text."""
    return list(accumulate((end - start + 1 for start, end in lines[:-1]), initial=0)) if lines else []


def entity(text: str, pos: int) -> tuple[str, int] | None:
    """Return the character that the entity at `pos` stands for, and where it ends; None where there is none."""
    match = _ENTITY.match(text, pos)
    if match is None:
        return None
    char = html.unescape(match[0])
    return None if char == match[0] else (char, match.end())


def superscript(text: str, pos: int) -> tuple[str, int] | None:
    """Return what ``<sup>1, 2</sup>`` at `pos` shows and where it ends; None where something else is raised."""
    match = _SUPERSCRIPT.match(text, pos)
    return (raised("".join(match[1].split())), match.end()) if match else None


def unescaped(text: str) -> str:
    """Return the text with its escapes and entities resolved, as it is in addresses and titles."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), _ESCAPED.sub(r"\1", text))
