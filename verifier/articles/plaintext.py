"""Plain text with printed markers and a reference list: copies of pages, exports, the text of mirrors.

Markers are ``[1]``, ``[1][2]``, ``[1, 2]``, ``[2-5]``, ``[note 1]``, superscripts, and digits that lost their style.
The list is looked for from the end of the text; its printed labels are kept. What a mirror left of its page is remarked
upon and not taken for a claim.
"""

from collections.abc import Sequence

from verifier.articles import Parser
from verifier.citations.rendered import read
from verifier.model.article import Article, Claim, EntryList, Span
from verifier.prose import blocks, boilerplate, claims, lists, markers
from verifier.text import lines, one_line


def parse(text: str, path: str) -> Article:
    """Return the article. Never raises: any text is an article, if one without markers or list."""
    rows = [Span(start, end) for start, end in lines(text)]
    printed_lists = lists.find(text, [(row.start, row.end) for row in rows], read)
    found_lists = lists.joined(printed_lists)
    labels = markers.Labels.of(found_lists)
    found = markers.find(text, _labels_of(text, found_lists), labels)
    cited = [marker.span for marker in found.markers]
    title = _title(text, rows)
    body = _outside(rows, printed_lists)
    furniture = list(boilerplate.find(text, body, title, cited))
    taken = {remark.span for remark in furniture}
    pieces = list(blocks.split(text, [row for row in body if row not in taken], cited))
    paragraphs = [block.span for block in pieces if not block.heading]
    empty = boilerplate.empty_sections(text, rows, lists.heading_word)
    places = [(block.span, "" if block.section.replace("_", " ") == title else block.section) for block in pieces]
    return Article(
        path=path,
        format="plaintext",
        title=title,
        text=text,
        claims=_claims(text, places, found_lists, found),
        lists=found_lists,
        paragraphs=tuple(paragraphs),
        remarks=tuple(sorted([*furniture, *empty, *found.remarks], key=lambda remark: remark.span)),
        marker_styles=found.styles,
    )


def _claims(
    text: str, places: list[tuple[Span, str]], found_lists: Sequence[EntryList], found: markers.Found
) -> tuple[Claim, ...]:
    """Bind all markers, those inside notes too: a note that cites a source cites it."""
    notes = [(entry.span, each.heading) for each in found_lists for entry in each.entries]
    pieces = sorted([*places, *notes], key=lambda piece: piece[0])
    return tuple(claims.bind(text, pieces, found.markers))


def _labels_of(text: str, found_lists: Sequence[EntryList]) -> list[Span]:
    """Return where the entries' own printed labels stand: those are no markers."""
    spans = []
    for each in found_lists:
        for entry in each.entries:
            reach = 16 + len(entry.label or "")
            bracket = text.find("]", entry.span.start, entry.span.start + reach)
            starts_so = text.startswith("[", entry.span.start)
            spans.append(Span(entry.span.start, (bracket if bracket >= 0 and starts_so else entry.span.start) + 1))
    return spans


def _outside(rows: list[Span], found_lists: Sequence[EntryList]) -> list[Span]:
    """Return the lines that belong to no list."""
    spans = [each.span for each in found_lists]
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
    return line.replace("_", " ") if len(line) <= 200 and not line.endswith(".") else ""


def _recognises(text: str, suffix: str) -> int:
    return 50 if suffix in {".txt", ".text"} else 10


PARSER = Parser("plaintext", "plain text with printed markers and a list", _recognises, parse)
