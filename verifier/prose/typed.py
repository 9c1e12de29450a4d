"""Find the numbers and lists that were typed by hand in a document with markup, by the rules for plain text.

``[1]`` and a numbered list under "References" are no markup: Markdown and reStructuredText print them as they are. The
lines of the document are copied into a plain text, that is read, and what is found is put back into its place.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from verifier.citations.rendered import split_urls
from verifier.model.article import EntryList, Marker, Remark, Span
from verifier.prose import printed
from verifier.prose.flow import Block, Cite, Inline, Item, Listing, Words
from verifier.text import lines as lines_of
from verifier.values import frozen

_NUMBERED = "\ufffc"  # stands for a marker that the format numbers
_NOWHERE = Span(0, 0)


@frozen
class Line:
    """A block, and what the format prints before it: the number of an item ("2.") or its bullet ("*").

    `place` is where that mark stands in the file; `goes_on` tells that the line before is of the same list.
    """

    block: Block
    label: str = ""
    place: int = 0
    goes_on: bool = False


@frozen
class Typed:
    """The parts of the document, with the lists and markers that were found; their styles; remarks on them."""

    parts: list[Block | Listing]
    styles: tuple[str, ...]
    remarks: tuple[Remark, ...]
    has_list: bool


@dataclass(slots=True)  # not frozen: that takes three times as long to make, and there are two for every marker
class _Run:
    """An inline of a line, or the mark before it, and where it stands in the copy."""

    start: int
    inline: Inline
    line: int
    is_mark: bool = False

    @property
    def end(self) -> int:
        return self.start + (len(self.inline.text) if isinstance(self.inline, Words) else len(_NUMBERED))

    @property
    def stop(self) -> int:
        """Return where it ends in the file."""
        width = self.inline.width
        return self.inline.place + (self.end - self.start if width is None else width)


def read(
    lines: Sequence[Line], footnotes: Collection[str], others: Callable[[str], Iterable[Marker]], *, alone: bool
) -> Typed:
    """Return the lines as parts of an article.

    `footnotes` are the labels of the format's own footnotes: without a typed list a number among them lacks its mark,
    and any other is no marker unless numbers stand `alone`: in a document without markup for citations. `others`
    finds markers of another kind in the copy.
    """
    copy, runs = _copied(lines)
    rows = [Span(*row) for row in lines_of(copy)]
    blocked = [Span(run.start, run.end) for run in runs if isinstance(run.inline, Words) and run.inline.literal]
    found = printed.read(copy, rows, blocked)
    has_list = bool(found.lists)
    markers = list(found.markers) if has_list or alone else []
    remarks = [Remark(each.kind, each.text, _NOWHERE, _in_file(runs, each.span)) for each in found.remarks]
    if not has_list and not alone:
        remarks = [*_unlinked(copy, runs, found.markers, footnotes)]
    markers += [each for each in others(copy) if not _is_inside(each.span, blocked)]
    if not markers and not has_list:
        parts = [line.block for line in lines if line.block.inlines or line.block.kind == "furniture"]
        return Typed([*parts], (), tuple(remarks), has_list)
    entries = sorted((entry for each in found.lists for entry in each.entries), key=lambda entry: entry.span)
    edges = [edge for entry in entries for edge in (entry.span.start, entry.body, entry.span.end)]
    cited = _cut_at(edges, _cited(copy, runs, sorted(markers, key=lambda each: each.span)))
    made = list(_parts(lines, cited, found.lists, [entry.span for entry in entries]))
    return Typed(made, found.styles if markers else (), tuple(remarks), has_list)


def item(label: str | None, inlines: Sequence[Inline], place: int, anchor: str = "") -> Item:
    """Return an entry; its addresses are those of the links in it."""
    url, archive_url = split_urls(each.url for each in inlines if isinstance(each, Words) and each.url)
    return Item(label, inlines, place, anchor, url=url, archive_url=archive_url)


def unlinked(texts: Iterable[Sequence[Inline]], footnotes: Collection[str]) -> tuple[Remark, ...]:
    """Return a remark for each plain number in these texts that is the label of a footnote."""
    return read([Line(Block("paragraph", each)) for each in texts], footnotes, lambda _: (), alone=False).remarks


def in_groups(parts: Iterable[Block | Listing], group: Callable[[str], str]) -> Iterator[Block | Listing]:
    """Yield the parts, the markers in them with the group that belongs to their anchor ("" leaves one as it is)."""
    for part in parts:
        if isinstance(part, Block):
            yield replace(part, inlines=[_in_group(each, group) for each in part.inlines])
        else:
            items = [replace(each, inlines=[_in_group(one, group) for one in each.inlines]) for each in part.items]
            yield replace(part, items=items)


def _in_group(inline: Inline, group: Callable[[str], str]) -> Inline:
    name = group(inline.anchor) if isinstance(inline, Cite) and inline.anchor else ""
    return replace(inline, group=name) if name and isinstance(inline, Cite) else inline


def _copied(lines: Sequence[Line]) -> tuple[str, list[_Run]]:
    """Return the plain text of the lines, and where their inlines stand in it."""
    texts: list[str] = []
    runs: list[_Run] = []
    length = 0
    for index, line in enumerate(lines):
        texts.append("\n" if line.goes_on else "\n\n")
        length += len(texts[-1])
        mark = "#" if line.block.kind == "heading" else line.label
        inlines = [] if line.block.kind == "furniture" else list(line.block.inlines)
        if mark and inlines:
            inlines.insert(0, Words(f"{mark} ", line.place, len(mark)))
        for position, inline in enumerate(inlines):
            runs.append(_Run(length, inline, index, is_mark=bool(mark) and position == 0))
            texts.append(inline.text if isinstance(inline, Words) else _NUMBERED)
            length += len(texts[-1])
    return "".join(texts), runs


def _is_inside(span: Span, blocked: Sequence[Span]) -> bool:
    before = bisect_right(blocked, span.start, key=lambda each: each.start) - 1
    return before >= 0 and blocked[before].end > span.start


def _in_file(runs: Sequence[_Run], span: Span) -> Span:
    """Return where a span of the copy stands in the file."""
    first = max(0, bisect_right(runs, span.start, key=lambda run: run.start) - 1)
    last = max(first, bisect_left(runs, span.end, key=lambda run: run.start) - 1)
    return Span(_place(runs[first], span.start), max(_place(runs[first], span.start), _end(runs[last], span.end)))


def _in_run(run: _Run, span: Span) -> Span:
    """Return where a span stands in the file that is all in one run."""
    if run.inline.width is None:
        shift = run.inline.place - run.start
        return Span(span.start + shift, span.end + shift)
    start = _place(run, span.start)
    return Span(start, max(start, _end(run, span.end)))


def _place(run: _Run, offset: int) -> int:
    return run.inline.place + (offset - run.start if run.inline.width is None else 0)


def _end(run: _Run, offset: int) -> int:
    return run.stop if offset >= run.end else _place(run, offset)


def _unlinked(
    copy: str, runs: Sequence[_Run], markers: Iterable[Marker], footnotes: Collection[str]
) -> Iterator[Remark]:
    """Yield a remark for each plain number that is the label of a footnote: its mark was forgotten."""
    for marker in markers:
        is_quoted = copy.startswith("_", marker.span.end)  # a call in reStructuredText that was escaped on purpose
        if not marker.group and marker.label in footnotes and not is_quoted:
            yield Remark("marker-unlinked", marker.label, _NOWHERE, _in_file(runs, marker.span))


def _cited(copy: str, runs: Sequence[_Run], markers: Sequence[Marker]) -> Iterator[_Run]:
    """Yield the runs with the markers in them as cites; `markers` are sorted, and those of one bracket share a span."""
    position = 0
    taken = 0  # what is before this offset of the copy belongs to a marker
    for run in runs:
        start = max(run.start, taken)
        while position < len(markers) and markers[position].span.start < run.end:
            span = markers[position].span
            if span.start < start:  # overlaps with one that was taken
                position += 1
                continue
            if start < span.start:
                yield from _cut(run, start, span.start)
            in_file = _in_run(run, span) if span.end <= run.end else _in_file(runs, span)
            is_first = True
            while position < len(markers) and markers[position].span == span:
                cite = _cite(markers[position], in_file, copy[span.start : span.end], joined=not is_first)
                yield _Run(span.start, cite, run.line)
                is_first, position = False, position + 1
            start = taken = span.end
        yield from _cut(run, start, run.end)


def _cut(run: _Run, start: int, end: int) -> Iterator[_Run]:
    """Yield what of a run stands from `start` to `end` in the copy; what stands as a whole is not cut."""
    if start >= end:
        return
    if start == run.start and end == run.end:
        yield run
    elif isinstance(run.inline, Cite) or run.inline.width is not None:
        if start == run.start:
            yield run
    else:
        text = run.inline.text[start - run.start : end - run.start]
        yield _Run(start, replace(run.inline, text=text, place=_place(run, start)), run.line)


def _cut_at(edges: Sequence[int], runs: Iterable[_Run]) -> list[_Run]:
    """Return the runs, cut where an entry or its text begins or ends."""
    if not edges:
        return list(runs)
    made: list[_Run] = []
    for run in runs:
        start = run.start
        for edge in edges[bisect_right(edges, start) : bisect_left(edges, run.end)]:
            made.extend(_cut(run, start, edge))
            start = edge
        made.extend(_cut(run, start, run.end))
    return made


def _cite(marker: Marker, in_file: Span, shown: str, *, joined: bool) -> Cite:
    width = in_file.end - in_file.start
    return Cite(
        marker.label,
        marker.group,
        marker.number,
        in_file.start,
        width,
        marker.anchor,
        marker.page,
        printed=shown,
        joined=joined,
    )


def _parts(
    lines: Sequence[Line], runs: Sequence[_Run], lists: Sequence[EntryList], entries: Sequence[Span]
) -> Iterator[Block | Listing]:
    """Yield the blocks without the entries of the lists, and each list where its first entry stands."""
    firsts = {each.entries[0].span.start: each for each in lists}
    starts = [run.start for run in runs]
    position = 0
    pending = sorted(firsts)
    for index, line in enumerate(lines):
        own: list[Inline] = []
        while position < len(runs) and runs[position].line == index:
            run = runs[position]
            position += 1
            while pending and pending[0] <= run.start:
                if own:
                    yield Block(line.block.kind, own)
                    own = []
                yield _listing(firsts[pending.pop(0)], runs, starts)
            if not run.is_mark and not _is_inside(Span(run.start, run.start), entries):
                own.append(run.inline)
        if own or line.block.kind == "furniture":
            yield Block(line.block.kind, own or line.block.inlines)
    yield from (_listing(firsts[start], runs, starts) for start in pending)


def _listing(found: EntryList, runs: Sequence[_Run], starts: Sequence[int]) -> Listing:
    items = []
    for entry in found.entries:
        begin = bisect_left(starts, entry.body)
        inside = runs[begin : bisect_left(starts, entry.span.end)]
        place = runs[min(bisect_left(starts, entry.span.start), len(runs) - 1)].inline.place
        items.append(item(entry.label, [run.inline for run in inside], place))
    place = items[0].place if items else 0
    return Listing(found.heading, found.group, found.style, items, place)
