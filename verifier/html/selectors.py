"""Selectors as in style sheets, the few kinds that the table of producers needs.

``name``, ``.class``, ``#id``, ``[attribute]``, ``[attribute=value]`` (also ``^=``, ``*=`` and ``~=``: begins with,
holds, has the word), joined by " > " for parent and child: https://www.w3.org/TR/selectors-3/.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from verifier.html.page import Page

_PART = re.compile(r"([.#])([\w-]+)|\[([\w:-]+)(?:([\^*~]?=)([^\]]*))?\]|([\w-]+)")
_HOLDS: dict[str, Callable[[str, str], bool]] = {
    "": lambda found, value: True,
    "=": lambda found, value: found == value,
    "^=": lambda found, value: found.startswith(value),
    "*=": lambda found, value: value in found,
    "~=": lambda found, value: value in found and value in found.split(),
}


class _Condition(NamedTuple):
    attribute: str
    holds: Callable[[str, str], bool]
    value: str


class _Simple(NamedTuple):
    name: str  # "" for any
    conditions: tuple[_Condition, ...]


_Steps = tuple[_Simple, ...]  # an element, its parent, and so on


class Selectors:
    """Several selectors at once: an element is matched by any of them.

    Each is filed under the element's name and its first attribute, so that few are looked at.
    """

    def __init__(self, written: Iterable[str]) -> None:
        self._filed: dict[str, dict[str, list[_Steps]]] = {}  # by attribute, "" for none, and by name
        for selector in written:
            steps = tuple(_simple(step) for step in reversed(selector.split(" > ")))
            attribute = steps[0].conditions[0].attribute if steps[0].conditions else ""
            self._filed.setdefault(attribute, {}).setdefault(steps[0].name, []).append(steps)

    def match(self, page: Page, node: int) -> bool:
        """Tell whether the element matches."""
        attributes = page.attributes(node)
        if not attributes and "" not in self._filed:
            return False  # most elements
        name = page.tree.names[node]
        for attribute in ("", *attributes):
            if filed := self._filed.get(attribute):
                for steps in (*filed.get(name, ()), *filed.get("", ())):
                    if _matches(page, node, steps):
                        return True
        return False


def _matches(page: Page, node: int, steps: _Steps) -> bool:
    for name, conditions in steps:
        if node < 0 or (name and page.tree.names[node] != name):
            return False
        attributes = page.attributes(node) if conditions else {}
        for attribute, holds, value in conditions:
            found = attributes.get(attribute)
            if found is None or not holds(found, value):
                return False
        node = page.tree.parents[node]
    return True


def _simple(written: str) -> _Simple:
    name, conditions = "", list[_Condition]()
    for kind, word, attribute, how, value, element in _PART.findall(written):
        name = name or element
        if kind:
            conditions.append(_Condition("class" if kind == "." else "id", _HOLDS["~=" if kind == "." else "="], word))
        elif attribute:
            conditions.append(_Condition(attribute, _HOLDS[how], value.strip("\"'")))
    return _Simple(name, tuple(conditions))
