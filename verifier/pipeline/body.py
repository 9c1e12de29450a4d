"""The rows of an article as it reads: its blocks in order, each cut where a claim or a marker begins or ends.

Nothing of the text is left out but blank lines, so that a report can show the article without its file.
"""

import re
from collections.abc import Iterator, Sequence

from verifier.model.article import Article, Span
from verifier.model.report import BlockName, BlockRow, PieceRow
from verifier.urls import redact_in
from verifier.values import frozen

_LINE = re.compile(r"[^\n]*\S[^\n]*")


@frozen
class _Block:
    """One block: where it stands, what it is, and of an entry the label and where its text begins behind it."""

    span: Span
    kind: BlockName
    label: str | None = None
    body: int = 0


@frozen
class _Cut:
    """One stretch of text that belongs to a claim; `markers` are the claim's markers that it shows."""

    span: Span
    claim: str
    markers: tuple[int, ...]


def blocks(article: Article, claim_ids: Sequence[str]) -> Iterator[BlockRow]:
    """Yield the blocks of the article in order; `claim_ids` are the ids of its claims, by index."""
    cuts = list(_cuts(article, claim_ids))
    at = 0
    for block in _all(article):
        while at < len(cuts) and cuts[at].span.end <= block.span.start:
            at += 1
        inside = []
        for cut in cuts[at:]:
            if cut.span.start >= block.span.end:
                break
            inside.append(cut)
        yield {
            "kind": block.kind,
            "line": article.origin.at(block.span.start)[0],
            "label": block.label,
            "pieces": _pieces(article.text, block.span, inside),
        }


def _all(article: Article) -> Iterator[_Block]:
    """Yield the known blocks in order, and as blocks of their own the lines that no block holds."""
    names = {claim.section for claim in article.claims} | {each.heading for each in article.lists}
    position = 0
    for block in sorted(_known(article), key=lambda each: each.span):
        yield from _between(article.text, position, block.span.start, names)
        start = max(position, block.span.start, block.body)
        if start < block.span.end and article.text[start : block.span.end].strip():
            yield _Block(Span(start, block.span.end), block.kind, block.label)
        position = max(position, block.span.end)
    yield from _between(article.text, position, len(article.text), names)


def _known(article: Article) -> Iterator[_Block]:
    yield from (_Block(span, "heading") for span in article.headings)
    yield from (_Block(span, "paragraph") for span in article.paragraphs)
    for each in article.lists:
        for entry in each.entries:
            yield _Block(entry.span, "entry", entry.printed, entry.body)


def _between(text: str, start: int, end: int, headings: set[str]) -> Iterator[_Block]:
    for line in _LINE.finditer(text, start, end):
        yield _Block(Span(*line.span()), "heading" if line[0].strip() in headings else "paragraph")


def _cuts(article: Article, claim_ids: Sequence[str]) -> Iterator[_Cut]:
    """Yield the claims in order, cut at their markers; what two of them share is the first one's."""
    position = 0
    for identifier, claim in sorted(zip(claim_ids, article.claims, strict=True), key=lambda pair: pair[1].span):
        shown: dict[Span, list[int]] = {}
        for index, marker in enumerate(claim.markers):
            if marker.span.start < marker.span.end:
                shown.setdefault(marker.span, []).append(index)
        for span, markers in [*sorted(shown.items()), (Span(claim.span.end, claim.span.end), [])]:
            start = max(position, claim.span.start)
            if start < span.start:
                yield _Cut(Span(start, span.start), identifier, ())
            if markers and max(position, span.start) < span.end:
                yield _Cut(Span(max(position, span.start), span.end), identifier, tuple(markers))
            position = max(position, span.end)


def _pieces(text: str, block: Span, cuts: Sequence[_Cut]) -> list[PieceRow]:
    """Return the pieces of a block; one without claims where a secret would be cut in two."""
    made: list[PieceRow] = []
    position = block.start
    for cut in cuts:
        start, end = max(position, cut.span.start), min(block.end, cut.span.end)
        if position < start:
            made.append(_piece(text[position:start]))
        if start < end:
            made.append(_piece(text[start:end], cut.claim, cut.markers))
        position = max(position, end)
    if position < block.end:
        made.append(_piece(text[position : block.end]))
    whole = redact_in(text[block.start : block.end])
    return made if "".join(each["text"] for each in made) == whole else [_piece(whole)]


def _piece(text: str, claim: str | None = None, markers: tuple[int, ...] = ()) -> PieceRow:
    return {"text": redact_in(text), "claim": claim, "markers": list(markers)}
