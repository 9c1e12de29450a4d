"""Make an article out of a document with markup, whose parts a reader of its format gives.

The text it makes is what a plain-text copy of the page would hold: a blank line between blocks, a row of a table in one
line with a bar between its cells, ``[1]`` for a marker, and for every list its heading and a line per entry, with its
label. So a page says the same in every format.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from verifier.citations.rendered import read
from verifier.model.article import Article, Citation, Entry, EntryList, Marker, Remark, Span, Template
from verifier.model.origin import Annex, Origin, Piece
from verifier.prose.claims import Passage, bind
from verifier.prose.flow import Block, Cite, Inline, Item, Listing, Words
from verifier.text import one_line
from verifier.values import frozen

_BLANKS = " \t\r\n\f\v"
_SPACE = re.compile(r"[ \t\r\n\f\v]{2,}|[\t\r\n\f\v]")  # a single blank is printed as it is
_BETWEEN = re.compile(r"[\s,;]*")  # what may stand between the markers of one cluster


@frozen
class Laid:
    """The text that parts make, where it stands in the file, and the lists in it."""

    text: str
    origin: Origin
    lists: tuple[EntryList, ...]


def laid(source: str, parts: Iterable[Block | Listing]) -> Laid:
    """Return the text of the parts, to be looked through before an article is made of them."""
    page = _Page()
    page.add(parts)
    return Laid(page.text, Origin.of(source, page.pieces), tuple(page.lists))


def assemble(
    source: str,
    parts: Iterable[Block | Listing],
    *,
    path: str,
    format: str,
    title: str = "",
    language: str = "",
    remarks: Iterable[Remark] = (),
    marker_styles: Sequence[str] = ("brackets",),
    templates: Iterable[Template] = (),
    annexes: Sequence[Annex] = (),
) -> Article:
    """Return the article with these parts, in their order. `source` is the text of the whole file.

    `annexes` are further files that parts come from.
    """
    page = _Page()
    page.add(parts)
    text, markers = page.text, page.clustered()
    return Article(
        path=path,
        format=format,
        title=title,
        text=text,
        origin=Origin.of(source, page.pieces, annexes),
        claims=tuple(bind(text, page.passages, markers)),
        lists=tuple(page.lists),
        paragraphs=tuple(page.paragraphs),
        remarks=tuple(sorted(remarks, key=_order)),
        marker_styles=tuple(marker_styles) if markers else (),
        language=language,
        headings=tuple(page.headings),
        templates=tuple(sorted(templates, key=lambda template: template.span)),
    )


def _order(remark: Remark) -> tuple[int, int, str]:
    place = remark.in_file or remark.span
    return place.start, place.end, remark.kind


class _Page:
    """The text as it grows, and what stands where in it."""

    def __init__(self) -> None:
        self._runs: list[str] = []
        self._length = 0
        self._section = ""
        self._in_table = False
        self._markers: list[Marker] = []
        self.pieces: list[Piece] = []
        self.passages: list[Passage] = []
        self.paragraphs: list[Span] = []
        self.headings: list[Span] = []
        self.lists: list[EntryList] = []

    @property
    def text(self) -> str:
        """Return the whole text."""
        return "".join(self._runs)

    def add(self, parts: Iterable[Block | Listing]) -> None:
        """Print all parts, in their order."""
        for part in parts:
            if isinstance(part, Block):
                self.add_block(part)
            else:
                self.add_list(part)

    def add_block(self, block: Block) -> None:
        """Print one block; an empty one leaves nothing behind. A blank line stands behind a table."""
        if self._in_table and block.kind != "row":
            self._end("\n")
        self._in_table = block.kind == "row"
        start, first = self._length, len(self._runs)
        self._print(block.inlines)
        if self._length == start:
            return
        span = Span(start, self._length)
        if block.kind == "heading":
            self._section = one_line("".join(self._runs[first:]))
            self.headings.append(span)
        elif block.kind != "furniture":
            self.passages.append(Passage(span, self._section, block.kind == "row"))
            self.paragraphs.append(span)
        self._end("\n" if block.kind == "row" else "\n\n")

    def add_list(self, listing: Listing) -> None:
        """Print one list: a line per entry, its label first."""
        start = self._length
        entries = [self._entry(item, position, listing) for position, item in enumerate(listing.items, 1)]
        self._end("\n")
        span = Span(start, self._length)
        self.lists.append(EntryList(listing.heading, listing.group, listing.style, span, tuple(entries)))

    def clustered(self) -> list[Marker]:
        """Return the markers with their clusters: nothing but blanks and commas stands between those of one."""
        text, found = self.text, list[Marker]()
        cluster = -1
        for marker in self._markers:
            joined = found and found[-1].span == marker.span
            near = found and _BETWEEN.fullmatch(text, found[-1].span.end, marker.span.start)
            if not joined and (not near or "\n" in near[0]):
                cluster += 1
            found.append(marker.in_cluster(cluster))
        return found

    def _entry(self, item: Item, position: int, listing: Listing) -> Entry:
        start = self._length
        if item.label is not None:
            self._put(f"{item.label}. ", item.place, 0)
        body, first = self._length, len(self._runs)
        self._print(item.inlines)
        text = one_line("".join(self._runs[first:]))
        span = Span(start, self._length)
        if self._length > body:
            self.passages.append(Passage(Span(body, self._length), listing.heading))
        self._end("\n", item.place)
        citation = item.citation or (read(text, item.linked) if text else Citation())
        if item.url or item.archive_url:
            archive = item.archive_url or citation.archive_url
            citation = replace(
                citation, url=item.url, archive_url=archive, says_archived=citation.says_archived or archive is not None
            )
        return Entry(item.label, position, span, body, text, citation, item.anchor, item.backlinks, item.templates)

    def _print(self, inlines: Sequence[Inline]) -> None:
        """Print inlines, white space as one blank, none at either end."""
        blank = False  # a blank is due before whatever comes next
        start = self._length
        for inline in inlines:
            if isinstance(inline, Cite):
                blank = self._cite(inline, blank and self._length > start)
                continue
            text = inline.text
            begin, end = len(text) - len(text.lstrip(_BLANKS)), len(text.rstrip(_BLANKS))
            blank = blank or begin > 0
            for space in _SPACE.finditer(text, begin, end):
                self._word(inline, begin, space.start(), blank and self._length > start)
                blank, begin = True, space.end()
            if begin < end:
                self._word(inline, begin, end, blank and self._length > start)
                blank = end < len(text)

    def _word(self, words: Words, start: int, end: int, blank: bool) -> None:
        """Print the characters from `start` to `end` of a run, after a blank if one is due."""
        place = words.place + (start if words.width is None else 0)
        if blank:
            self._put(" ", max(0, place - 1), 1)
        self._put(words.text[start:end], place, words.width)

    def _cite(self, cite: Cite, blank: bool) -> bool:
        """Print a marker, after a blank if one is due; tell whether it still is."""
        if blank and not cite.hidden:
            self._put(" ", max(0, cite.place - 1), 1)
        start = self._length
        if not cite.hidden and not cite.joined:
            self._put(f"[{cite.label}]" if cite.printed is None else cite.printed, cite.place, cite.width)
        span = self._markers[-1].span if cite.joined else Span(start, self._length)
        place = Span(cite.place, cite.place + cite.width) if cite.hidden else None
        self._markers.append(
            Marker(cite.label, cite.group, cite.number, span, 0, cite.page, cite.anchor, cite.hidden, place)
        )
        return blank and cite.hidden

    def _put(self, text: str, place: int, width: int | None) -> None:
        last = self.pieces[-1] if self.pieces else None
        goes_on = (
            last is not None
            and width is None
            and last.width is None
            and last.place - last.start == place - self._length
        )
        if not goes_on:
            self.pieces.append(Piece(self._length, place, width))
        self._runs.append(text)
        self._length += len(text)

    def _end(self, text: str, place: int | None = None) -> None:
        last = self.pieces[-1] if self.pieces else Piece(0, 0)
        end = last.place + (self._length - last.start if last.width is None else last.width)
        self._put(text, end if place is None else place, 0)
