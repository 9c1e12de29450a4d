"""Tell what docutils would take too long for: its time grows with the square of a paragraph, and with each block.

Measured with docutils 0.23: real documents stay below a quarter of these limits (58 kB of PEP 538 take 0.07 s), 100 kB
of nothing but list items, definitions or markup take from two seconds to a minute.
"""

import re

from verifier.text import lines

_MARK = re.compile(r"[*`|_\[:<\-/]")  # what inline markup and addresses begin with, or begin behind
_BLOCK = re.compile(r"[ \t]*(?:\.\.|[-*+|:]|\(?\w{1,4}[.)][ \t])|([=~^\"'#+_*.:`-])\1*[ \t]*$")  # without a blank line
_NUMBERED = re.compile(r"[ \t]*(?:\.\.|__|\(?\w{1,4}[.)])[ \t]")  # an item with a number, or what two dots begin
_BORDER = re.compile(r"\+[-=+]*\+")  # of a table
_COLUMNS = re.compile(r"\S {2,}\S")
_PER_MARK = 2e-8  # seconds for each character of a paragraph
_PER_BLOCK = 1.3e-4
_PER_NUMBERED = 4e-4
_PER_CELL = 1e-4
_LEAST = 0.6  # seconds that any document may take
_PER_CHARACTER = 6e-6  # seconds that a longer one may take
_DEEPEST = 40  # blocks in blocks: docutils recurses on them


def is_too_dear(text: str) -> bool:
    """Tell whether docutils would take too long, or too many nested calls, for the text."""
    seconds, depth = _estimate(text)
    return depth > _DEEPEST or seconds > max(_LEAST, _PER_CHARACTER * len(text))


def _estimate(text: str) -> tuple[float, int]:
    seconds = 0.0
    length = marks = 0  # of the paragraph
    deepest = 0
    indents = [0]
    before: int | None = None  # the indent of the line before, None behind a blank one
    for start, end in lines(text):
        line = text[start:end].expandtabs(8)
        stripped = line.strip()
        if not stripped:
            seconds += _PER_MARK * length * marks
            length = marks = 0
            before = None
            continue
        indent = len(line) - len(line.lstrip())
        begins = before != indent or _BLOCK.match(line) is not None
        if begins:
            seconds += _PER_NUMBERED if _NUMBERED.match(line) else _PER_BLOCK
            while indents[-1] > indent:
                indents.pop()
            if indents[-1] < indent:
                indents.append(indent)
            deepest = max(deepest, len(indents) + stripped.count("- ", 0, 4 * _DEEPEST) // 2)
        if stripped[0] == "|":  # a row of a table, or a line of verse: read by itself
            seconds += _PER_CELL * stripped.count("|") + _PER_MARK * len(line) * len(_MARK.findall(line))
        elif not _BORDER.fullmatch(stripped):
            length, marks = length + len(line), marks + len(_MARK.findall(line))
        seconds += _PER_CELL * (_COLUMNS.search(line) is not None)
        before = indent
    return seconds + _PER_MARK * length * marks, deepest
