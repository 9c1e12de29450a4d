"""Show the citation templates of a page as Wikipedia prints them, and keep what they say for the entries.

What they mean and print is known to `verifier.citations.cs1`; here their values become plain text.
"""

from dataclasses import replace
from functools import lru_cache

from verifier.citations.cs1 import citation, names, printed
from verifier.citations.cs1.pieces import Plain
from verifier.prose.flow import Cite as Marked
from verifier.prose.flow import Item, Words
from verifier.wikitext import emulated, items, templates
from verifier.wikitext.cite import Printed
from verifier.wikitext.inline import Reader
from verifier.wikitext.items import inlines_of
from verifier.wikitext.nodes import Node
from verifier.wikitext.page import CITATION, Handler, Page
from verifier.wikitext.pieces import Listed

_MARKUP = frozenset("[]{}<>'&_")


def cited(page: Page, node: Node) -> None:
    """Show one citation; references in its arguments are evaluated behind it, citations in them are kept unseen."""
    given = templates.read(page.text, node)
    page.templates.append(given)
    shown = printed.show(given, plain_text(page)) if not page.in_citation else None
    if shown is not None:
        page.cited[given.span] = shown
        for piece in shown.pieces:
            place = piece.parameter.span if piece.parameter is not None else given.span
            same = page.text.startswith(piece.text, place.start)
            page.pieces.append(Words(piece.text, place.start, None if same else place.end - place.start))
    with page.inside_citation():
        inside = [each for part in node.parts[1:] if part.children for each in page.captured(part)]
    page.pieces += [each for each in inside if isinstance(each, Marked | Listed)]


def plain_text(page: Page) -> Plain:
    """Return a function that turns the wikitext of a value into text; of equal values each is read once."""

    @lru_cache(maxsize=64)
    def plain(value: str) -> str:
        """Return what a reader sees of a value: no quotes for italics, links by their labels, no citation within."""
        if _MARKUP.isdisjoint(value):
            return value
        inner = page.apart(value, emulated.HANDLERS)
        return "".join(each.text for each in inlines_of(inner.pieces, Reader(value)) if isinstance(each, Words))

    return plain


def listed(page: Page, printed_list: Printed) -> Listed:
    """Return a list whose items say what their citation templates say."""
    found = items.listed(page, printed_list)
    return replace(found, items=tuple(_with_citation(page, each) for each in found.items))


def _with_citation(page: Page, item: Item) -> Item:
    shown = [page.cited[each.span] for each in item.templates if each.span in page.cited]
    said = citation.of_entry([(each.source, each.says) for each in shown if each.says is not None])
    if said is None:
        return item
    return replace(item, citation=said, url=None if said.url else item.url)


HANDLERS: dict[str, Handler] = {
    **dict.fromkeys((name for wiki in names.wikis() for name in wiki.templates), cited),
    CITATION: cited,
    **emulated.HANDLERS,
}
