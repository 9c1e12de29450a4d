"""Selectors as in style sheets, the few kinds that the table of producers needs.

``name``, ``.class``, ``#id``, ``[attribute]``, ``[attribute=value]`` (also ``^=``, ``*=`` and ``~=``: begins with,
holds, has the word), joined by " > " for parent and child: https://www.w3.org/TR/selectors-3/.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from verifier.html.page import Page

_PART = re.compile(r"([.#])([\w-]+)|\[([\w:-]+)(?:([\^*~]?=)([^\]]*))?\]|([\w-]+)")


@dataclass(frozen=True, slots=True)
class _Condition:
    attribute: str
    how: str
    value: str

    def holds(self, page: Page, node: int) -> bool:
        found = page.attributes(node).get(self.attribute)
        if found is None:
            return False
        match self.how:
            case "=":
                return found == self.value
            case "^=":
                return found.startswith(self.value)
            case "*=":
                return self.value in found
            case "~=":
                return self.value in found.split()
        return True


@dataclass(frozen=True, slots=True)
class _Simple:
    name: str  # "" for any
    conditions: tuple[_Condition, ...]

    def matches(self, page: Page, node: int) -> bool:
        return (not self.name or page.name(node) == self.name) and all(
            each.holds(page, node) for each in self.conditions
        )


_Steps = tuple[_Simple, ...]


class Selectors:
    """Several selectors at once: an element is matched by any of them.

    Each is filed under its element's name, or else under one attribute and a word of it, so that few are looked at.
    """

    def __init__(self, written: Iterable[str]) -> None:
        self._by_name: dict[str, list[_Steps]] = {}
        self._by_word: dict[str, dict[str, list[_Steps]]] = {}
        for selector in written:
            steps = tuple(_simple(step) for step in reversed(selector.split(" > ")))
            if steps[0].name:
                self._by_name.setdefault(steps[0].name, []).append(steps)
            else:
                first = steps[0].conditions[0]
                words = self._by_word.setdefault(first.attribute, {})
                words.setdefault(first.value if first.how == "~=" else "", []).append(steps)

    def match(self, page: Page, node: int) -> bool:
        """Tell whether the element matches."""
        named = self._by_name.get(page.name(node))
        if named and any(_matches(page, node, steps) for steps in named):
            return True
        for attribute, value in page.attributes(node).items():
            if words := self._by_word.get(attribute):
                for word in ("", *value.split()):
                    if (found := words.get(word)) and any(_matches(page, node, steps) for steps in found):
                        return True
        return False


def _matches(page: Page, node: int, steps: _Steps) -> bool:
    for step in steps:
        if node < 0 or not step.matches(page, node):
            return False
        node = page.parent(node)
    return True


def _simple(written: str) -> _Simple:
    name, conditions = "", list[_Condition]()
    for kind, word, attribute, how, value, element in _PART.findall(written):
        name = name or element
        if kind:
            conditions.append(_Condition("class" if kind == "." else "id", "~=" if kind == "." else "=", word))
        elif attribute:
            conditions.append(_Condition(attribute, how, value.strip("\"'")))
    return _Simple(name, tuple(conditions))
