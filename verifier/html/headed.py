"""Reference lists that only their heading names: the lists below "References", where no marker leads into one."""

from verifier.html import lists, names
from verifier.html.lists import Lists
from verifier.html.page import Page
from verifier.prose import headings

_LOOSE = ("p", "b", "strong", "dt", "summary", "caption")  # what may stand for a heading, if that is all it says
_SHORT, _FEW = 40, 8  # characters of such a heading, and nodes


def find(page: Page) -> Lists:
    """Return the lists of the page: each that is the first below such a heading, and those that follow it at once."""
    nodes, is_below, until = list[int](), False, 0
    for node, name in enumerate(page.tree.names):
        if name in names.HEADINGS or (name in _LOOSE and page.tree.until[node] - node <= _FEW):
            text = page.text(node)
            word = headings.word(text) if len(text) <= _SHORT else None
            is_below = word is not None if name in names.HEADINGS else is_below or word is not None
        elif is_below and name in names.LISTS and node >= until:
            nodes += [each for each in page.children(node) if page.name(each) == "li"]
            until = page.tree.until[node]
    return lists.of(page, nodes)
