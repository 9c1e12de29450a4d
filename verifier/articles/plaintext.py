"""Plain text with printed markers and a reference list: copies of pages, exports, the text of mirrors.

Markers are ``[1]``, ``[1][2]``, ``[1, 2]``, ``[2-5]``, ``[note 1]``, superscripts, and digits that lost their style.
The list is looked for from the end of the text; its printed labels are kept. What a mirror left of its page is remarked
upon and not taken for a claim.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from verifier.articles import LEGACY, Parser
from verifier.html import about
from verifier.model.article import Article, Claim, EntryList, Marker, Remark, Span
from verifier.model.origin import Origin
from verifier.prose import blocks, boilerplate, claims, headings, pages, printed
from verifier.text import lines, one_line

_REFERENCE = re.compile(r"<ref(?:\s[^<>]{0,200})?>", re.IGNORECASE)
_MANY = 4  # references of wikitext: a text about wikitext has a few


def parse(text: str, path: str, numbering: str = LEGACY) -> Article:
    """Return the article; its numbers are printed, whatever `numbering` says. Any text is one: never raises."""
    rows = [Span(start, end) for start, end in lines(text)]
    heads = pages.furniture(text, rows)
    on_pages = {*heads}
    rows = [row for row in rows if row not in on_pages]
    found = printed.read(text, rows)
    cited = [marker.span for marker in found.markers]
    title = _title(text, rows)
    body = _outside(rows, found.parts)
    furniture = list(boilerplate.find(text, body, title, cited))
    taken = {remark.span for remark in furniture}
    pieces = list(blocks.split(text, [row for row in body if row not in taken], cited))
    empty = boilerplate.empty_sections(text, rows, headings.word)
    printed_pages = [Remark("page-head", one_line(text[row.start : row.end]), row) for row in heads]
    remarks = [*furniture, *empty, *found.remarks, *printed_pages]
    places = [
        claims.Passage(block.span, "" if block.section.replace("_", " ") == title else block.section)
        for block in pieces
    ]
    return Article(
        path=path,
        format="plaintext",
        title=title,
        text=text,
        origin=Origin.of(text),
        claims=_claims(text, places, found.lists, found.markers),
        lists=found.lists,
        paragraphs=tuple(block.span for block in pieces if not block.heading),
        remarks=tuple(sorted([*remarks, *_markup(text)], key=lambda remark: remark.span)),
        marker_styles=found.styles,
    )


def _markup(text: str) -> Iterator[Remark]:
    """Yield a remark where the text is in a format with a reader of its own, so that somebody chose this one."""
    places = list(islice(_REFERENCE.finditer(text), _MANY))
    if about.is_page(text) or about.is_fragment(text):
        yield Remark("markup", "HTML", Span(0, len(text.partition("\n")[0])))
    elif len(places) == _MANY:
        yield Remark("markup", "wikitext", Span(*places[0].span()))


def _claims(
    text: str, places: list[claims.Passage], found_lists: Sequence[EntryList], bound: Sequence[Marker]
) -> tuple[Claim, ...]:
    """Bind all markers, those inside notes too: a note that cites a source cites it."""
    notes = [
        claims.Passage(Span(entry.body, entry.span.end), each.heading) for each in found_lists for entry in each.entries
    ]
    pieces = sorted([*places, *notes], key=lambda passage: passage.span)
    return tuple(claims.bind(text, pieces, bound))


def _outside(rows: list[Span], found_lists: Sequence[EntryList]) -> list[Span]:
    """Return the lines that belong to no list: neither its heading nor its entries."""
    spans = [
        span
        for each in found_lists
        for span in (Span(each.span.start, each.span.start + 1), Span(each.entries[0].span.start, each.span.end))
    ]
    kept = []
    position = 0
    for row in rows:
        while position < len(spans) and spans[position].end <= row.start:
            position += 1
        if position == len(spans) or row.end <= spans[position].start:
            kept.append(row)
    return kept


def _title(text: str, rows: list[Span]) -> str:
    first = next((text[row.start : row.end] for row in rows if text[row.start : row.end].strip()), "")
    line = one_line(first).strip("=# ")
    is_text = len(line) > 200 or line.endswith(".") or re.search(r"\[\d", line)
    return "" if is_text else line.replace("_", " ")


def _recognises(text: str, suffix: str) -> int:
    return 50 if suffix in {".txt", ".text"} else 10


PARSER = Parser("plaintext", "plain text with printed markers and a list", _recognises, parse)
