"""Character references: ``&amp;`` and ``&#91;``, decoded as the HTML standard says, with the place of each.

https://html.spec.whatwg.org/multipage/named-characters.html. Entities that a document declares itself are not
expanded: they stay as written.
"""

import html
import re
from collections.abc import Iterator
from html.entities import html5

_REFERENCE = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]++|[0-9]++);?|[A-Za-z][A-Za-z0-9]{0,31};?)")
_DIGITS = 12  # a number of more characters is beyond Unicode, and too long for int() at some point
_FOLLOWS = re.compile("[=A-Za-z0-9]")


def runs(text: str, place: int) -> Iterator[tuple[str, int, int | None]]:
    """Yield (text, place, width) of each run; `width` is given where a reference stands for other characters."""
    position = 0
    for match in _REFERENCE.finditer(text) if "&" in text else ():
        decoded = _decoded(match[0])
        if decoded == match[0]:
            continue
        if position < match.start():
            yield text[position : match.start()], place + position, None
        yield decoded, place + match.start(), len(match[0])
        position = match.end()
    if position < len(text):
        yield text[position:], place + position, None


def value(text: str) -> str:
    """Return the value of an attribute; what could be a parameter of a URL (``&copy=1``) is no reference there."""
    return _REFERENCE.sub(_in_value, text) if "&" in text else text


def _in_value(match: re.Match[str]) -> str:
    written = match[0]
    if written[1] == "#" or written.endswith(";"):
        return _decoded(written)
    is_whole = written[1:] in html5 and not _FOLLOWS.match(match.string, match.end())
    return _decoded(written) if is_whole else written


def _decoded(written: str) -> str:
    return "\ufffd" if written[1] == "#" and len(written) > _DIGITS else html.unescape(written)
