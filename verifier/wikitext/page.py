"""Evaluate a page in MediaWiki's order: which references it calls, which lists it prints, what stands around them.

References and lists go to `Cite`; templates that make or show references are handled by the parts of `emulated`. A
template that is not known shows nothing, unless references stand in its arguments: then those arguments are shown in
the order of the source, with a remark, since the template may use them in another order (docs/numbering.md,
"Wikitext").
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice

from verifier.citations.cs1 import source
from verifier.citations.cs1.printed import Cited
from verifier.model.article import Remark, Span, Template
from verifier.prose.flow import Cite as Marked
from verifier.prose.flow import Words
from verifier.wikitext import lines, links, messages, names, nodes, remarks, tags, templates, unknown
from verifier.wikitext.calls import ListCall, RefCall
from verifier.wikitext.cite import Cite, Printed, Shown
from verifier.wikitext.labels import anchor, marker_number
from verifier.wikitext.nodes import Node, Part
from verifier.wikitext.pieces import Listed, Piece, Raw
from verifier.wikitext.tags import Tag

_DEEPEST = 100  # levels of templates in templates; MediaWiki expands no more ($wgMaxPPExpandDepth)
_WIKITEXT_INSIDE = ("poem", "imagemap")
_ELSEWHERE = "indicator"  # shown beside the title, not here
_LITERAL = ("nowiki", "pre", "syntaxhighlight", "source", "ce", "chem")
_LONGEST_NAME = 100  # characters of a template's name that are kept
_HERE = Span(0, 0)

CITATION = "cite *"  # the handler of a template around a citation that has none of its own

Handler = Callable[["Page", Node], None]


class Page:
    """One page while it is evaluated; `pieces` is what it has given so far.

    `handlers` are the templates that are emulated, by normal name. `items` makes the printed items of a list. `depth`
    counts the templates around the text.
    """

    def __init__(
        self,
        text: str,
        cite: Cite,
        handlers: Mapping[str, Handler],
        items: Callable[["Page", Printed], Listed],
        depth: int = 0,
    ) -> None:
        self.text = text
        self.cite = cite
        self.pieces: list[Piece] = []
        self.remarks: list[Remark] = []
        self.templates: list[Template] = []
        self.others: list[Template] = []  # by name alone
        self.cited: dict[Span, Cited] = {}  # what the citation templates printed and said
        self.calls: list[RefCall] = []
        self.printed: list[tuple[int, str]] = []  # how many calls stand before each list, and its group
        self.inside: dict[Span, list[Piece]] = {}  # what stands in a reference that a template made
        named = (each for each in names.NOTE_GROUPS if f"group={each}" in text or f'group="{each}"' in text)
        self.note_group = next(named, "")  # what the page's edition calls the group of {{notelist}}
        self._handlers = handlers
        self._items = items
        self._depth = depth
        self._hidden = 0
        self._definitions: list[RefCall] | None = None
        self._in_ref = False
        self.in_citation = False

    def evaluate(self) -> None:
        """Evaluate the whole page, and the lists that its end makes."""
        self.part(nodes.parse(self.text))
        for printed in self.cite.finish():
            self._print(printed, Span(len(self.text), len(self.text)))
        for fault in self.cite.faults:
            self.remark(fault.key, fault.about, fault.span, fault.names, forks=fault.forks)
        self.remarks += remarks.of_repeats(self.calls, self.printed)

    def part(self, part: Part) -> None:
        """Evaluate a stretch of the page."""
        position = part.start
        for child in part.children:
            self._raw(position, child.start)
            if isinstance(child, Tag):
                self._tag(child)
            else:
                self._node(child)
            position = lines.behind(self.text, child)
        self._raw(position, part.end)

    def captured(self, part: Part) -> list[Piece]:
        """Evaluate a stretch apart and return what it gives."""
        kept, self.pieces = self.pieces, []
        self.part(part)
        kept, self.pieces = self.pieces, kept
        return kept

    def hide(self, part: Part) -> None:
        """Evaluate a stretch that nobody sees: its references take numbers all the same."""
        self._hidden += 1
        shown = self.captured(part)
        self._hidden -= 1
        self.pieces += [piece for piece in shown if isinstance(piece, Marked | Listed)]

    def say(self, words: str, span: Span) -> None:
        """Show words that a template or a tag makes."""
        self.pieces.append(Words(words, span.start, span.end - span.start))

    def remark(self, kind: str, text: str, span: Span, names: Sequence[str] = (), *, forks: bool = False) -> None:
        """Note something for a rule to report."""
        self.remarks.append(Remark(kind, text, _HERE, span, tuple(names), forks))

    def ref(self, call: RefCall) -> None:
        """Evaluate one reference, where references are evaluated: in the text or as a definition of a list."""
        if self._definitions is not None:
            self._definitions.append(call)
            return
        self.calls.append(call)
        shown = self.cite.ref(call)
        if shown.note is not None:
            self.pieces.append(self._marker(shown, call.span))

    def within(self, text: str) -> "Page":
        """Evaluate another text with the same references, and return what it gives."""
        inner = Page(text, self.cite, self._handlers, self._items, self._depth)
        inner.part(nodes.parse(text))
        return inner

    def apart(self, text: str, handlers: Mapping[str, Handler]) -> "Page":
        """Evaluate another text by itself, with these handlers, and return what it gives."""
        inner = Page(text, Cite(), handlers, self._items, self._depth)
        inner.part(nodes.parse(text))
        return inner

    def in_ref(self, part: Part) -> list[Piece]:
        """Evaluate the inside of a reference: a reference in it is plain text."""
        before, self._in_ref = self._in_ref, True
        pieces = self.captured(part)
        self._in_ref = before
        return pieces

    @contextmanager
    def inside_citation(self) -> Iterator[None]:
        """Evaluate what follows as the arguments of a citation template."""
        before, self.in_citation = self.in_citation, True
        yield
        self.in_citation = before

    @property
    def takes_references(self) -> bool:
        """Tell whether references are evaluated here, not inside one."""
        return not self._in_ref

    @property
    def takes_definitions(self) -> bool:
        """Tell whether a list is being evaluated, whose references are definitions."""
        return self._definitions is not None

    def defined(self, part: Part) -> tuple[RefCall, ...]:
        """Evaluate the inside of a list and return the references in it; all else in it is dropped."""
        before, self._definitions = self._definitions, []
        self.captured(part)
        found, self._definitions = self._definitions, before
        return tuple(found)

    def called(self, part: Part) -> tuple[RefCall, ...]:
        """Evaluate an argument that is shown nowhere and return the references it has called."""
        count = len(self.calls)
        self.captured(part)
        found = tuple(self.calls[count:])
        del self.calls[count:]
        return found

    def references(self, call: ListCall) -> None:
        """Evaluate one list and print it here; inside another list or a reference it is plain text."""
        if self._definitions is not None:
            self._definitions += [each for each in call.definitions if each not in self._definitions]
        elif not self._in_ref:
            self._print(self.cite.references(call), call.span)

    def _print(self, printed: Printed, span: Span) -> None:
        self.printed.append((len(self.calls), printed.group))
        if not printed.replaced:
            self.pieces.append(self._items(self, replace(printed, place=span.start)))

    def _marker(self, shown: Shown, span: Span) -> Marked:
        note = shown.note
        assert note is not None
        return Marked(
            self.cite.label(note),
            note.group,
            marker_number(note),
            span.start,
            span.end - span.start,
            anchor(note),
            hidden=shown.hidden or self._hidden > 0,
        )

    def _raw(self, start: int, end: int) -> None:
        last = self.pieces[-1] if self.pieces else None
        if isinstance(last, Raw) and last.end == start:
            self.pieces[-1] = Raw(last.start, end)
        elif end > start:
            self.pieces.append(Raw(start, end))

    def _tag(self, tag: Tag) -> None:
        if tag.name == "ref":
            self._ref_tag(tag)
        elif tag.name == "references":
            self._list_tag(tag)
        elif tag.name in _LITERAL and tag.inner_start >= 0:
            self.pieces.append(Words(self.text[tag.inner_start : tag.inner_end], tag.inner_start))
        elif tag.name == "gallery":
            links.gallery(self, self._inside(tag))
        elif tag.name == _ELSEWHERE:
            self.hide(self._inside(tag))
        elif tag.name in _WIKITEXT_INSIDE:
            self.part(self._inside(tag))
        elif tag.name.startswith(tags.LITERAL):
            self._raw(tag.start, tag.end)
            self.remarks += () if self._in_ref else remarks.of_literal(self.text, tag)

    def _inside(self, tag: Tag) -> Part:
        start, end = (tag.inner_start, tag.inner_end) if tag.inner_start >= 0 else (tag.end, tag.end)
        return nodes.parse(self.text, start, end)

    def _ref_tag(self, tag: Tag) -> None:
        if self._in_ref:
            self._raw(tag.start, tag.end)
            return
        text = self.text[tag.inner_start : tag.inner_end] if tag.inner_start >= 0 else None
        given = tags.attributes(self.text, tag)
        self.ref(RefCall(given, text, Span(tag.start, tag.end), max(tag.inner_start, 0)))

    def _list_tag(self, tag: Tag) -> None:
        if self._in_ref:
            self._raw(tag.start, tag.end)
            return
        part = self._inside(tag)
        nested = tags.opens_list(self.text[part.start : part.end])
        self.references(
            ListCall(tags.attributes(self.text, tag), self.defined(part), Span(tag.start, tag.end), nested=nested)
        )

    def _node(self, node: Node) -> None:
        if self._depth >= _DEEPEST:
            self.remark(messages.TOO_DEEP, self.text[node.start : node.start + 40], Span(node.start, node.end))
            return
        with self._deeper():
            if node.kind == "link":
                links.link(self, node)
            elif node.kind == "parameter":
                self.part(node.parts[1] if len(node.parts) > 1 else Part(node.end, node.end))
            else:
                self._template(node)

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        self._depth += 1
        yield
        self._depth -= 1

    def _template(self, node: Node) -> None:
        written = templates.without_comments(self.text[node.parts[0].start : node.parts[0].end])
        name = names.normal(written)
        function, colon, _ = name.partition(":")
        handler = self._handlers.get(f"{function}:" if colon and function.startswith("#tag") else name)
        if handler is None and source.kind_of(name[:_LONGEST_NAME])[0]:
            handler = self._handlers.get(CITATION)
        shown = names.shown_argument(name)
        if handler is not None:
            handler(self, node)
        elif shown is not None:
            self._argument(node, shown)
        else:
            self.others.append(Template(name[:_LONGEST_NAME], (), Span(node.start, node.end)))
            unknown.show(self, node, name)

    def _argument(self, node: Node, which: int) -> None:
        """Show one argument of a template, and none of its others."""
        for part in islice(templates.arguments(self.text, node), which - 1, which):
            self.part(part)
