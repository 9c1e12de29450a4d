"""Find the reference lists of a text: a heading, then entries, each with the label that is printed before it.

The printed label is kept as it is and never replaced by a position: a list that was numbered afresh is only noticed
because both are known. Lists are looked for from the end of the text, where they stand.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from verifier.model.article import Citation, Entry, EntryList, Span
from verifier.prose import backs, boilerplate, headings, unlabelled
from verifier.prose.starts import (
    STYLES,
    Line,
    begins,
    fits,
    label_of,
    leaps,
    lines_of,
    looks_like_source,
    number_of,
    value,
)
from verifier.text import one_line

_FIRST = frozenset({"1", "a", "A", "i", "\u03b1", None})  # labels that a list begins with
_MARKED_HEADING = re.compile(r"\s*(?:={2,6}[^=].*={2,6}|#{1,6} .+)\s*")
_BAR = re.compile(r"(?:\s*\|\s*)?")  # between the label's cell and the next, where a table is the list
_LED_BACK = re.compile(rf"\s*(\d{{1,4}}\.\s*)?[{backs.ARROWS}]\s+[^\s{backs.ARROWS}]")  # "  ^" points at what is above
_BACK, _LINES = "^", 2  # the style of lists with links back, and the lines that make one
_HEADING = 80  # characters of a heading
_LOOK_AHEAD = 6  # non-empty lines in which the first entry must start


@dataclass(slots=True)
class _Open:
    """A list while it is being read."""

    style: str
    labels: list[str | None] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    bodies: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)


def find(text: str, spans: Sequence[tuple[int, int]], read: Callable[[str], Citation]) -> tuple[EntryList, ...]:
    """Return the lists of the text in order. `spans` are its lines; `read` parses one entry's text."""
    rows = lines_of(text, spans)
    begun = [index for index, row in enumerate(rows) if row.text and headings.word(row.text)]
    found: list[EntryList] = []
    limit, cited = len(rows), unlabelled.Cited(text)
    for index in reversed(begun):
        made = _list_at(rows, index, limit, cited, read, is_last=not found)
        if made is not None:
            found.append(made)
        limit = index  # a list ends at the next heading of one, whatever became of that
    found = sorted([*found, *_linked_back(rows, found, read)], key=lambda each: each.span)
    return tuple(grouped(found))


def _linked_back(rows: list[Line], known: Sequence[EntryList], read: Callable[[str], Citation]) -> Iterator[EntryList]:
    """Yield the lists below other headings whose lines begin with a link back ("^"): only a list of references does."""
    spans = sorted(each.span for each in known)
    filled = [index for index, row in enumerate(rows) if not row.blank]
    back = [_LED_BACK.match(rows[index].text) and not _is_in(rows[index], spans) for index in filled]
    position = 0
    while position < len(filled):
        last = position
        while last < len(filled) and back[last]:
            last += 1
        if last - position >= _LINES:
            heading = rows[filled[position - 1]] if position and not _is_in(rows[filled[position - 1]], spans) else None
            limit = filled[last] if last < len(filled) else len(rows)
            led = _LED_BACK.match(rows[filled[position]].text)
            style = "1." if led and led[1] else _BACK
            entries = collected(rows, filled[position], limit, style, read)
            start = heading if heading and _is_heading(heading) else rows[filled[position]]
            name = one_line(start.text).strip("=# ") if start is heading else ""
            if entries:
                yield EntryList(name, "", style, Span(start.start, entries[-1].span.end), entries)
        position = last + 1


def _is_in(row: Line, spans: Sequence[Span]) -> bool:
    index = bisect_right(spans, row.start, key=lambda span: span.start) - 1
    return index >= 0 and row.start < spans[index].end


def _is_heading(row: Line) -> bool:
    return len(row.text) <= _HEADING and re.search(r"\[\s*\d|[.!?:;,]\s*$", row.text) is None


def collected(
    rows: list[Line], first: int, limit: int, style: str, read: Callable[[str], Citation]
) -> tuple[Entry, ...]:
    """Return the entries of a list of this style whose first one begins in row `first`; it ends before row `limit`."""
    starts = _starts(rows, first, limit, style)
    return tuple(_entries(rows, _collect(rows, first, limit, style), read)) if first in starts else ()


def grouped(lists: Sequence[EntryList]) -> list[EntryList]:
    """Give a list whose labels carry a word ("note 1") that group, and a notes list beside a references list one.

    A notes list beside which no other one is counted is the list the numbers point into.
    """
    are_notes = [headings.word(each.heading) in headings.NOTES for each in lists]
    beside = any(each.is_counted and not is_notes for each, is_notes in zip(lists, are_notes, strict=True))
    return [
        replace(each, group=_group_of(each, is_notes=is_notes and beside))
        for each, is_notes in zip(lists, are_notes, strict=True)
    ]


def _group_of(each: EntryList, *, is_notes: bool) -> str:
    label = each.entries[0].label or ""
    if " " in label or "\xa0" in label:
        return label.split()[0].casefold()
    return "note" if is_notes and not label.isalpha() else ""


def _list_at(
    rows: list[Line],
    heading: int,
    limit: int,
    cited: unlabelled.Cited,
    read: Callable[[str], Citation],
    *,
    is_last: bool,
) -> EntryList | None:
    first = _first_entry(rows, heading + 1, limit)
    bare = unlabelled.find(rows, heading, limit, cited, _ends)
    if bare and (first is None or first[1] == "none" or first[0] > bare[0]):
        style, opened = "none", _unlabelled(rows, bare)
    elif first is None:
        return None
    else:
        index, style = first
        if style == "none" and not is_last and not _all_citations(rows, heading + 1, limit):
            return None
        opened = _collect(rows, index, limit, style)
    if not is_last and style != "[Abc99]" and opened.labels[0] not in _FIRST and " " not in (opened.labels[0] or ""):
        return None  # a line of a table of contents ("8 External links") looks like an entry
    entries = tuple(_entries(rows, opened, read))
    span = Span(rows[heading].start, rows[opened.ends[-1]].end)
    return EntryList(headings.printed(rows[heading].text), "", style, span, entries)


