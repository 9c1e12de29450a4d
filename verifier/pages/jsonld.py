"""What a page states of itself in JSON-LD (https://schema.org): headline, publisher, authors and dates.

Values may be texts, numbers, lists or objects with a name, at any depth; a block that is broken is read by pattern.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

_LARGEST = 5_000_000  # characters of a block that are read
_LONGEST = 400  # characters of a value
_MANY = 200  # values that are taken from one page
_DEPTH = 40
_KEYS = {
    "headline": "title", "alternativeHeadline": "title", "publisher": "outlet", "sourceOrganization": "outlet",
    "author": "author", "creator": "author", "datePublished": "date", "dateCreated": "date", "dateModified": "date",
    "uploadDate": "date", "articleBody": "body",
}  # fmt: skip
_NAMED = re.compile(r"Article|Posting|WebPage|Report|Video|Recipe|Product", re.IGNORECASE)
_BROKEN = re.compile(r'"(headline|datePublished|dateModified|dateCreated)"\s*+:\s*+"((?:[^"\\]++|\\.)*+)"')


def read(block: str) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, value, key): kind is "title", "outlet", "author", "date" or "body"."""
    block = block[:_LARGEST].strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        data = json.loads(block, strict=False)
    except (ValueError, RecursionError):
        yield from _by_pattern(block)
        return
    for count, found in enumerate(_walk(data)):
        if count >= _MANY:
            return
        yield found


def _walk(data: Any) -> Iterator[tuple[str, str, str]]:
    stack = [(data, 0)]
    while stack:
        node, depth = stack.pop()
        if depth > _DEPTH:
            continue
        if isinstance(node, list):
            stack += [(each, depth + 1) for each in reversed(node[:1_000])]
        elif isinstance(node, dict):
            yield from _of_object(node)
            stack += [
                (each, depth + 1) for each in reversed(list(node.values())[:1_000]) if isinstance(each, dict | list)
            ]


def _of_object(node: dict[Any, Any]) -> Iterator[tuple[str, str, str]]:
    for key, kind in _KEYS.items():
        if key in node:
            limit = 200_000 if kind == "body" else _LONGEST
            yield from ((kind, value[:limit], key) for value in _names(node[key], 0))
    if _NAMED.search(" ".join(_names(node.get("@type"), 0))):
        yield from (("title", value[:_LONGEST], "name") for value in _names(node.get("name"), 0))


def _names(value: Any, depth: int) -> Iterator[str]:
    """Yield the texts of a value: itself, those of its list, or the name of its object."""
    if depth > 4:
        return
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list):
        for each in value[:50]:
            yield from _names(each, depth + 1)
    elif isinstance(value, dict):
        yield from _names(value.get("name"), depth + 1)


def _by_pattern(block: str) -> Iterator[tuple[str, str, str]]:
    for count, match in enumerate(_BROKEN.finditer(block)):
        if count >= _MANY:
            return
        try:
            value = str(json.loads(f'"{match[2]}"', strict=False))
        except ValueError:
            continue
        yield _KEYS[match[1]], value[:_LONGEST], match[1]
