"""Pages whose citations are no links: ``[1]`` as text, or a raised 1, and a list below a heading that says so.

The page is read once without markers; in its text they are found by the rules of plain text, and each goes back to its
place in the page.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from verifier.citations.rendered import read
from verifier.html.page import Page
from verifier.model.article import Article, Citation, Entry, EntryList, Marker, Remark, Span
from verifier.model.origin import Origin
from verifier.prose import chapters, joining, lists, markers, notes, unheaded
from verifier.prose.flow import CELL, Block, Cite, Inline, Item, Listing, Words
from verifier.prose.labels import Labels
from verifier.prose.layout import Laid, laid
from verifier.text import lines
from verifier.values import frozen

_CODE = ("code", "kbd", "samp", "pre", "tt", "math")
_RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
Parts = Sequence[Block | Listing]


@frozen
class Printed:
    """The parts of a page with the markers that are printed in it, their styles, and the remarks."""

    parts: Parts
    styles: tuple[str, ...]
    remarks: tuple[Remark, ...]


@frozen
class _Place:
    """A place in the file, from `start` to `end`, that markers stand for."""

    start: int
    end: int
    cites: tuple[Cite, ...]


def find(page: Page, parts: Parts) -> Printed:
    """Return the parts of the page with its printed markers."""
    shown = _Shown(page)
    copy = None if _has_lists(parts) else laid(page.source, parts)
    if copy:
        parts = _with_lists(parts, copy)
    if copy is None or _has_lists(parts) or not shown.as_written:  # else it would be the same once more
        copy = laid(page.source, [_unread(_each(part, shown.words)) for part in parts])
    grouped = lists.grouped(copy.lists)
    blocked = markers.blocked(copy.text, grouped)
    found = markers.find(copy.text, blocked, Labels.of(grouped, notes.words(copy.text, grouped)))
    bound = markers.in_groups(found.markers, grouped)
    places = list(_places(copy.origin, bound))
    groups = iter(grouped)
    made = [replace(part, group=next(groups).group) if isinstance(part, Listing) else part for part in parts]
    remarks = tuple(replace(each, in_file=_in_file(copy.origin, each.span)) for each in found.remarks)
    return Printed([_each(part, lambda words: _cut(words, places)) for part in made], found.styles, remarks)


def in_chapters(article: Article) -> Article:
    """Return the article with its numbers bound to the list of their own chapter."""
    found, bound = chapters.split(joining.joined(article.lists), article.markers)
    fresh = iter(bound)
    claims = tuple(replace(each, markers=tuple(next(fresh) for _ in each.markers)) for each in article.claims)
    return replace(article, lists=found, claims=claims)


class _Shown:
    """How the words of the page look to somebody who reads plain text: raised digits raised, code without meaning."""

    def __init__(self, page: Page) -> None:
        self._raised = _ranges(page, ("sup",), lambda node: "[" not in page.text(node))  # brackets are marker enough
        self._code = _ranges(page, _CODE)

    @property
    def as_written(self) -> bool:
        """Tell whether all words look as they are written."""
        return not self._raised and not self._code

    def words(self, words: Words) -> list[Inline]:
        """Return the words as they are to be looked through, as long as they were."""
        if _within(self._code, words.place):
            return [replace(words, text="_" * len(words.text))]
        return [replace(words, text=words.text.translate(_RAISED))] if _within(self._raised, words.place) else [words]


def _ranges(page: Page, names: Sequence[str], counts: Callable[[int], bool] = lambda _: True) -> list[tuple[int, int]]:
    """Return the outermost elements with these names that count, as (start, end) in the file."""
    found: list[tuple[int, int]] = []
    for node, name in enumerate(page.tree.names):
        if name in names and (not found or page.tree.starts[node] >= found[-1][1]) and counts(node):
            found.append((page.tree.starts[node], page.tree.ends[node]))
    return found


def _within(ranges: Sequence[tuple[int, int]], place: int) -> bool:
    index = bisect_left(ranges, (place + 1,)) - 1
    return index >= 0 and place < ranges[index][1]


def _each(part: Block | Listing, change: Callable[[Words], list[Inline]]) -> Block | Listing:
    """Return the part with every run of words changed."""
    if isinstance(part, Block):
        return Block(part.kind, list(_changed(part.inlines, change)))
    return replace(part, items=[replace(item, inlines=list(_changed(item.inlines, change))) for item in part.items])


def _unread(part: Block | Listing) -> Block | Listing:
    """Return a list whose entries are not to be read as citations, since they are only looked through."""
    if isinstance(part, Block):
        return part
    return replace(part, items=[replace(item, citation=Citation()) for item in part.items])


def _changed(inlines: Iterable[Inline], change: Callable[[Words], list[Inline]]) -> Iterator[Inline]:
    for each in inlines:
        yield from change(each) if isinstance(each, Words) else (each,)


def _places(origin: Origin, found: Sequence[Marker]) -> Iterator[_Place]:
    for span, group in groupby(found, key=lambda marker: marker.span):
        place = _in_file(origin, span)
        width = place.end - place.start
        cites = tuple(Cite(each.label, each.group, each.number, place.start, width, page=each.page) for each in group)
        yield _Place(place.start, place.end, cites)


def _in_file(origin: Origin, span: Span) -> Span:
    return Span(*origin.places(span.start, span.end))


def _cut(words: Words, places: Sequence[_Place]) -> list[Inline]:
    """Return a run of words with the markers in it; a marker stands in the run in which it begins."""
    begin, end = words.place, _end_of(words)
    made: list[Inline] = []
    position = begin
    index = max(0, bisect_left(places, begin, key=lambda place: place.start) - 1)
    while index < len(places) and places[index].start < end:
        place = places[index]
        index += 1
        if place.end <= position:
            continue
        if place.start >= begin:
            made += [*_part(words, position, place.start), *place.cites]
        position = min(end, place.end)
    return [*made, *_part(words, position, end)]


def _end_of(words: Words) -> int:
    return words.place + (len(words.text) if words.width is None else words.width)


def _part(words: Words, start: int, end: int) -> list[Inline]:
    if words.width is not None:
        return [words] if (start, end) == (words.place, words.place + words.width) else []
    text = words.text[start - words.place : end - words.place]
    return [Words(text, start)] if text else []


def _has_lists(parts: Parts) -> bool:
    return any(isinstance(part, Listing) for part in parts)


def _with_lists(parts: Parts, copy: Laid) -> Parts:
    """Return the parts with the lists that are printed as paragraphs, each with its label."""
    places = list(lines(copy.text))
    found = lists.find(copy.text, places, read) or unheaded.find(copy.text, places, read)
    spans = [_in_file(copy.origin, Span(each.entries[0].span.start, each.entries[-1].span.end)) for each in found]
    words: dict[int, list[Words]] = {}
    made: list[Block | Listing | int] = []  # a number stands for a list
    for part in parts:
        index = _span_at(spans, _first_place(part))
        if index is None:
            made.append(part)
            continue
        if index not in words:
            made.append(index)
        runs = _words_of(part)
        words.setdefault(index, []).extend([*runs, Words(" ", _end_of(runs[-1]), 0)])
    listings = {index: _listing(found[index], copy.origin, runs, spans[index]) for index, runs in words.items()}
    return [listings[part] if isinstance(part, int) else part for part in made]


def _words_of(part: Block | Listing) -> list[Words]:
    return [each for each in part.inlines if isinstance(each, Words)] if isinstance(part, Block) else []


def _first_place(part: Block | Listing) -> int:
    """Return where the first word of a block stands, -1 without one."""
    return next((words.place for words in _words_of(part) if words.text.strip()), -1)


def _span_at(spans: Sequence[Span], place: int) -> int | None:
    index = bisect_left(spans, place + 1, key=lambda span: span.start) - 1
    return index if index >= 0 and place < spans[index].end else None


def _listing(found: EntryList, origin: Origin, words: Sequence[Words], span: Span) -> Listing:
    return Listing(
        found.heading, found.group, found.style, list(_items(found.entries, origin, words, span.end)), span.start
    )


def _items(entries: Sequence[Entry], origin: Origin, words: Sequence[Words], end: int) -> Iterator[Item]:
    """Yield an item for each entry: the words between its label and the next entry."""
    starts = [_in_file(origin, entry.span).start for entry in entries]
    for entry, start, until in zip(entries, starts, [*starts[1:], end], strict=True):
        body = _in_file(origin, Span(entry.body, entry.span.end)).start
        first = max(0, bisect_left(words, body, key=lambda run: run.place) - 1)
        last = bisect_left(words, until, key=lambda run: run.place)
        label = _Place(start, body, ())
        parts = [part for run in words[first:last] for part in _cut(run, [label])]
        bars = takewhile(lambda part: isinstance(part, Words) and part.text.strip() in ("", CELL.strip()), parts)
        yield Item(entry.label, parts[len([*bars]) :], start)
