"""Read sources in CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html).

Each item of the list is read by itself, so that its place in the file is known, and those before a fault are read.
"""

import json
import re

from verifier.bibliography.csl import Scalar, Value, sources
from verifier.bibliography.source import Broken, Sources

_BLANKS = re.compile(r"[ \t\n\r]*")
_LIST = re.compile(r'[ \t\n\r]*(?:\{[ \t\n\r]*"(?:items|references)"[ \t\n\r]*:[ \t\n\r]*)?\[')
_ID = re.compile(r'"id"\s*:\s*(?:"(?:[^"\\]|\\.)*"|\d+)')
_READER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)  # a huge number is no work


class _NoJSONError(Exception):
    """The text cannot be read from a place on."""

    def __init__(self, place: int, why: str) -> None:
        super().__init__(why)
        self.place, self.why = place, why


def read(text: str) -> Sources:
    """Return the sources of a JSON text."""
    items: list[Value] = []
    broken: tuple[Broken, ...] = ()
    try:
        _fill(items, text)
    except _NoJSONError as error:
        broken = (Broken(error.place, error.why),)
    return Sources(tuple(sources(items)), broken)


def _fill(items: list[Value], text: str) -> None:
    """Add the items of the list that the text is. Raises _NoJSONError."""
    begin = _LIST.match(text)
    if begin is None:
        raise _NoJSONError(_next(text, 0), "no CSL-JSON: expected a list of items")
    place = _next(text, begin.end())
    while text[place : place + 1] != "]":
        value, end = _item(text, place)
        items.append(value)
        place = _next(text, end)
        if text[place : place + 1] == ",":
            place = _next(text, place + 1)
        elif text[place : place + 1] != "]":
            raise _NoJSONError(place, "no JSON: expected a comma or the end of the list behind an item")


def _item(text: str, place: int) -> tuple[Value, int]:
    """Return the item at a place, and where it ends."""
    try:
        value, end = _READER.raw_decode(text, place)
        key = _ID.search(text, place, end)
        return _placed(value, *(key.span() if key else (place, place + 1))), end
    except json.JSONDecodeError as error:
        raise _NoJSONError(error.pos, f"no JSON: {error.msg[:1].lower()}{error.msg[1:]}") from error
    except RecursionError as error:
        raise _NoJSONError(place, "no CSL-JSON: an item is nested too deeply") from error


def _placed(value: object, start: int, end: int) -> Value:
    """Return a value of JSON as one of CSL, all of it at one place."""
    if isinstance(value, dict):
        return {name: _placed(each, start, end) for name, each in value.items()}
    if isinstance(value, list):
        return [_placed(each, start, end) for each in value]
    return Scalar(value if isinstance(value, str) else "", start, end)


def _next(text: str, place: int) -> int:
    """Return where the next mark stands."""
    found = _BLANKS.match(text, place)
    return found.end() if found else place
