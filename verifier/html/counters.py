"""The numbers that a browser prints before the items of an ordered list, and the style it prints them in.

https://html.spec.whatwg.org/multipage/grouping-content.html#the-ol-element.
"""

import re
from collections.abc import Sequence

from verifier.html.labels import STYLES
from verifier.html.page import Page
from verifier.values import frozen

_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(none|decimal|(?:lower|upper)-(?:alpha|latin|roman)|lower-greek)\b"
)
_CLASS = re.compile(r"\breflist-((?:lower|upper)-(?:alpha|roman)|lower-greek)\b")  # MediaWiki's template reflist
_INTEGER = re.compile(r"\s*([-+]?\d{1,9})")
_ABOVE = 3  # elements around a list that may style it


@frozen
class Counter:
    """What a list counts: a number for each item, the style ("" where none is declared), and what changed it."""

    numbers: tuple[int, ...]
    style: str
    changed: str = ""


def count(page: Page, box: int, items: Sequence[int]) -> Counter:
    """Return the counter of an ordered list with these items."""
    is_reversed = "reversed" in page.attributes(box)
    start = _integer(page.get(box, "start"))
    number = start if start is not None else len(items) if is_reversed else 1
    found, changes = list[int](), list[str]()
    if start is not None:
        changes.append(f"start={start}")
    if is_reversed:
        changes.append("reversed")
    for position, item in enumerate(items, 1):
        value = _integer(page.get(item, "value"))
        if value is not None and value != number:
            changes.append(f"value={value} at item {position}")
        number = number if value is None else value
        found.append(number)
        number += -1 if is_reversed else 1
    plain = found == list(range(1, len(items) + 1))
    return Counter(tuple(found), _style(page, box), "" if plain else ", ".join(changes))


def name_of_style(word: str) -> str:
    """Return the style that a word names ("lower-latin" is "lower-alpha"), "" if it names none."""
    name = word.replace("latin", "alpha")
    return name if name in STYLES or name == "none" else ""


def _style(page: Page, box: int) -> str:
    if kind := _TYPES.get(page.get(box, "type")):
        return kind
    if named := name_of_style(page.get(box, "data-mw-group")):
        return named
    node = box
    for _ in range(_ABOVE):
        if node <= 0:
            break
        declared = _STYLE.search(page.get(node, "style")) or _CLASS.search(page.get(node, "class"))
        if declared:
            return name_of_style(declared[1])
        node = page.parent(node)
    return ""


def _integer(text: str) -> int | None:
    found = _INTEGER.match(text)
    return int(found[1]) if found else None
