"""A page: its tree, with what is asked of elements again and again (attributes, ids, children, text)."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from verifier.html import entities
from verifier.html.tokens import ATTRIBUTE, Dialect
from verifier.html.tree import Tree
from verifier.text import one_line

_ATTRIBUTE = re.compile(ATTRIBUTE)
_NONE: Mapping[str, str] = MappingProxyType({})
_MANY = 64  # nodes of an element that are looked at for a short text: a label has a few


class Page:
    """The nodes of a page are numbers, as in `Tree`; no method recurses, and all but `elements` are cheap."""

    def __init__(self, source: str, dialect: Dialect) -> None:
        self.tree = Tree(source, dialect)
        self.source = source
        self._attributes: dict[int, Mapping[str, str]] = {}

    def name(self, node: int) -> str:
        """Return the name of an element, "" for text."""
        return self.tree.names[node]

    def attributes(self, node: int) -> Mapping[str, str]:
        """Return the attributes of an element by name, in lower case; of equal names the first counts."""
        tree = self.tree
        if tree.inner[node] - tree.starts[node] <= len(tree.names[node]) + len("<>"):
            return _NONE  # of most elements there is nothing to read, and nothing to remember
        found = self._attributes.get(node)
        if found is None:
            found = self._attributes[node] = self._read(node)
        return found

    def get(self, node: int, name: str) -> str:
        """Return the value of an attribute, "" where there is none."""
        return self.attributes(node).get(name, "")

    def span(self, node: int) -> tuple[int, int]:
        """Return (place, width) of the whole node in the source."""
        start = self.tree.starts[node]
        return start, self.tree.ends[node] - start

    def children(self, node: int) -> Iterator[int]:
        """Yield the children of an element."""
        child, until = node + 1, self.tree.until[node]
        while child < until:
            yield child
            child = self.tree.until[child]

    def parent(self, node: int) -> int:
        """Return the parent of a node; the page's own is -1."""
        return self.tree.parents[node]

    def words(self, node: int) -> Iterator[tuple[str, int, int | None]]:
        """Yield (text, place, width) of a text node: see `entities.runs`."""
        start, end = self.tree.starts[node], self.tree.ends[node]
        text = self.source[start:end]
        return iter([(text, start, None)]) if node in self.tree.raw else entities.runs(text, start)

    def text(self, node: int, most: int = _MANY) -> str:
        """Return the text of an element as one line; of an element with many nodes only the beginning.

        Scripts and style sheets are no text.
        """
        last = min(self.tree.until[node], node + most)
        texts = (each for each in range(node, last) if not self.tree.names[each] and each not in self.tree.raw)
        return one_line("".join(run for each in texts for run, _, _ in self.words(each)))

    @cached_property
    def ids(self) -> dict[str, list[int]]:
        """The elements by id, in order; the name of an anchor (``<a name=..>``) counts as its id."""
        named = [node for node in self.holding("name") if self.tree.names[node] == "a"]
        found: dict[str, list[int]] = {}
        for node in sorted({*self.holding("id"), *named}):
            both = self.get(node, "id"), self.get(node, "name") if self.tree.names[node] == "a" else ""
            for each in dict.fromkeys(value for value in both if value):
                found.setdefault(each, []).append(node)
        return found

    def holding(self, attribute: str) -> list[int]:
        """Return the elements that have this attribute, in order."""
        return self._holders.get(attribute, [])

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for node in range(len(self.tree)):
            for name in self.attributes(node):
                found.setdefault(name, []).append(node)
        return found

    def _read(self, node: int) -> Mapping[str, str]:
        begin, end = self.tree.starts[node] + 1 + len(self.tree.names[node]), self.tree.inner[node] - 1
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.source, begin, end) if self.tree.names[node] else ():
            if (key := match[1].lower()) not in found:
                found[key] = entities.value(next((each for each in match.groups()[1:] if each is not None), ""))
        return found
