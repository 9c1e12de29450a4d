"""The links back before an entry in a copy of a wiki's list: ``^ a b``, ``↑ 1,0 1,1``, ``^ Jump up to: a b``.

What wikis print there is their message ``cite_references_link_many_format_backlink_labels``, or the number of the use
behind that of the entry.
"""

import re
from collections.abc import Iterator

ARROWS = "\\^\u2191"
_ALPHABETS = (  # each at its beginning
    "abcdefghijklmnopqrstuvwxyz",
    "αβγδεζ",
    "абвгде",
    "אבגדהוזחטי",
    "أبتثجحخد",
    "ابپتثجچ",
    "अआइईउऊ",
    "কখগঘঙ",
    "가나다라마바사아",
)
_COUNTS = tuple(str(number) for number in range(1, 100))
_TOKEN = re.compile(
    r"\s*(?:(?:et|y|und|e|en|and)\s+|[,\u060c\u3001]\s*)?(\d{1,4}[.,\u066b]\d{1,3}|[^\W_]{1,2})(?=[\s,\u060c\u3001]|$)"
)
_ARROW = re.compile(rf"(?:Jump up\s+)?[{ARROWS}]\s*")
_SAID = re.compile(r"\s*[^\d:\uff1a\"\u201c\u00ab]{2,40}[:\uff1a]")  # "Jump up to:", "Hochspringen nach:"
_PARTS = re.compile(r"\d+[.,\u066b](\d+)")


def end(text: str, start: int) -> int:
    """Return where the links back end that begin at `start`, an offset in `text`; `start` where there are none."""
    arrow = _ARROW.match(text, start)
    if arrow is None:
        return start
    said = _SAID.match(text, arrow.end())
    return (_several(text, said.end()) if said else 0) or _several(text, arrow.end()) or arrow.end()


def _several(text: str, start: int) -> int:
    """Return where two or more letters or numbers in their order end, 0 where less stand there."""
    ends = max((list(_run(text, start, order)) for order in (*_ALPHABETS, _COUNTS, None)), key=len)
    if len(ends) < 2:
        return 0
    return len(text) - len(text[ends[-1] :].lstrip())


def _run(text: str, start: int, order: str | tuple[str, ...] | None) -> Iterator[int]:
    """Yield the ends of the first tokens that go in this order; None is that of "2.0 2.1", counted from 0."""
    position, count = start, 0
    while (token := _TOKEN.match(text, position)) is not None:
        if order is None:
            parts = _PARTS.fullmatch(token[1])
            goes_on = parts is not None and int(parts[1]) == count
        else:
            goes_on = count < len(order) and (token[1] == order[count] or _number(token[1]) == order[count])
        if not goes_on:
            return
        position, count = token.end(), count + 1
        yield position


def _number(token: str) -> str:
    return str(int(token)) if token.isdecimal() else ""
