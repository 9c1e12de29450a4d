"""Links that look like markers though no producer is known for them: extractors drop the classes that tell.

Such a link prints a label, raised or in brackets, and leads to what looks like an entry.
"""

import re

from verifier.html import labels, producers
from verifier.html.page import Page
from verifier.html.targets import item_at, leads_to

_KNOWN = re.compile(r"cite_note-|user-content-fn-|fn[:-]|fn\d|_ftn\d|footnote")  # how producers call their notes
_BRACKETED = re.compile(r"\[[^\[\]()]{1,60}\]")
_ROUND = re.compile(r"\([^\[\]()]{1,60}\)")
_PRINTED = re.compile(r"[\[(]?\s*([\w*]{1,8})")
_BEFORE, _AFTER = "[(,;-\u2013", "]),;-\u2013"  # what stands around the markers of a cluster
_NEAR = 4  # characters in which it stands


class Guesses:
    """Tells the markers among the links of a page, which are to be asked about in their order."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._taken = set[str]()  # the ids of markers: a link that leads to one leads back
        self._last = -1  # the element that the last marker stands in

    def note(self, node: int) -> None:
        """Take note of a marker."""
        above = self._page.parent(node)
        self._taken |= {self._page.get(each, name) for each in (node, above) for name in ("id", "name")}
        self._last = above

    def is_marker(self, node: int) -> bool:
        """Tell whether a link is a marker.

        Where its entry is gone, an id as producers write it must do, or a raised number among other markers.
        """
        page = self._page
        targets = page.get(node, "href").startswith("#") and leads_to(page, node)
        if not targets or targets[0] in self._taken:
            return False
        is_raised = self._is_raised(node)
        if not is_raised and not self._is_set_off(node):
            return False
        places, is_short = page.ids.get(targets[0]), labels.is_short(page.text(node))
        if not places:
            among = is_raised and self._last >= 0 and labels.bare(page.text(node)).isdecimal()
            return is_short and (among or _KNOWN.match(targets[0]) is not None)
        if not is_short:
            return producers.ENTRIES.match(page, places[0])  # a key: "[Doe2016]"
        item = item_at(page, places[0])
        if not item or item <= node < page.tree.until[item]:
            return False
        counts = page.name(item) == "li" and page.name(page.parent(item)) == "ol"
        if counts and (is_raised or page.parent(node) == self._last):
            return True  # the label of the item is not in its text
        return labels.bare(page.text(node)) == self._printed(item)

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
