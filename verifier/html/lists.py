"""Find the reference lists of a page.

Its entries are told by the table of producers, by the markers that lead there, and by their neighbours in a list.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from verifier.html import counters, producers
from verifier.html.labels import STYLES, Label
from verifier.html.marks import Mark
from verifier.html.page import Page
from verifier.html.targets import item_at, pattern, whole
from verifier.values import frozen

_PREFIX = re.compile(r"[\[(] ?(?P<label>[\w.+-]{1,40}) ?[\])]\s*|(?P<number>\d{1,4})[.)]\s")
_PRINTED = re.compile(r"[\[({]? ?([^\[\](){}]{1,40})")
_LABELLED = ("p", "div", "tr", "td", "dt")  # elements whose labels are text
_FIRST = 24  # nodes at the beginning of an entry in which its label stands
_NAMED = 2  # elements at its beginning that may have its id
_ABOVE = 4  # elements between a list of sub-references and the entry they belong to


@dataclass(slots=True)
class Entry:
    """An entry: its element, its list, the id that markers lead to, and its printed label.

    `above` is the entry that it is a part of ("1.1" of "1"), None without one. `label_node` prints the label; where
    none does, the label is the first `prefix` characters of the text, blanks not counted. `backlinks` are the ids that
    its links back name, `until` is the number of the node behind it: that of a term behind its definitions.
    """

    node: int
    box: "Box"
    anchor: str = ""
    label: str | None = None
    above: "Entry | None" = None
    label_node: int = 0
    prefix: int = 0
    backlinks: list[str] = field(default_factory=list)
    until: int = 0


@dataclass(slots=True)
class Box:
    """A reference list: its element, its entries, its group, the style of its labels ("ol" where a browser counts).

    `changed` says what changed the numbers that a browser counts; `links_back` that any entry leads back to its uses.
    """

    node: int
    entries: list[Entry] = field(default_factory=list)
    group: str = ""
    style: str = "ol"
    changed: str = ""
    links_back: bool = False


@frozen
class Lists:
    """The lists in document order; `entries` by their element, `anchors` by each id that leads into one."""

    boxes: tuple[Box, ...]
    entries: dict[int, Entry]
    anchors: dict[str, Entry]


def find(page: Page, marks: Sequence[Mark]) -> Lists:
    """Return the lists of a page with these markers."""
    places = {target: page.ids[target][0] for mark in marks for target in mark.targets if target in page.ids}
    targets = {target: whole(page, item) for target, place in places.items() if (item := item_at(page, place))}
    nodes = {node for node in range(1, len(page.tree)) if page.name(node) and producers.ENTRIES.match(page, node)}
    nodes |= set(targets.values())
    patterns = {pattern(target) for target in targets} - {""}
    for above in {page.parent(node) for node in nodes if page.name(node) == "li"}:
        nodes |= {each for each in page.children(above) if page.name(each) == "li" or _is_stray(page, each)}
    for above, name in {(page.parent(node), page.name(node)) for node in nodes if page.name(node) in _LABELLED}:
        nodes |= set(_neighbours(page, above, name, nodes, patterns))
    made = of(page, nodes)
    anchors = _anchors(page, made.entries, targets, places)
    _restyle(anchors, marks)
    return Lists(made.boxes, made.entries, anchors)


def of(page: Page, nodes: Iterable[int]) -> Lists:
    """Return the lists that have these elements as their entries."""
    entries: dict[int, Entry] = {}
    boxes: dict[int, Box] = {}
    for node in sorted(nodes):
        above = _above(page, node, entries)
        parent = page.parent(node)
        box = above.box if above else boxes.setdefault(parent, Box(parent))
        entries[node] = Entry(node, box, above=above, until=_until(page, node))
        box.entries.append(entries[node])
    for box in boxes.values():
        _label(page, box)
    return Lists(tuple(boxes.values()), entries, _anchors(page, entries, {}, {}))


def _neighbours(page: Page, above: int, name: str, known: set[int], patterns: set[str]) -> Iterator[int]:
    """Yield what stands beside an entry and begins as it does: entries that no marker leads to.

    That is with a label, or with an id of one of these `patterns`.
    """
    run = list[int]()
    for node in (each for each in page.children(above) if page.name(each)):
        if page.name(node) == name and (_PREFIX.match(page.text(node)) or _is_named(page, node, patterns)):
            run.append(node)
            continue
        if page.name(node) == "dd":
            continue  # what the term before it means
        yield from run if known.intersection(run) else ()
        run.clear()
    yield from run if known.intersection(run) else ()


def _is_named(page: Page, node: int, patterns: set[str]) -> bool:
    """Tell whether an element has such an id, or begins with one that has."""
    first = [node, *islice(_first_children(page, node), _NAMED)]
    return any(pattern(page.get(each, name)) in patterns for each in first for name in ("id", "name"))


def _is_stray(page: Page, node: int) -> bool:
    """Tell whether this is text of a list outside its items: MediaWiki shows the going on of a lost note so."""
    return page.name(node) == "p" and bool(page.text(node))


def _until(page: Page, node: int) -> int:
    if page.name(node) != "dt":
        return page.tree.until[node]
    until, last = page.tree.until[node], page.tree.until[page.parent(node)]
    while until < last and page.name(until) != "dt":
        until = page.tree.until[until]
    return until


def _above(page: Page, node: int, entries: dict[int, Entry]) -> Entry | None:
    """Return the entry around a list of sub-references."""
    above = page.parent(page.parent(node)) if page.name(node) == "li" else -1
    for _ in range(_ABOVE):
        if above <= 0:
            break
        if above in entries:
            return entries[above]
        above = page.parent(above)
    return None


def _anchors(
    page: Page, entries: dict[int, Entry], targets: dict[str, int], places: dict[str, int]
) -> dict[str, Entry]:
    """Give every entry its anchor: the id that markers lead to, its own before one inside it; else its own."""
    found = {target: entries[node] for target, node in targets.items() if node in entries}
    for target, entry in found.items():
        if not entry.anchor or places[target] == entry.node:
            entry.anchor = target
    for entry in entries.values():
        own = entry.anchor or page.get(entry.node, "id")
        entry.anchor = own
        if own:
            found.setdefault(own, entry)
    return found


def _label(page: Page, box: Box) -> None:
    """Give the entries of a list their printed labels."""
    box.group = (
        "" if counters.name_of_style(page.get(box.node, "data-mw-group")) else page.get(box.node, "data-mw-group")
    )
    if page.name(box.node) == "ol":
        _count(page, box)
        return
    for entry in box.entries:
        _read_label(page, entry)
    first = next((entry for entry in box.entries if entry.label is not None), None)
    box.style = "*" if first is None else "[1]"


def _count(page: Page, box: Box) -> None:
    own = [entry for entry in box.entries if entry.above is None and page.name(entry.node) == "li"]
    counter = counters.count(page, box.node, [entry.node for entry in own])
    box.changed, style = counter.changed, counter.style
    if style == "none":
        for entry in own:
            _read_label(page, entry)
        box.style = "[1]" if any(entry.label is not None for entry in own) else "*"
        return
    for entry, number in zip(own, counter.numbers, strict=True):
        entry.label = page.get(entry.node, "data-mw-footnote-number") or STYLES[style or "decimal"](number)
    _count_below(page, box.entries)


def _count_below(page: Page, entries: Iterable[Entry]) -> None:
    """Give the sub-references their labels: "1.1", "1.2"; what stands below these has no number of MediaWiki."""
    counts: dict[int, int] = {}
    for entry in entries:
        if entry.above is not None:
            counts[entry.above.node] = counts.get(entry.above.node, 0) + 1
            given = page.get(entry.node, "data-mw-footnote-number")
            own = f"{entry.above.label}.{counts[entry.above.node]}" if entry.above.above is None else None
            entry.label = given or own


def _read_label(page: Page, entry: Entry) -> None:
    """Read the label that the text of an entry begins with."""
    children = list(_first_children(page, entry.node))
    found = next((each for each in children if producers.LABELS.match(page, each) and page.text(each)), 0)
    if page.name(entry.node) == "dt":
        found = entry.node
    if found:
        printed = _PRINTED.match(page.text(found))
        entry.label_node, entry.label = found, printed[1].strip(" .:") or None if printed else None
        return
    prefix = _PREFIX.match(page.text(entry.node))
    if prefix:
        entry.label, entry.prefix = prefix["label"] or prefix["number"], len("".join(prefix[0].split()))


def _first_children(page: Page, node: int) -> Iterable[int]:
    """Yield the first elements inside an entry, a row's cells included."""
    last = min(page.tree.until[node], node + _FIRST)
    return (each for each in range(node + 1, last) if page.name(each))


