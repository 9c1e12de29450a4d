"""Where the links of a page lead: to which ids, and to which item of a list an id belongs."""

import re
from itertools import islice
from urllib.parse import unquote

from verifier.html.page import Page

_COUNT = re.compile(r"\d+")
_FIRST = 8  # nodes among which an id must stand to be the first thing in its element
_ITEMS, _WEAK_ITEMS = ("li", "dt", "tr", "aside", "ref", "fn"), ("p", "dd", "td", "div", "table")


def leads_to(page: Page, node: int) -> list[str]:
    """Return the ids that a link names, decoded where the page has them only so; none for a link to another page."""
    if page.name(node) == "xref":
        return page.get(node, "rid").split()
    fragment = page.get(node, "href").partition("#")[2]
    if not fragment:
        return []
    return [fragment if fragment in page.ids else unquote(fragment)]


def item_at(page: Page, node: int) -> int:
    """Return the item of a list, the row or else the paragraph that begins with this element, 0 if none does."""
    found, first = 0, node
    while first > 0 and node - first <= _FIRST:
        if page.name(first) in _ITEMS:
            return first
        if page.name(first) in _WEAK_ITEMS:
            found = found or first
        above = page.parent(first)
        between = range(above + 1, min(first, above + _FIRST))
        if first - above > _FIRST or any(not page.name(each) and page.text(each).strip("[(") for each in between):
            break
        first = above
    return found


def whole(page: Page, item: int) -> int:
    """Return the outermost box that holds a paragraph and nothing else: word processors put each note into one."""
    while page.name(item) in ("p", "div") and page.name(above := page.parent(item)) == "div":
        inside = list(islice(page.children(above), _FIRST + 1))
        if len(inside) > _FIRST or any(each != item and page.text(each) for each in inside):
            break
        item = above
    return item


def pattern(name: str) -> str:
    """Return an id without its numbers, "" for one that is or has nothing else: "_ftn#" for "_ftn7"."""
    found = _COUNT.sub("#", name)
    return "" if found in (name, "#") else found
