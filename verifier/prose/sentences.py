"""Cut a paragraph into sentences, keeping the markers that follow a full stop with the sentence they back."""

import re
from collections.abc import Iterator, Sequence

from verifier.model.article import Marker, Span

_STOP = re.compile("[.!?\u2026\u3002]+[\"'\u201d\u2019\u00bb)\\]]*")
_NEXT = re.compile("\\s+[\"'\u201c\u2018\u00ab(\\[]*(.)")
_LAST_WORD = re.compile(r"(?:^|[\s(\[\"\u201c])([^\s(\[\"\u201c]{1,12})$")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sr jr st gen col maj capt lt sgt rev hon gov sen rep no nos vol pp p fig eq ed eds al etc vs ca "
    "c approx e.g i.e cf inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec mt ft".split()
)


def split(text: str, paragraph: Span, markers: Sequence[Marker]) -> Iterator[Span]:
    """Yield the sentences of a paragraph in order; `markers` are those inside it, in order."""
    start, index = paragraph.start, 0
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if stop.start() < start:
            continue
        end = min(stop.end(), paragraph.end)
        while index < len(markers) and markers[index].span.start < end:
            end = max(end, markers[index].span.end) if markers[index].span.end > stop.start() else end
            index += 1
        while index < len(markers) and not text[end : markers[index].span.start].strip(" ,\xa0\t"):
            end = max(end, markers[index].span.end)
            index += 1
        if end >= paragraph.end or _begins_sentence(text, stop, end):
            yield _trimmed(text, start, end)
            start = end
    if text[start : paragraph.end].strip():
        yield _trimmed(text, start, paragraph.end)


def _begins_sentence(text: str, stop: re.Match[str], end: int) -> bool:
    after = _NEXT.match(text, end)
    if after is None or after[1].islower():
        return False
    if stop[0] != "." or end > stop.end():
        return True
    word = _LAST_WORD.search(text, max(0, stop.start() - 14), stop.start())
    if word is None:
        return True
    last = word[1].casefold()
    return (
        last not in _ABBREVIATIONS
        and not (len(last) == 1 and last.isalpha())
        and not re.fullmatch(r"(?:[a-z]\.)+[a-z]", last)
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip())))