def _restyle(anchors: dict[str, Entry], marks: Sequence[Mark]) -> None:
    """Give a list the group of its markers, and their letters, where its own style stands in a style sheet."""
    cited: dict[int, list[tuple[Label, Entry]]] = {}
    for mark in marks:
        for label, target in zip(mark.labels, mark.targets, strict=False):
            if entry := anchors.get(target):
                cited.setdefault(entry.box.node, []).append((label, entry))
    for pairs in cited.values():
        box = pairs[0][1].box
        groups = {label.group for label, _ in pairs}
        box.group = (groups.pop() or box.group) if len(groups) == 1 else box.group
        numbers = {entry.node: number for number, entry in enumerate(box.entries, 1)}
        is_plain = box.style == "ol" and all(entry.label == str(numbers[entry.node]) for entry in box.entries)
        if is_plain and all(label.number is None for label, _ in pairs):
            _letter(box, [(label.text, numbers[entry.node]) for label, entry in pairs])


def _letter(box: Box, pairs: Sequence[tuple[str, int]]) -> None:
    """Print the numbers of a list in the first style that gives all these labels."""
    style = next((each for each in STYLES.values() if all(each(number) == text for text, number in pairs)), None)
    for number, entry in enumerate(box.entries if style else (), 1):
        entry.label = style(number) if style else None
