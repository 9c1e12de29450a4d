"""What is printed where: the citations of a page by the element that stands for them, ready for the walk.

A marker that is hidden with the text around it still counts: it took a number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.html import backlinks, errors, headed, lists, marks
from verifier.html.errors import Errors
from verifier.html.lists import Box, Entry, Lists
from verifier.html.marks import Mark
from verifier.html.page import Page
from verifier.html.regions import Regions
from verifier.prose.flow import Cite
from verifier.values import frozen


@frozen
class Plan:
    """A page with its lists, its markers by element, its links back and the errors that it shows.

    `hidden` are markers that take a number where an element begins and show nothing.
    """

    page: Page
    lists: Lists
    regions: Regions
    cites: dict[int, tuple[Cite, ...]]
    hidden: dict[int, tuple[Cite, ...]]
    backlinks: set[int]
    errors: Errors


def make(page: Page) -> Plan:
    """Return the plan of a page whose citations are links."""
    found = list(marks.find(page))
    made = lists.find(page, found)
    if not made.boxes:
        made = headed.find(page)
    _number_parts(made.boxes, found, made)
    back = backlinks.collect(page, made, found)
    cites = {mark.node: tuple(_cites(page, mark, mark.node, made)) for mark in found}
    hidden = _hidden(page, made, {cite.anchor for each in cites.values() for cite in each})
    regions = Regions(page, [*cites, *hidden, *made.entries])
    return Plan(page, made, regions, cites, hidden, back, errors.find(page))


def _number_parts(boxes: Sequence[Box], found: Sequence[Mark], made: Lists) -> None:
    """Call the second list of plain numbers "part 2": every list of MediaWiki starts again at 1."""
    cited = {made.anchors[target].box.node for mark in found for target in mark.targets if target in made.anchors}
    taken, parts = set[str](), 1
    for box in boxes:
        labels = {entry.label for entry in box.entries if entry.label and entry.label[0].isdecimal()}
        if box.group or not labels or (cited and box.node not in cited):
            continue
        if labels & taken:
            parts += 1
            box.group = f"part {parts}"
        taken |= labels


def _cites(page: Page, mark: Mark, node: int, made: Lists) -> Iterator[Cite]:
    """Yield the markers of a link, which stands for `node`; one without a label shows nothing."""
    place, width = page.span(node)
    if not mark.labels:
        yield from (_unseen(made.anchors.get(target), target, place, width) for target in mark.targets)
    for label, target in zip(mark.labels, mark.targets, strict=False):  # none without a label
        yield _cite(Cite(label.text, label.group, label.number, place, width, target), made.anchors.get(target))


def _hidden(page: Page, made: Lists, cited: set[str]) -> dict[int, tuple[Cite, ...]]:
    found: dict[int, tuple[Cite, ...]] = {}
    for node, mark in backlinks.in_attributes(page):
        cites = tuple(replace(cite, hidden=True) for cite in _cites(page, mark, node, made))
        found[node] = (*found.get(node, ()), *cites)
        cited |= {cite.anchor for cite in cites}
    for node, entry in backlinks.unseen(page, made, cited):
        start = page.tree.starts[node]
        cite = _unseen(entry, entry.anchor, start, page.tree.inner[node] - start)
        found[node] = (*found.get(node, ()), cite)
    return found


def _cite(cite: Cite, entry: Entry | None) -> Cite:
    """Return the marker with the group of the list it leads to, where it prints no group itself."""
    if entry is None:
        return cite
    group = entry.box.group if cite.number is not None and not cite.group else cite.group
    return replace(cite, group=group, anchor=entry.anchor or cite.anchor)


def _unseen(entry: Entry | None, target: str, place: int, width: int) -> Cite:
    """Return the hidden marker of an entry: it has the entry's label."""
    label = (entry.label or "") if entry else ""
    whole = label.partition(".")[0]
    number = int(whole) if whole.isdecimal() else None
    return _cite(Cite(label, "", number, place, width, target, hidden=True), entry)
