"""Show the citation templates of a page as Wikipedia prints them, and keep what they say for the entries.

What they mean and print is known to `verifier.citations.cs1`; here their values become plain text.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from verifier.citations.cs1 import citation, names, printed
from verifier.prose.flow import Cite as Marked
from verifier.prose.flow import Item, Words
from verifier.wikitext import emulated, items, templates
from verifier.wikitext.cite import Cite, Printed
from verifier.wikitext.inline import Reader
from verifier.wikitext.items import inlines_of
from verifier.wikitext.nodes import Node, parse
from verifier.wikitext.page import CITATION, Handler, Page
from verifier.wikitext.pieces import Listed

_MARKUP = frozenset("[]{}<>'&_")


def cited(page: Page, node: Node) -> None:
    """Show one citation; references in its arguments are evaluated behind it."""
    given = templates.read(page.text, node)
    page.templates.append(given)
    for piece in printed.pieces(given, plain_text()):
        place = piece.parameter.span if piece.parameter is not None else given.span
        same = page.text.startswith(piece.text, place.start)
        page.pieces.append(Words(piece.text, place.start, None if same else place.end - place.start))
    for part in node.parts[1:]:
        page.pieces += [each for each in page.captured(part) if isinstance(each, Marked | Listed)]


def plain_text() -> Callable[[str], str]:
    """Return a function that turns the wikitext of a value into text; of equal values each is read once."""
    return lru_cache(maxsize=64)(_plain)


def _plain(value: str) -> str:
    """Return what a reader sees of a value: no quotes for italics, links by their labels, no citation within."""
    if _MARKUP.isdisjoint(value):
        return value
    inner = Page(value, Cite(), emulated.HANDLERS, lambda _page, each: Listed(each.group, (), each.place))
    inner.part(parse(value))
    return "".join(each.text for each in inlines_of(inner.pieces, Reader(value)) if isinstance(each, Words))


def listed(page: Page, printed_list: Printed) -> Listed:
    """Return a list whose items say what their citation templates say."""
    found = items.listed(page, printed_list)
    return replace(found, items=tuple(_with_citation(each) for each in found.items))


def _with_citation(item: Item) -> Item:
    said = citation.of_entry(item.templates, plain_text())
    if said is None:
        return item
    return replace(item, citation=said, url=None if said.url else item.url)


HANDLERS: dict[str, Handler] = {
    **dict.fromkeys((name for wiki in names.wikis() for name in wiki.templates), cited),
    CITATION: cited,
    **emulated.HANDLERS,
}
