"""Find the title inside a rendered citation.

A quoted title ends at the first quotation mark that is followed by what may follow a title; inner quotations do not
end it. Without quotes the title is the first sentence after the authors and the date in brackets.
"""

import re

from verifier import dates
from verifier.values import frozen

_OPEN = re.compile('["\u201c\u201e\u00ab]')
_CLOSERS = {'"': '"', "\u201c": "\u201d", "\u201e": "\u201c", "\u00ab": "\u00bb"}
_FOLLOWS = re.compile(r"\s*(?:[.,;:]|$|\(|\[|[Aa]rchived\b|[Rr]etrieved\b)")
_NOTE = re.compile(
    r"\s*(?:\[([^\[\]]{1,300})\]|\((?:PDF|[Vv]ideo|[Aa]udio|[Pp]odcast|[Pp]ress release|[A-Z][a-z]+ language"
    r"|in [A-Z]\w+(?:(?:, | and )[A-Z]\w+)*)\))"
)
_LEAD = 160  # characters in which authors and the date in brackets stand
_ORIGINAL_YEAR = re.compile(r"\s*\[\d{4}\][.,]?\s*")
_COMMA = re.compile(r",\s+")
_TRANSLATED = re.compile(r"\s*\[(?!\d{4}\])([^\[\]]{3,300})\](?=[.,])")  # the original is missing
_DATED = re.compile(r"\(([^()]{1,60})\)(?:[.,]|(?=\s*\[\d{4}\]))?\s*")
_END = re.compile(r"\.\s+(?=[^\W\da-z_]|\d|[\"\u201c])|\.\s*$|\s+(?=Archived\b|Retrieved\b)")


@frozen
class Title:
    """A title and where it stands: `start` to `end` covers quotes and notes; `commas` tells CS2 from CS1."""

    text: str | None
    start: int
    end: int
    quoted: bool = False
    translated: str | None = None
    commas: bool = False


def find_title(text: str, linked: str = "") -> Title:
    """Return the title; its `text` is None when there is none.

    `linked` are the words that lead to the source, where a format has links: without quotes they are the title, if
    they are more than one word ("PDF", "example.org").
    """
    opening = _OPEN.search(text)
    if opening is not None:
        closing = _closing(text, opening)
        if closing is not None:
            return _quoted(text, opening.start(), closing)
    start = text.find(linked) if " " in linked.strip() and any(char.isalpha() for char in linked) else -1
    if start >= 0:
        return Title(linked.strip(" .,;:"), start, start + len(linked))
    return _bare(text)


def _closing(text: str, opening: re.Match[str]) -> int | None:
    mark = _CLOSERS[opening[0]]
    position = text.find(mark, opening.end())
    last = None
    while position >= 0:
        last = position
        if _FOLLOWS.match(text, position + 1) and not text[position - 1].isspace():
            return position
        position = text.find(mark, position + 1)
    return last


def _quoted(text: str, start: int, closing: int) -> Title:
    end = closing + 1
    translated = None
    while note := _NOTE.match(text, end):
        translated = translated or note[1]
        end = note.end()
    commas = text[end : end + 1] == "," or text[closing - 1] == ","
    return Title(text[start + 1 : closing].strip(" ,") or None, start, end, True, translated, commas)


def _bare(text: str) -> Title:
    start, commas = 0, False
    for match in _DATED.finditer(text, 0, _LEAD):
        if dates.parse(match[1]) and re.search(r"[^\W\d_]{3}", text[match.end() :]):
            original = _ORIGINAL_YEAR.match(text, match.end())
            start, commas = original.end() if original else match.end(), match[0].rstrip().endswith(",")
            break
    if bracketed := _TRANSLATED.match(text, start):
        return Title(None, bracketed.start(), bracketed.end(1) + 1, translated=bracketed[1])
    end = (_COMMA if commas else _END).search(text, start)
    stop = end.start() if end else len(text)
    title = text[start:stop].strip(" .,")
    is_date = title.startswith("(") and dates.parse(title.strip("()")) is not None
    return Title(None if is_date else title or None, start, stop, commas=commas)
