"""Find the markers of a page that are links: by the table of producers, or by what they print and where they lead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from verifier.html import labels, producers
from verifier.html.labels import Label
from verifier.html.page import Page
from verifier.prose.markers import RANGE_LIMIT

_KNOWN = re.compile(
    r"cite_note-|user-content-fn-|fn[:-]|fn\d|_ftn\d|footnote"
)  # ids of notes, also where they are lost
_BRACKETED = re.compile(r"[\[(][^\[\]()]{1,60}[\])]")
_FIRST = 8  # nodes among which an id must stand to be the first thing in its element
_ITEMS, _WEAK_ITEMS = ("li", "dt", "tr", "aside", "ref", "fn"), ("p", "dd", "td", "div", "table")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker of the page: the element that prints it, its labels, and the ids it leads to.

    `targets` has an id for each label, "" where the link names none. Without labels it prints nothing.
    """

    node: int
    labels: tuple[Label, ...]
    targets: tuple[str, ...]


def find(page: Page) -> Iterator[Mark]:
    """Yield the markers in document order."""
    for node, name in enumerate(page.tree.names):
        if name not in ("a", "xref") or not page.attributes(node):
            continue
        known = producers.MARKERS.match(page, node)
        if known and (producers.BACKLINKS.match(page, node) or producers.FOLLOWS.match(page, page.parent(node))):
            continue
        if known or _looks_like_one(page, node):
            yield _mark(page, node)


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
        if first - above > _FIRST or any(not page.name(each) and page.text(each) for each in between):
            break
        first = above
    return found


def _mark(page: Page, node: int) -> Mark:
    found = labels.read(page.text(node), keyed=producers.KEYED.match(page, node))
    targets = leads_to(page, node)
    missing = len(found) - len(targets)
    if targets and missing > 0:  # "1-5" names one entry or two, its ends
        targets = [targets[0], *[""] * missing, *targets[1:]]
    elif found and missing < 0:  # "3, see there": one link for several entries
        targets = targets[: len(found)] if len(found) > 1 or len(targets) > RANGE_LIMIT else targets
        found = found if len(found) > 1 else found * len(targets)
    return Mark(_box(page, node), tuple(found), tuple(targets or [""] * len(found)))


def _box(page: Page, node: int) -> int:
    """Return the superscript around a link that holds nothing else, else the link."""
    above = page.parent(node)
    if page.name(above) != "sup":
        return node
    return above if all(each == node or not page.text(each) for each in page.children(above)) else node


def _looks_like_one(page: Page, node: int) -> bool:
    """Tell whether a link that no producer is known for prints a label, raised or in brackets, and leads to an entry.

    Where the entry is gone, an id as producers write it must do.
    """
    targets = page.get(node, "href").startswith("#") and leads_to(page, node)
    if not targets or not _is_set_off(page, node):
        return False
    places, is_short = page.ids.get(targets[0]), labels.is_short(page.text(node))
    if not places:
        return is_short and _KNOWN.match(targets[0]) is not None
    if not is_short:
        return producers.ENTRIES.match(page, places[0])  # a key: "[Doe2016]"
    item = item_at(page, places[0])
    if not item or item <= node < page.tree.until[item]:
        return False
    in_list = page.name(item) == "li" and page.name(page.parent(item)) == "ol"
    return in_list or labels.bare(page.text(node)) == _printed(page, item)


def _is_set_off(page: Page, node: int) -> bool:
    if _BRACKETED.fullmatch(page.text(node)) or page.name(page.parent(node)) == "sup":
        return True
    if any(page.name(each) == "sup" for each in page.children(node)):
        return True
    place, width = page.span(node)
    before, after = page.source[max(0, place - 1) : place], page.source[place + width : place + width + 1]
    return before + after in ("[]", "()")


def _printed(page: Page, item: int) -> str:
    """Return the label that the item begins with."""
    found = re.match(r"[\[(]?\s*([\w*]{1,8})", page.text(item))
    return found[1] if found else ""
