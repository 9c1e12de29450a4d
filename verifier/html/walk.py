"""Walk a page once, from its first element to its last, and give its blocks and lists in order.

What is hidden, what belongs to the site and what leads back to the text is left out; a marker counts wherever it is.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from verifier.html import links, names, producers
from verifier.html.clusters import tidy
from verifier.html.items import Draft, item
from verifier.html.lists import Box, Entry
from verifier.html.plan import Plan
from verifier.prose.flow import CELL, Block, Cite, Inline, Item, Listing, Words
from verifier.text import one_line

Kind = Literal["paragraph", "row", "heading", "furniture"]

_JATS = (
    "sec title list list-item disp-quote boxed-text fig fig-group table-wrap ack app ref-list fn-group ref fn body "
    "back front abstract article-title subtitle def-list def-item term def"
)
_BLOCKS = names.SPECIAL | {"hr"} | frozenset(_JATS.split())
_FIELDS = frozenset(("element-citation", "person-group", "name", "date"))  # JATS prints nothing between their parts
_LINKS = ("a", "ext-link", "uri")
_TITLES = frozenset(("title", "article-title"))  # headings of JATS; in HTML a title stands in the head
_PAGE = re.compile(r":[\s\u200a\xa0]*(\S.{0,40})")
_LABEL = re.compile(r"\[\d{1,4}\]|\d{1,3}[.)](?:\s|$)")
_NEXT = 3  # nodes behind a break in which a label begins
_PHRASES = ("span", "sup", "em", "b", "i", "small", "strong")
_MANY = 64  # nodes of a group of links back that are looked at


@dataclass(slots=True)
class Open:
    """A list while it is read: a place for each item, since one inside another ends first."""

    box: Box
    heading: str
    place: int
    items: list[Item | None] = field(default_factory=list)

    def listing(self) -> Listing:
        """Return the whole list."""
        items = [each for each in self.items if each is not None]
        return Listing(self.heading, self.box.group, self.box.style, items, self.place)


@dataclass(slots=True)
class _Frame:
    """What is to be done behind an element: end its block, go back to a kind, close an entry."""

    until: int
    kind: Kind
    slot: tuple[Open, int] | None = None


class Walk:
    """The walk itself; `title` is the element that shows the title of the page, 0 without one."""

    def __init__(self, plan: Plan, title: int = 0) -> None:
        self._plan, self._page, self._title = plan, plan.page, title
        self._frames: list[_Frame] = []
        self._kind: Kind = "paragraph"
        self._inlines: list[Inline] = []
        self._drafts: list[Draft] = []
        self._open: dict[int, Open] = {}
        self._parts: list[Block | Open] = []
        self._heading = ""

    def parts(self) -> list[Block | Listing]:
        """Return the blocks and lists of the page in order."""
        node, last = 1, len(self._page.tree)
        while node < last:
            self._leave(node)
            node = self._enter(node)
        self._leave(last)
        self._flush()
        return [each if isinstance(each, Block) else each.listing() for each in self._parts]

    def _enter(self, node: int) -> int:
        """Take one node; return the next one to take, behind it where it is left out."""
        page, plan = self._page, self._plan
        if not page.name(node):
            self._text(node)
            return node + 1
        if node in plan.cites:
            self._sink.extend(plan.cites[node])
            return page.tree.until[node]
        if node in plan.errors.shown or self._is_left_out(node):
            return page.tree.until[node]
        self._sink.extend(plan.hidden.get(node, ()))
        if self._is_page_mark(node):
            return page.tree.until[node]
        if entry := plan.lists.entries.get(node):
            self._begin(entry)
            return page.tree.until[node] if entry.label_node == node else node + 1
        if self._drafts and self._drafts[-1].entry.label_node == node:
            return page.tree.until[node]
        self._element(node, page.name(node))
        return node + 1

    @property
    def _sink(self) -> list[Inline]:
        return self._drafts[-1].inlines if self._drafts else self._inlines

    def _text(self, node: int) -> None:
        for text, place, width in self._page.words(node):
            if self._drafts:
                self._drafts[-1].add(text, place, width)
            else:
                self._inlines.append(Words(text, place, width))

    def _is_left_out(self, node: int) -> bool:
        """Tell whether nothing of an element is printed; hidden markers in it are taken."""
        regions, plan = self._plan.regions, self._plan
        if regions.is_hidden(node):
            kept = regions.kept(node)
            if any(each in plan.lists.entries for each in kept):
                return False  # a list that unfolds
            cites = [cite for each in kept for cite in (*plan.cites.get(each, ()), *plan.hidden.get(each, ()))]
            self._sink.extend(replace(cite, hidden=True) for cite in cites)
            return True
        if node in plan.backlinks or self._is_backlink_box(node):
            if self._drafts:
                self._drafts[-1].skip(self._page.text(node))
            return True
        return regions.is_furniture(node) or regions.is_edit_link(node)

    def _is_backlink_box(self, node: int) -> bool:
        """Tell whether an element at the beginning of an entry holds links back and no word beside them."""
        page, until = self._page, self._page.tree.until[node]
        if not self._drafts or self._drafts[-1].begun or page.name(node) not in _PHRASES:
            return False
        if producers.BACKLINK_BOXES.match(page, node):
            return True
        found, position = False, node + 1
        while position < min(until, node + _MANY):
            if position in self._plan.backlinks:
                found, position = True, page.tree.until[position]
                continue
            if not page.name(position) and re.search(r"\w", page.text(position)):
                return False
            position += 1
        return found and until - node <= _MANY

    def _is_page_mark(self, node: int) -> bool:
        """Tell whether an element gives the page of the marker before it ("[3]:p. 7"), and note the page there."""
        before = self._sink[-1] if self._sink else None
        if self._page.name(node) != "sup" or not isinstance(before, Cite) or self._plan.regions.kept(node):
            return False
        found = _PAGE.fullmatch(self._page.text(node))
        if found:
            width = self._page.tree.ends[node] - before.place
            self._sink[-1] = replace(before, page=found[1].strip("\u200a "), width=width)
        return found is not None

    def _element(self, node: int, name: str) -> None:
        """Begin an element that is printed."""
        page = self._page
        place = page.tree.starts[node]
        if self._drafts and page.name(page.parent(node)) in _FIELDS:
            self._divide(place)
        if name == "br":
            self._break(node)
        elif name in _LINKS:
            self._link(node)
        elif links.COINS in page.get(node, "title") and self._drafts:
            self._drafts[-1].coins = page.get(node, "title")
        elif name in ("td", "th") and self._kind == "row":
            self._inlines.append(Words(CELL, place, 0))
        elif name in _BLOCKS:
            self._divide(place)
            self._frames.append(_Frame(page.tree.until[node], self._kind))
            self._kind = self._kind_of(node, name)

    def _break(self, node: int) -> None:
        """End a line; before a label ("[2] Doe") it ends the paragraph, for lists are typed so."""
        place, width = self._page.span(node)
        following = range(node + 1, min(node + 1 + _NEXT, len(self._page.tree)))
        text = next((shown for each in following if not self._page.name(each) and (shown := self._page.text(each))), "")
        if not self._drafts and self._kind == "paragraph" and _LABEL.match(text):
            self._flush()
        else:
            self._sink.append(Words(" ", place, width))

    def _kind_of(self, node: int, name: str) -> Kind:
        if self._drafts or self._kind in ("row", "furniture", "heading"):
            return self._kind
        if node == self._title or self._plan.regions.is_contents(node):
            return "furniture"
        if name in names.HEADINGS or name in _TITLES:
            return "heading"
        return "row" if name == "tr" and node not in self._plan.regions.layout else "paragraph"

    def _link(self, node: int) -> None:
        page = self._page
        is_external = "external" in page.get(node, "class").split() or "nofollow" in page.get(node, "rel")
        url = links.address(page.get(node, "href") or page.get(node, "xlink:href"), is_external=is_external)
        if url and self._drafts:
            self._drafts[-1].links.append((url, page.text(node)))

    def _begin(self, entry: Entry) -> None:
        """Begin an entry, and its list if it is the first."""
        place = self._page.tree.starts[entry.node]
        self._divide(place)
        if entry.box.node not in self._open:
            self._open[entry.box.node] = Open(entry.box, self._heading, place)
            self._parts.append(self._open[entry.box.node])
        opened = self._open[entry.box.node]
        opened.items.append(None)
        self._frames.append(_Frame(entry.until, self._kind, (opened, len(opened.items) - 1)))
        self._drafts.append(Draft(entry, entry.prefix))

    def _leave(self, node: int) -> None:
        """Close what ends before this node."""
        while self._frames and self._frames[-1].until <= node:
            frame = self._frames.pop()
            if frame.slot is not None:
                opened, slot = frame.slot
                draft = self._drafts.pop()
                opened.items[slot] = item(draft, self._page.tree.starts[draft.entry.node])
            elif self._kind == "row" != frame.kind:
                self._flush()
            else:
                self._divide(self._page.tree.ends[node - 1])
            self._kind = frame.kind

    def _divide(self, place: int) -> None:
        """Divide what comes from what was before: blocks from each other, words inside an entry or a row."""
        if self._drafts or self._kind == "row":
            self._sink.append(Words(" ", place, 0))
        else:
            self._flush()

    def _flush(self) -> None:
        """End the block."""
        inlines, self._inlines = _without_bars(self._inlines), []
        if not any(_is_seen(each) for each in inlines):
            return
        if self._kind == "heading":
            self._heading = one_line("".join(each.text for each in inlines if isinstance(each, Words)))
        self._parts.append(Block(self._kind, tidy(inlines)))


def _without_bars(inlines: list[Inline]) -> list[Inline]:
    """Return the inlines of a row without the bars of empty cells."""
    kept: list[Inline] = []
    bar: Inline | None = None
    for each in inlines:
        if isinstance(each, Words) and each.text == CELL and each.width == 0:
            bar = each
        elif isinstance(each, Words) and not each.text.strip():
            kept.append(each)
        else:
            kept += [bar] if bar is not None and any(_is_seen(other) for other in kept) else []
            kept.append(each)
            bar = None
    return kept


def _is_seen(inline: Inline) -> bool:
    return isinstance(inline, Cite) or bool(inline.text.strip())
