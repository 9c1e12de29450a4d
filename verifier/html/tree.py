"""The elements of a page, in the order of the page, with the place of each; missing end tags are supplied.

A tree as columns: node `i` has `names[i]` ("" for text), its place in the source and `until[i]`, the number of the node
behind its last descendant. So every walk is a loop over numbers, however deep the page is nested, and a page of many
megabytes fits into memory.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable

from verifier.html import names
from verifier.html.tokens import Dialect, Kind, Token, tokens

_KINDS = {  # what bounds what; the least depth at which an element can be reached stands in the stack of its kind
    "special": names.SPECIAL,
    "item": names.IN_ITEM,
    "cell": names.CELLS,
    "list": names.CELLS | names.LISTS,
    "table": names.TABLES,
}
_ENDS = {  # by which kind an end tag is bounded, where it is not "cell" for a block and "special" for the rest
    "li": "list",
    **dict.fromkeys(("td", "th", "tr", "tbody", "thead", "tfoot", "caption"), "table"),
    **dict.fromkeys(("table", "template", "object"), ""),
}


class Tree:
    """The nodes of a page by number, in document order; node 0 is the page itself.

    `starts` and `ends` are the node's place in the source, `inner` where its start tag ends; `raw` are texts in which
    nothing is a character reference, `unclosed` what swallows the rest of the page, as (name, place).
    """

    def __init__(self, source: str, dialect: Dialect) -> None:
        self.source = source
        self.dialect = dialect
        self.names: list[str] = ["#page"]
        self.starts, self.inner = array("q", [0]), array("q", [0])
        self.ends, self.until = array("q", [len(source)]), array("q", [1])
        self.parents = array("q", [-1])
        self.raw: set[int] = set()
        self.unclosed: list[tuple[str, int]] = []
        _Builder(self).read(tokens(source, dialect))

    def __len__(self) -> int:
        return len(self.names)


class _Builder:
    """Grows a tree; every step is constant in time but for elements it closes, each of which is closed once."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._implies = tree.dialect is not Dialect.XML
        self._open = [0]
        self._depths: dict[str, list[int]] = defaultdict(list)  # of the open elements, by name
        self._bounds: dict[str, list[int]] = {kind: [0] for kind in ("", *_KINDS)}
        self._kinds = {
            name: [self._bounds[kind] for kind, members in _KINDS.items() if name in members]
            for name in set().union(*_KINDS.values())
        }

    def read(self, page: Iterable[Token]) -> None:
        """Take all tokens of the page."""
        for kind, name, start, end in page:
            if kind is Kind.TEXT or kind is Kind.RAW:
                self._text(start, end, raw=kind is Kind.RAW)
            elif kind is Kind.END:
                self._end(name, start, end)
            elif kind is Kind.UNCLOSED:
                self._tree.unclosed.append((name, start))
            else:
                self._start(name, start, end, void=kind is Kind.VOID)
        self._close(0, len(self._tree.source), len(self._tree.source))

    def _text(self, start: int, end: int, *, raw: bool) -> None:
        if self._depths["head"] and len(self._open) - 1 == self._depths["head"][-1] and self._implies:
            if not self._tree.source[start:end].strip():
                return
            self._close(self._depths["head"][-1], start, start)
        if raw:
            self._tree.raw.add(len(self._tree))
        self._add("", start, end, end)

    def _start(self, name: str, start: int, end: int, *, void: bool) -> None:
        if self._implies:
            if name in ("html", "body", "head") and self._depths[name]:
                return
            self._imply(name, start)
            foreign = any(self._depths[each] for each in names.FOREIGN)
            xhtml = self._tree.dialect is Dialect.XHTML
            void = name in names.VOID or (void and (xhtml or foreign or name in names.FOREIGN))
        self._add(name, start, end, end)
        if void:
            return
        depth = len(self._open)
        self._open.append(len(self._tree) - 1)
        self._depths[name].append(depth)
        for bound in self._kinds.get(name, ()):
            bound.append(depth)

    def _imply(self, name: str, start: int) -> None:
        """Close what cannot hold an element of this name."""
        if self._depths["head"] and name not in names.IN_HEAD:
            self._close(self._depths["head"][-1], start, start)
        for each, kind in ((names.CLOSES.get(name, ()), names.BOUNDS.get(name, "")), (("p",), "cell")):
            if each == ("p",) and name not in names.CLOSES_P:
                continue
            depth = min((found[-1] for other in each if (found := self._reachable(other, kind))), default=0)
            if depth:
                self._close(depth, start, start)

    def _reachable(self, name: str, kind: str) -> list[int]:
        """Return the depths of the open elements of this name, the last of which no bound of this kind cuts off."""
        depths = self._depths.get(name)
        return depths if depths and depths[-1] >= self._bounds[kind][-1] else []

    def _end(self, name: str, start: int, end: int) -> None:
        if not self._implies:
            kind = ""
        elif name in ("html", "body"):
            return  # what comes behind is still shown
        elif name in names.HEADINGS:
            name = next((each for each in sorted(names.HEADINGS) if self._reachable(each, "cell")), name)
            kind = "cell"
        else:
            kind = _ENDS.get(name, "cell" if name in names.SPECIAL else "special")
        if depths := self._reachable(name, kind):
            self._close(depths[-1], start, end)

    def _close(self, depth: int, start: int, end: int) -> None:
        """Close the open elements from `depth` on: the outermost ends at `end`, those inside it at `start`."""
        tree = self._tree
        for node in reversed(self._open[depth:]):
            tree.until[node], tree.ends[node] = len(tree), start
            if name := tree.names[node]:
                if self._depths[name]:
                    self._depths[name].pop()
                for bound in self._kinds.get(name, ()):
                    bound.pop()
        tree.ends[self._open[depth]] = end
        del self._open[depth:]

    def _add(self, name: str, start: int, inner: int, end: int) -> None:
        tree = self._tree
        tree.parents.append(self._open[-1])
        tree.names.append(name)
        tree.starts.append(start)
        tree.inner.append(inner)
        tree.ends.append(end)
        tree.until.append(len(tree))
