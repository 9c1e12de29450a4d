"""The links that lead from an entry back to its markers, and what they say of markers that no text shows."""

import re
from collections.abc import Iterator, Mapping, Sequence

from verifier.html import producers
from verifier.html.lists import Entry, Lists
from verifier.html.marks import Mark, find
from verifier.html.page import Page
from verifier.html.targets import leads_to, pattern
from verifier.html.tokens import Dialect

_MEDIAWIKI = "cite_ref-"  # only here every use has a link back of its own
_IN_ATTRIBUTE = "#cite_note-"
_EXTENSION = "mw:Extension/ref"  # a reference's and a list's own data repeat their text
_IN_WORDS = re.compile(r"\[([^\[\]]{1,40})\]")
_ARROW = re.compile("[\u21a9\u21b5\u2191\u2934\u23ce\u25b2]\ufe0e?\ufe0f?")  # all that some links back print
_FIRST = 4  # elements of a marker that may have the id which links back name


def collect(page: Page, made: Lists, marks: Sequence[Mark]) -> set[int]:
    """Return the links back, and note in each entry where its own lead."""
    ids = {
        name: mark.node
        for mark in marks
        for node in _parts(page, mark)
        for name in (page.get(node, "id"), page.get(node, "name"))
        if name
    }
    patterns = {pattern(name) for name in ids} - {""}
    marked = {part for mark in marks for part in _parts(page, mark)}
    found = set[int]()
    for node, entry in _links_inside(page, made.entries):
        targets = leads_to(page, node)
        leads_back = any(target in ids or pattern(target) in patterns for target in targets)
        known = leads_back or producers.BACKLINKS.match(page, node) or (targets and _ARROW.fullmatch(page.text(node)))
        if known and node not in marked:
            found.add(node)
            entry.backlinks += [target for target in targets if target.startswith(_MEDIAWIKI)]
            entry.box.links_back = entry.box.links_back or bool(entry.backlinks)
            _take_label(page, node, entry)
    return found


def _take_label(page: Page, node: int, entry: Entry) -> None:
    """Give an entry without a label the number that its link back prints, as books in EPUB have it."""
    printed = page.text(node).strip("[]. ")
    if entry.label is None and printed.isdecimal() and page.text(entry.node).startswith(page.text(node)):
        entry.label = printed
        entry.box.style = "[1]"


def in_attributes(page: Page) -> Iterator[tuple[int, Mark]]:
    """Yield the markers that Parsoid keeps in an attribute, since nothing shows them (a caption without a frame)."""
    for name in ("data-mw", "data-mw-variant"):
        for node in page.holding(name):
            data = page.get(node, name)
            if _IN_ATTRIBUTE in data and _EXTENSION not in page.get(node, "typeof"):
                inner = Page(data.replace('\\"', '"'), Dialect.HTML)
                yield from ((node, mark) for mark in find(inner))


def unseen(page: Page, made: Lists, cited: set[str]) -> Iterator[tuple[int, Entry]]:
    """Yield the entries that no marker leads to though they link back, with the place where the marker was taken.

    That is the element they link back to, or a picture whose description prints their label. Where there is neither,
    the citing passage is not in this copy.
    """
    described = _described(page)
    for entry in made.entries.values():
        if not entry.backlinks or entry.anchor in cited:
            continue
        place = next((page.ids[each][0] for each in entry.backlinks if each in page.ids), None)
        place = place if place is not None else described.get(entry.label or "")
        if place is not None:
            yield place, entry


def _described(page: Page) -> Mapping[str, int]:
    """Return the pictures by each label that their description prints in brackets."""
    found: dict[str, int] = {}
    for node in page.holding("alt"):
        for label in _IN_WORDS.findall(page.get(node, "alt")):
            found.setdefault(label, node)
    return found


def _parts(page: Page, mark: Mark) -> Iterator[int]:
    last = min(page.tree.until[mark.node], mark.node + _FIRST)
    return (node for node in range(mark.node, last) if page.name(node))


def _links_inside(page: Page, entries: Mapping[int, Entry]) -> Iterator[tuple[int, Entry]]:
    """Yield every link that stands in an entry, with the innermost one."""
    around = list[Entry]()
    for node, name in enumerate(page.tree.names):
        while around and page.tree.until[around[-1].node] <= node:
            around.pop()
        if node in entries:
            around.append(entries[node])
        if name == "a" and around:
            yield node, around[-1]
