"""Find the markers of a page that are links: by the table of producers, or by what they print and where they lead."""

from collections.abc import Iterator
from itertools import islice

from verifier.html import labels, producers
from verifier.html.guesses import Guesses
from verifier.html.labels import Label
from verifier.html.page import Page
from verifier.html.targets import leads_to
from verifier.prose.brackets import RANGE_LIMIT
from verifier.values import frozen

_MANY = 8  # nodes that a superscript around one link may hold; those without words are not looked through for more


@frozen
class Mark:
    """A marker of the page: the element that prints it, its labels, and the ids it leads to.

    `targets` has an id for each label, "" where the link names none. Without labels it prints nothing.
    """

    node: int
    labels: tuple[Label, ...]
    targets: tuple[str, ...]


def find(page: Page) -> Iterator[Mark]:
    """Yield the markers in document order."""
    guesses, found, passed = Guesses(page), list[int](), list[int]()
    for node in sorted({*page.holding("href"), *page.holding("rid"), *page.holding("data-footnote-ref")}):
        known = producers.MARKERS.match(page, node)
        if known and (producers.BACKLINKS.match(page, node) or producers.FOLLOWS.match(page, page.parent(node))):
            continue
        if known or guesses.is_marker(node):
            guesses.note(node)
            found.append(node)
        else:
            passed.append(node)
    found += [node for node in passed if guesses.is_lost(node)]  # told by the ids of those behind it
    yield from (_mark(page, node) for node in sorted(found))


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
    inside = list(islice(page.children(above), _MANY + 1))
    return above if len(inside) <= _MANY and all(each == node or not page.text(each) for each in inside) else node
