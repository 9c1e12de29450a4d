"""Links that look like markers though no producer is known for them: extractors drop the classes that tell.

Such a link prints a label, raised or in brackets or answered by a link back, and leads to what looks like an entry. It
may name the page itself before the "#".
"""

import re
from bisect import bisect_left
from functools import cached_property

from verifier.html import labels, producers
from verifier.html.names import HEADINGS
from verifier.html.page import Page
from verifier.html.targets import item_at, leads_to, pattern

_KNOWN = re.compile(r"cite_note-|user-content-fn-|fn[:-]|fn\d|_ftn\d|footnote")  # how producers call their notes
_BRACKETED = re.compile(r"\[[^\[\]()]{1,60}\]")
_ROUND = re.compile(r"\([^\[\]()]{1,60}\)")
_PRINTED = re.compile(r"[\[(]?\s*([\w*]{1,8})")
_BEFORE, _AFTER = "[(,;-\u2013", "]),;-\u2013"  # what stands around the markers of a cluster
_SYMBOLS = ("*", "\u2020", "\u2021", "\u00a7", "\u00b6")
_NEAR = 4  # characters in which it stands


class Guesses:
    """Tells the markers among the links of a page, which are to be asked about in their order."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._taken = set[str]()  # the ids of markers: a link that leads to one leads back
        self._last = -1  # the element that the last marker stands in
        self._bases = {""}  # what markers have before the "#"
        self._cited = dict[str, str]()  # the ids that they lead to, with the label
        self._patterns = set[str]()  # these ids without their numbers

    def note(self, node: int) -> None:
        """Take note of a marker."""
        self._taken |= self._own(node)
        self._last = self._page.parent(node)
        self._bases.add(self._page.get(node, "href").partition("#")[0])
        targets = leads_to(self._page, node)
        self._cited |= dict.fromkeys(targets, labels.bare(self._page.text(node)))
        self._patterns |= {pattern(target) for target in targets} - {""}

    def is_marker(self, node: int) -> bool:
        """Tell whether a link is a marker.

        Where its entry is gone, an id as producers or other markers have it must do, or a raised number among others.
        """
        page = self._page
        targets = leads_to(page, node)
        if not targets or targets[0] in self._taken:
            return False
        places, is_short = page.ids.get(targets[0]), labels.is_short(page.text(node))
        if not places:
            return is_short and self._is_missed(node, targets[0])
        if is_short and self._is_answered(node):
            return True
        is_raised = self._is_raised(node)
        if not is_raised and not self._is_set_off(node):
            return False
        if not is_short:
            return producers.ENTRIES.match(page, places[0])  # a key: "[Doe2016]"
        item = item_at(page, places[0])
        if not item or item <= node < page.tree.until[item]:
            return False
        counts = page.name(item) == "li" and page.name(page.parent(item)) == "ol"
        if counts and (is_raised or page.parent(node) == self._last):
            return True  # the label of the item is not in its text
        return labels.bare(page.text(node)) == self._printed(item)

    def is_lost(self, node: int) -> bool:
        """Tell whether a link that was passed over is the marker of an entry that is gone, by the ids of all others."""
        targets = leads_to(self._page, node)
        if not targets or targets[0] in self._taken or targets[0] in self._page.ids:
            return False
        return labels.is_short(self._page.text(node)) and self._has_pattern(node, targets[0])

    def _own(self, node: int) -> set[str]:
        """Return the ids that a link back may name."""
        page = self._page
        return {page.get(each, name) for each in (node, page.parent(node)) for name in ("id", "name")} - {""}

    def _is_missed(self, node: int, target: str) -> bool:
        """Tell whether a short link that leads nowhere is a marker whose entry is gone.

        It is none if its own id is like that of an entry: then it leads back to a marker that is gone.
        """
        page = self._page
        if self._is_elsewhere(node) or self._is_in_note(node):
            return False
        if self._has_pattern(node, target):
            return True
        is_raised = self._is_raised(node)
        if not is_raised and not self._is_set_off(node):
            return False
        among = is_raised and self._last >= 0 and labels.bare(page.text(node)).isdecimal()
        return among or _KNOWN.match(target) is not None

    def _has_pattern(self, node: int, target: str) -> bool:
        """Tell whether a link prints a number and leads where a marker would."""
        is_number = labels.bare(self._page.text(node)).isdecimal()
        is_near = not self._is_elsewhere(node) and not self._is_in_note(node)
        return is_number and pattern(target) in self._patterns and is_near

    def _is_elsewhere(self, node: int) -> bool:
        """Tell whether a link names another page than the other markers do."""
        return self._page.get(node, "href").partition("#")[0] not in self._bases

    def _is_in_note(self, node: int) -> bool:
        return any(pattern(each) in self._patterns for each in self._own(node))

    def _is_answered(self, node: int) -> bool:
        """Tell whether a link leads to an item that others cite, or that begins with the same number as a link back.

        A line of a table of contents, which begins with the link, and a heading are answered too, and no markers.
        """
        page = self._page
        target, label = leads_to(page, node)[0], labels.bare(page.text(node))
        if (
            item_at(page, node)
            or page.name(page.parent(node)) in HEADINGS
            or not (label.isdecimal() or label in _SYMBOLS)
        ):
            return False
        item = item_at(page, page.ids[target][0])
        for name in self._own(node) if item else ():
            links = self._leading.get(name, [])
            index = bisect_left(links, item)
            if index < len(links) and links[index] < page.tree.until[item]:
                return labels.bare(page.text(links[index])) == label
        return item != 0 and self._cited.get(target) == label

    @cached_property
    def _leading(self) -> dict[str, list[int]]:
        """The links by the id that they lead to, in order."""
        found: dict[str, list[int]] = {}
        for node in self._page.holding("href"):
            for target in leads_to(self._page, node):
                found.setdefault(target, []).append(node)
        return found

    def _is_raised(self, node: int) -> bool:
        """Tell whether a label is raised, or has square brackets of its own: no other link looks so."""
        page = self._page
        place, width = page.span(node)
        around = page.source[max(0, place - 1) : place] + page.source[place + width : place + width + 1]
        inside = (page.name(each) for each in page.children(node))
        return (
            "sup" in (page.name(page.parent(node)), *inside)
            or around == "[]"
            or bool(_BRACKETED.fullmatch(page.text(node)))
        )

    def _is_set_off(self, node: int) -> bool:
        """Tell whether a label is in round brackets, or stands in a row of such."""
        page = self._page
        place, width = page.span(node)
        before = page.source[max(0, place - _NEAR) : place].rstrip()[-1:]
        after = page.source[place + width : place + width + _NEAR].lstrip()[:1]
        if before and after and before in _BEFORE and after in _AFTER:
            return True
        return _ROUND.fullmatch(page.text(node)) is not None

    def _printed(self, item: int) -> str:
        """Return the label that an item begins with."""
        found = _PRINTED.match(self._page.text(item))
        return found[1] if found else ""
