"""Turn the inlines of a document tree into words and cites."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from docutils import nodes

from verifier.model.article import Remark, Span
from verifier.prose.flow import Cite, Inline, Words
from verifier.prose.unbracketed import raised
from verifier.rst.places import Places

_CALL = re.compile(r"\[(#?[\w.:+-]*|\*)\]_")
_LITERAL = (nodes.literal, nodes.math)
_NOWHERE = Span(0, 0)


@dataclass(slots=True)
class Notes:
    """The notes of a document by id, and their ids by name; the ids that were called; remarks on calls."""

    by_id: Mapping[str, nodes.Element]
    by_name: Mapping[str, str]
    called: set[str] = field(default_factory=set)
    remarks: list[Remark] = field(default_factory=list)


def of(element: nodes.Element, notes: Notes, places: Places) -> list[Inline]:
    """Return the words and cites of a paragraph, in the order of the file."""
    line = element.line or (element.parent.line if element.parent is not None else None)
    above = 1 if isinstance(element, nodes.title) else 0  # the line of a title is that of what stands below it
    places.enter(line and line - above, element.rawsource.count("\n") + above)
    return _joined(list(_inlines(element, notes, places)))


def _joined(found: list[Inline]) -> list[Inline]:
    """Take the brackets round a plain reference to a note as part of it: ``[16_]`` is a marker as ``[16]_`` is."""
    for before, cite, after in zip(range(len(found)), range(1, len(found)), range(2, len(found)), strict=False):
        first, middle, last = found[before], found[cite], found[after]
        if not (isinstance(first, Words) and isinstance(middle, Cite) and isinstance(last, Words)):
            continue
        if middle.printed is not None and first.text.endswith("[") and last.text.startswith("]") and not last.width:
            found[before] = replace(first, text=first.text[:-1])
            found[cite] = replace(middle, place=middle.place - 1, width=middle.width + 2, printed=f"[{middle.printed}]")
            found[after] = replace(last, text=last.text[1:], place=last.place + 1)
    return found


def _inlines(element: nodes.Element, notes: Notes, places: Places) -> Iterator[Inline]:
    waiting: list[tuple[Iterator[nodes.Node], str, bool]] = [(iter(element.children), "", False)]
    while waiting:
        node = next(waiting[-1][0], None)
        _, url, is_literal = waiting[-1]
        if node is None:
            waiting.pop()
        elif isinstance(node, nodes.Text):
            is_raised = isinstance(node.parent, nodes.superscript)
            for text, place, width in places.runs(node.astext()):
                yield Words(raised(text) if is_raised else text, place, width, is_literal, url)
        elif isinstance(node, nodes.footnote_reference | nodes.citation_reference):
            yield _cite(node, notes, places)
        elif isinstance(node, nodes.problematic):
            yield _problem(node, notes, places)
        elif isinstance(node, nodes.reference) and node.get("refid") in notes.by_id:
            yield _cite(node, notes, places)
        elif not isinstance(node, nodes.Element) or isinstance(node, nodes.image | nodes.system_message):
            continue
        elif node.rawsource and node.astext() not in node.rawsource:  # ":pep:`567`" prints "PEP 567"
            start, end = places.span(node.rawsource)
            yield Words(node.astext(), start, end - start, is_literal, node.get("refuri", url))
        else:
            inner = node.get("refuri", url) if isinstance(node, nodes.reference) else url
            waiting.append((iter(node.children), inner, is_literal or isinstance(node, _LITERAL)))


def _cite(node: nodes.Element, notes: Notes, places: Places) -> Inline:
    """Return the cite of a reference to a note; ``[16_]`` prints its own brackets."""
    identifier, shown = str(node.get("refid", "")), node.astext()
    start, end = places.span(node.rawsource)
    if identifier not in notes.by_id:
        return Words(shown, start, end - start)
    return _call(identifier, notes, start, end, shown if isinstance(node, nodes.reference) else None)


def _problem(node: nodes.Element, notes: Notes, places: Places) -> Inline:
    """Return what docutils could not resolve: a call of a note that is defined twice is still one."""
    raw = node.astext()
    start, end = places.span(raw)
    call = _CALL.fullmatch(raw)
    if call is None:
        return Words(raw, start, end - start)
    is_automatic = call[1] in {"#", "*"}
    identifier = None if is_automatic else notes.by_name.get(nodes.fully_normalize_name(call[1].removeprefix("#")))
    if identifier is not None:
        return _call(identifier, notes, start, end, None)
    kind = "footnote-autonumber-overflow" if is_automatic else "footnote-undefined"
    notes.remarks.append(Remark(kind, raw, _NOWHERE, Span(start, end)))
    return Words(raw, start, end - start, literal=True)


def _call(identifier: str, notes: Notes, start: int, end: int, printed: str | None) -> Cite:
    notes.called.add(identifier)
    label = label_of(notes.by_id[identifier])
    number = int(label) if label.isdecimal() else None
    return Cite(label, "", number, start, end - start, identifier, printed=printed)


def label_of(note: nodes.Element) -> str:
    """Return the label that a note shows."""
    first = note.children[0] if note.children else None
    return first.astext() if isinstance(first, nodes.label) else ""
