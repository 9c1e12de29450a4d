"""What rules are told of a page beside its text: where its links lead, what its lists count, what is cut off."""

from collections.abc import Iterator

from verifier.html.lists import Lists
from verifier.html.page import Page
from verifier.html.plan import Plan
from verifier.model.article import Remark, Span

_NOWHERE = Span(0, 0)


def remarks(plan: Plan) -> Iterator[Remark]:
    """Yield a remark for each fact; they stand in the file, where the article's text does not show them."""
    yield from plan.errors.remarks
    yield from _missing(plan)
    yield from _repeated(plan.page, plan.lists)
    for box in plan.lists.boxes:
        if box.changed:
            yield Remark("list-counter-changed", box.changed, _NOWHERE, _tag(plan.page, box.node))
    for name, place in plan.page.tree.unclosed:
        yield Remark("markup-unclosed", name, _NOWHERE, Span(place, len(plan.page.source)))


def _missing(plan: Plan) -> Iterator[Remark]:
    """Yield the ids that markers lead to and no element has, each once, at the first such marker."""
    told = set[str]()
    for cites in (*plan.cites.values(), *plan.hidden.values()):
        for cite in cites:
            if cite.anchor and cite.anchor not in plan.page.ids and cite.anchor not in told:
                told.add(cite.anchor)
                yield Remark("anchor-target-missing", cite.anchor, _NOWHERE, Span(cite.place, cite.place + cite.width))


def _repeated(page: Page, lists: Lists) -> Iterator[Remark]:
    """Yield every element that has an id for a second time, of the ids that links of citations lead to."""
    used = {*lists.anchors, *(name for entry in lists.entries.values() for name in entry.backlinks)}
    for name in used:
        for node in page.ids.get(name, ())[1:]:
            yield Remark("anchor-duplicate", name, _NOWHERE, _tag(page, node))


def _tag(page: Page, node: int) -> Span:
    return Span(page.tree.starts[node], page.tree.inner[node])
