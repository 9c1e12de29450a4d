"""Which parts of a page are its article: what is hidden, what is furniture of the site, what is a table of contents."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, islice

from verifier.html import names, producers
from verifier.html.page import Page
from verifier.html.tokens import Dialect

_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FRONT = ("title-group", "abstract", "trans-abstract")  # what JATS shows of an article's front matter
_LAYOUT = names.HEADINGS | {"table", "pre", "blockquote"}  # a row that holds these is no row of facts
_FEW = 16  # nodes of a link to edit a section
_LEAST_LINKS = 3  # a shorter list of links within the page may be anything


class Regions:
    """Tells of any element in which part of the page it stands. `kept` are elements that count wherever they stand."""

    def __init__(self, page: Page, kept: Iterable[int]) -> None:
        self._page = page
        self._kept = sorted(kept)
        self._edits = [node for node in page.holding("href") if _is_edit(page.get(node, "href"))]
        self._texts = list(accumulate(_length(page, node) for node in range(len(page.tree))))
        self._linked = self._count_linked()
        self.main = _main(page)
        self.layout = _layout_rows(page)

    def is_hidden(self, node: int) -> bool:
        """Tell whether a browser shows nothing of it."""
        page = self._page
        if producers.HIDDEN.match(page, node) or producers.FOLLOWS.match(page, node):
            return True
        if page.name(page.parent(node)) == "article-meta" and page.name(node) not in _FRONT:
            return True
        return "style" in page.attributes(node) and _UNSEEN.search(page.get(node, "style")) is not None

    def is_furniture(self, node: int) -> bool:
        """Tell whether it belongs to the site and holds nothing that counts."""
        until = self._page.tree.until[node]
        outside = bool(self.main) and not (
            node <= self.main < until or self.main <= node < self._page.tree.until[self.main]
        )
        return (outside or producers.FURNITURE.match(self._page, node)) and not self._holds(node)

    def is_edit_link(self, node: int) -> bool:
        """Tell whether it is a link to edit a section, with its brackets, also where its class is gone."""
        until = self._page.tree.until[node]
        index = bisect_left(self._edits, node)
        if until - node > _FEW or index == len(self._edits) or self._edits[index] >= until:
            return False
        text = self._page.text(node)
        return node == self._edits[index] or text[:1] + text[-1:] == "[]"

    def is_contents(self, node: int) -> bool:
        """Tell whether it is a table of contents: a list of nothing but links within the page."""
        page = self._page
        if self._holds(node):
            return False
        if producers.CONTENTS.match(page, node):
            return True
        last = page.tree.until[node] - 1
        text = self._texts[last] - self._texts[node]
        if page.name(node) not in names.LISTS or not text or self._linked[last] - self._linked[node] < text:
            return False
        items = (each for each in page.children(node) if page.name(each))
        return len(list(islice(items, _LEAST_LINKS))) == _LEAST_LINKS

    def kept(self, node: int) -> list[int]:
        """Return the elements that count inside this one, itself included."""
        begin = bisect_left(self._kept, node)
        return self._kept[begin : bisect_left(self._kept, self._page.tree.until[node], begin)]

    def _holds(self, node: int) -> bool:
        begin = bisect_left(self._kept, node)
        return begin < len(self._kept) and self._kept[begin] < self._page.tree.until[node]

    def _count_linked(self) -> list[int]:
        """Return for every node how much text up to it stands in links within the page."""
        page, until, total, counts = self._page, 0, 0, list[int]()
        for node in range(len(page.tree)):
            if page.name(node) == "a" and page.get(node, "href").startswith("#"):
                until = max(until, page.tree.until[node])
            total += _length(page, node) if node < until else 0
            counts.append(total)
        return counts


def _is_edit(href: str) -> bool:
    return "action=edit" in href and "section=" in href


def _length(page: Page, node: int) -> int:
    if page.name(node) or node in page.tree.raw:
        return 0
    return len("".join(page.source[page.tree.starts[node] : page.tree.ends[node]].split()))


def _main(page: Page) -> int:
    """Return the element that holds the article, 0 where no single one says so."""
    if page.tree.dialect is Dialect.XML:
        return 0
    for name in producers.MAIN:
        if name in page.ids:
            return page.ids[name][0]
    for wanted in ("main", "article"):
        found = [
            node
            for node, name in enumerate(page.tree.names)
            if name and (name == wanted or (wanted == "main" and page.get(node, "role") == "main"))
        ]
        if len(found) == 1:
            return found[0]
    return 0


def _layout_rows(page: Page) -> set[int]:
    """Return the rows of tables that hold a part of the page, not facts: with headings or paragraphs in them."""
    layout, rows, paragraphs = set[int](), list[int](), 0
    for node, name in enumerate(page.tree.names):
        while rows and page.tree.until[rows[-1]] <= node:
            rows.pop()
        if name == "tr":
            rows.append(node)
        if name in ("tr", "td", "th"):
            paragraphs = 0
        paragraphs += name == "p"
        if rows and (name in _LAYOUT or paragraphs > 1):
            layout.add(rows[-1])
    return layout
