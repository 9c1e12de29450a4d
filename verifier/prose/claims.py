"""Bind markers to claims: the text from the previous cluster to this one, within the sentence.

A row of a table counts as one sentence: its cells say one thing together.
Every visible marker stands in exactly one claim, in document order. A cluster with no words before it in its sentence
takes the whole sentence, and one outside any sentence a claim of its own.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from verifier.model.article import Claim, Marker, Span
from verifier.prose import sentences
from verifier.text import one_line
from verifier.values import frozen

_EDGES = " \t\r\n\xa0,;:*|\u2022\u00b7\u2013\u2014-"


@frozen
class Passage:
    """A paragraph, or a row of a table, and the heading it stands under."""

    span: Span
    section: str
    is_row: bool = False


def bind(text: str, passages: Sequence[Passage], markers: Sequence[Marker]) -> Iterator[Claim]:
    """Yield the claims of the passages, in order; `markers` are those of the whole text, in order."""
    position = 0
    for passage in passages:
        begin = position
        while position < len(markers) and markers[position].span.start < passage.span.start:
            position += 1
        yield from _alone(markers[begin:position])
        begin = position
        while position < len(markers) and markers[position].span.start < passage.span.end:
            position += 1
        inside = markers[begin:position]
        if inside and passage.is_row:
            yield from _in_sentence(text, passage.span, passage.span, passage.section, inside)
        elif inside:
            yield from _in_paragraph(text, passage.span, passage.section, inside)
    yield from _alone(markers[position:])


def _alone(markers: Sequence[Marker]) -> Iterator[Claim]:
    """Yield claims without words for markers that stand in no piece of text."""
    for _, group in groupby(markers, key=lambda marker: marker.cluster):
        cluster = tuple(group)
        span = Span(cluster[0].span.start, cluster[-1].span.end)
        yield Claim("", span, span, span, "", cluster)


def _in_paragraph(text: str, paragraph: Span, section: str, markers: Sequence[Marker]) -> Iterator[Claim]:
    position = 0
    for sentence in sentences.split(text, paragraph, markers):
        begin = position
        while position < len(markers) and markers[position].span.start < sentence.end:
            position += 1
        yield from _in_sentence(text, paragraph, sentence, section, markers[begin:position])
    if position < len(markers):
        yield from _in_sentence(text, paragraph, paragraph, section, markers[position:])


def _in_sentence(
    text: str, paragraph: Span, sentence: Span, section: str, markers: Sequence[Marker]
) -> Iterator[Claim]:
    start, whole = sentence.start, None
    for _, group in groupby(markers, key=lambda marker: marker.cluster):
        cluster = tuple(group)
        first, end = cluster[0].span.start, cluster[-1].span.end
        words = text[start:first]
        lead = len(words) - len(words.lstrip(_EDGES))
        clause = Span(min(start + lead, first), end)
        said = one_line(text[clause.start : first]).rstrip(" |")
        if not said:  # made once: a sentence may have thousands of clusters without words
            whole = _without(text, sentence, markers) if whole is None else whole
            said = whole
        yield Claim(said, clause, sentence, paragraph, section, cluster)
        start = end


def _without(text: str, span: Span, markers: Sequence[Marker]) -> str:
    """Return the words of `span` as one line, without the markers in it."""
    pieces, position = [], span.start
    for marker in markers:
        if span.start <= marker.span.start < span.end and marker.span.start >= position:
            pieces.append(text[position : marker.span.start])
            position = marker.span.end
    pieces.append(text[position : span.end])
    return one_line(" ".join(pieces))
