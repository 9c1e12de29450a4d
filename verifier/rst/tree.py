"""Lay out a document tree: the lines of its text and its notes, in the order of the file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from docutils import nodes

from verifier.model.article import Remark, Span
from verifier.prose.flow import CELL, Block, Inline, Item, Words
from verifier.prose.typed import Line, item
from verifier.rst import inlines
from verifier.rst.doctree import FURNITURE
from verifier.rst.inlines import Notes, label_of
from verifier.rst.places import Places
from verifier.values import frozen

_UNSEEN = (nodes.comment, nodes.substitution_definition, nodes.target, nodes.pending, nodes.raw, nodes.label)
_PROSE = (
    nodes.paragraph, nodes.title, nodes.subtitle, nodes.rubric, nodes.term, nodes.attribution, nodes.caption,
    nodes.line, nodes.field_name, nodes.option_string, nodes.classifier,
)  # fmt: skip
_HEADINGS = (nodes.title, nodes.rubric)
_LITERAL = (nodes.literal_block, nodes.doctest_block, nodes.math_block)
_NOTES = (nodes.footnote, nodes.citation)
_LISTS = (nodes.bullet_list, nodes.enumerated_list)
_NOWHERE = Span(0, 0)
_LOST = 3  # level of messages from which on what they quote stands nowhere else


@dataclass(slots=True)
class Layout:
    """What a document holds: its title, its lines, its notes as items, and what was remarked on them."""

    title: str = ""
    lines: list[Line] = field(default_factory=list)
    footnotes: list[Item] = field(default_factory=list)
    citations: list[Item] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


@frozen
class _Frame:
    """Where the walk is: what is left of a node, the note it is in, its list, and whether it is no prose."""

    children: Iterator[nodes.Node]
    note: nodes.Element | None = None
    level: int = 0
    is_furniture: bool = False


@frozen
class _Note:
    """A note as written: its label and the place of its mark; the words that were read of it."""

    node: nodes.Element
    written: str
    mark: Span
    words: list[Inline]


class _Walk:
    def __init__(self, document: nodes.document, source: str) -> None:
        self.layout = Layout()
        self._places = Places(source)
        found = [node for node in document.findall() if isinstance(node, _NOTES)]
        by_name = {name: note["ids"][0] for note in reversed(found) for name in (*note["names"], *note["dupnames"])}
        self.notes = Notes({note["ids"][0]: note for note in found}, by_name)
        self.read: dict[str, _Note] = {}
        self._mark = ""
        self._goes_on = False
        self._frames = [_Frame(iter(document.children))]

    def run(self) -> None:
        """Walk the whole tree."""
        while self._frames:
            frame = self._frames[-1]
            node = next(frame.children, None)
            if node is None:
                self._frames.pop()
            elif isinstance(node, nodes.Element) and not isinstance(node, _UNSEEN):
                self._enter(node, frame)

    def _enter(self, node: nodes.Element, frame: _Frame) -> None:
        furniture = frame.is_furniture or FURNITURE in node["classes"]
        if isinstance(node, _PROSE):
            self._say(node, inlines.of(node, self.notes, self._places), replace(frame, is_furniture=furniture))
        elif isinstance(node, _LITERAL):
            self._quote(node, frame)
        elif isinstance(node, nodes.system_message):
            if node.get("level", 0) >= _LOST:
                for each in node.children:
                    if isinstance(each, nodes.literal_block):
                        self._quote(each, frame)
        elif isinstance(node, nodes.row):
            self._say(node, self._row(node), frame)
        elif isinstance(node, _NOTES):
            self._begin(node)
            self._frames.append(_Frame(iter(node.children), note=node))
        elif isinstance(node, _LISTS):
            self._goes_on = False
            self._frames.append(replace(frame, children=self._items(node, frame), level=frame.level + 1))
        else:
            is_header = isinstance(node, nodes.field_list) and node.parent.index(node) == 0 and frame.level == 0
            self._title(node)
            self._frames.append(replace(frame, children=iter(node.children), is_furniture=furniture or is_header))

    def _items(self, node: nodes.Element, frame: _Frame) -> Iterator[nodes.Node]:
        """Yield the items of a list, each with its mark; one in another list has none."""
        start = int(node.get("start", 1))
        numbered = isinstance(node, nodes.enumerated_list) and node.get("enumtype") == "arabic"
        for number, each in enumerate(node.children, start):
            mark = f"{node.get('prefix', '')}{number}{node.get('suffix', '.')}" if numbered else "*"
            self._mark = mark if frame.level == 0 else self._mark
            yield each

    def _say(self, node: nodes.Element, words: list[Inline], frame: _Frame) -> None:
        if frame.note is not None:
            self.read[frame.note["ids"][0]].words.extend([Words(" ", self._places.at, 0), *words])
            return
        if isinstance(node, _HEADINGS) and not self.layout.title and not self.layout.lines:
            self.layout.title = node.astext()
        heading = isinstance(node, _HEADINGS) and not frame.is_furniture
        row = isinstance(node, nodes.row)
        block = Block(
            "furniture" if frame.is_furniture else "heading" if heading else "row" if row else "paragraph", words
        )
        place = words[0].place if words else self._places.at
        self.layout.lines.append(
            Line(block, self._mark if frame.level else "", place, self._goes_on and frame.level > 0)
        )
        self._mark, self._goes_on = "", frame.level > 0

    def _quote(self, node: nodes.Element, frame: _Frame) -> None:
        """Add what is no prose: code, and what docutils could not read."""
        self._places.enter(node.line, node.astext().count("\n"))
        words: list[Inline] = [Words(*run, literal=True) for run in self._places.runs(node.astext())]
        if frame.note is not None:
            self.read[frame.note["ids"][0]].words.extend(words)
        else:
            self.layout.lines.append(Line(Block("furniture", words)))

    def _row(self, node: nodes.Element) -> list[Inline]:
        words: list[Inline] = []
        for index, entry in enumerate(node.children):
            if index:
                words.append(Words(CELL, self._places.at, 0))
            for each in entry.findall():
                if isinstance(each, _PROSE):
                    words.extend([Words(" ", self._places.at, 0), *inlines.of(each, self.notes, self._places)])
        return words

    def _title(self, node: nodes.Element) -> None:
        """Take the title of a Python Enhancement Proposal from its header."""
        if isinstance(node, nodes.field) and node.children[0].astext() == "Title":
            self.layout.title = node.children[-1].astext()

    def _begin(self, node: nodes.Element) -> None:
        """Begin a note behind its mark, ``.. [1]``."""
        self._places.enter(node.line, 0)
        start, end = self._places.mark()
        written = self._places.source[start:end].partition("[")[2].rstrip("]")
        self.read[node["ids"][0]] = _Note(node, written, Span(start, end), [])


def lay_out(document: nodes.document, source: str) -> Layout:
    """Return the lines and notes of a document tree that was made of `source`."""
    walk = _Walk(document, source)
    walk.run()
    layout = walk.layout
    for identifier, note in walk.read.items():
        made = item(label_of(note.node), note.words, note.mark.start, identifier)
        (layout.citations if isinstance(note.node, nodes.citation) else layout.footnotes).append(made)
    layout.remarks = [*walk.notes.remarks, *_remarks(walk.read, walk.notes.called)]
    return layout


def _remarks(notes: dict[str, _Note], called: Iterable[str]) -> Iterator[Remark]:
    defined: set[str] = set()  # the labels, as docutils compares them
    for identifier, note in notes.items():
        is_named = note.written not in {"#", "*"}
        label = note.written.removeprefix("#") if is_named else label_of(note.node)
        told, name = f"[{note.written if is_named else label}]", nodes.fully_normalize_name(label)
        if is_named and name in defined:
            yield Remark("footnote-redefined", told, _NOWHERE, note.mark)  # whatever their case: it is one target
        elif identifier not in called:
            yield Remark("footnote-unused", told, _NOWHERE, note.mark)
        if is_named:
            defined.add(name)
        if not any(isinstance(each, Words) and each.text.strip() for each in note.words):
            yield Remark("footnote-empty", told, _NOWHERE, note.mark)