def _first_entry(rows: list[Line], start: int, limit: int) -> tuple[int, str] | None:
    """Return the row and the style of the first entry below a heading, None if there is none."""
    seen = 0
    plain: list[int] = []
    for index in range(start, limit):
        row = rows[index]
        if row.blank:
            continue
        seen += 1
        if seen > _LOOK_AHEAD or headings.word(row.text):
            break
        style = next((style for style in STYLES if begins(row, style)), None)
        if style is not None:
            return index, style
        if _counts_on(rows, index, limit):
            return index, "1"
        if looks_like_source(row.text):
            plain.append(index)
    if len(plain) < 2 and not (plain and seen == 1):
        return None
    return (_first_line(rows, start, plain), "none")


def _first_line(rows: list[Line], start: int, plain: Sequence[int]) -> int:
    """Return the row of the first entry: also one without a year or a title in quotes, if most others have them."""
    first = next(index for index in range(start, plain[0] + 1) if not rows[index].blank)
    before = rows[first : plain[0]]
    is_text = any(row.blank or row.text.rstrip().endswith(":") for row in before)  # "Texts from:"
    return plain[0] if is_text or len(before) > len(plain) else first


def _ends(row: Line) -> bool:
    """Tell whether a heading that begins no list stands here, or what a site prints below a page."""
    is_heading = headings.ends_list(row.text) or _MARKED_HEADING.fullmatch(row.text) is not None
    return is_heading or boilerplate.kind(row.text) is not None


def _counts_on(rows: list[Line], start: int, limit: int) -> bool:
    """Tell whether three rows begin with 1, 2 and 3: they need not look like citations to be a list."""
    filled = [row for row in rows[start : min(limit, start + _LOOK_AHEAD)] if not row.blank]
    return [number_of(row, "1") for row in filled[:3]] == [1, 2, 3]


def _all_citations(rows: list[Line], start: int, limit: int) -> bool:
    """Tell whether nearly all lines up to the next list look like citations: text below a contents line does not."""
    filled = [row for row in rows[start:limit] if not row.blank]
    return sum(looks_like_source(row.text) for row in filled) >= 0.8 * len(filled)


def _collect(rows: list[Line], first: int, limit: int, style: str) -> _Open:
    """Read entries from row `first` on, until the list ends."""
    opened = _Open(style)
    starts = _starts(rows, first, limit, style)
    last = max(starts)
    after_blank = False
    for index in range(first, limit):
        row = rows[index]
        if row.blank:
            after_blank = True
            continue
        if index in starts:
            label, body = starts[index]
            opened.labels.append(label)
            opened.starts.append(index)
            opened.bodies.append(body)
            opened.ends.append(index)
        elif _ends(row) or (after_blank and _is_full(rows, opened) and (index > last or not opened.labels[-1])):
            break  # behind a blank line only a numbered list goes on, and only if its next number follows
        else:
            opened.ends[-1] = index
        after_blank = False
    return opened


def _is_full(rows: list[Line], opened: _Open) -> bool:
    """Tell whether the last entry has any text: some print its label alone in a line, and a blank line below."""
    row = rows[opened.ends[-1]]
    return opened.ends[-1] > opened.starts[-1] or bool(row.text[opened.bodies[-1] - row.start :].strip())


def _unlabelled(rows: list[Line], lines: list[int]) -> _Open:
    """Return the list that has these lines as its entries."""
    bodies = [rows[index].start + len(rows[index].text) - len(rows[index].text.lstrip()) for index in lines]
    return _Open("none", [None] * len(lines), lines, bodies, lines)


def _starts(rows: list[Line], first: int, limit: int, style: str) -> dict[int, tuple[str | None, int]]:
    """Return the rows that start an entry, with their label and where its text begins."""
    pattern = STYLES.get(style)
    starts: dict[int, tuple[str | None, int]] = {}
    previous = 0
    gap = is_apart = False  # behind a blank line; behind a paragraph of its own
    for index in range(first, limit):
        row = rows[index]
        if row.blank:
            gap = True
            continue
        if _ends(row):
            break
        if pattern is None:
            if index > first and gap and not looks_like_source(row.text):
                break
            starts[index] = (None, row.start + len(row.text) - len(row.text.lstrip()))
        elif match := pattern.match(row.text):
            label = label_of(match)
            if is_apart and label is not None and (value(label) or previous + 1) <= previous:
                break  # another list of numbers ("Stations: 1. Ober")
            if label is None or fits(label, previous, style) or leaps(label, previous, style, row.text[match.end() :]):
                body = _BAR.match(row.text, backs.end(row.text, match.end()))
                starts[index] = (label, row.start + (body.end() if body else match.end()))
                previous = value(label) or previous
        is_apart = index not in starts and (gap or is_apart)
        gap = False
    return starts


def _entries(rows: list[Line], opened: _Open, read: Callable[[str], Citation]) -> Iterator[Entry]:
    for position, (label, start, body, end) in enumerate(
        zip(opened.labels, opened.starts, opened.bodies, opened.ends, strict=True), 1
    ):
        first = rows[start].text[body - rows[start].start :]
        text = one_line(" ".join([first, *(each.text for each in rows[start + 1 : end + 1])]))
        lead = len(rows[start].text) - len(rows[start].text.lstrip())
        yield Entry(label, position, Span(rows[start].start + lead, rows[end].end), body, text, read(text))
