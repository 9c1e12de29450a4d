"""Find the printed markers of running text: ``[1]``, ``[1, 2]``, ``[2-5]``, ``[note 1]``, superscripts and so on."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from verifier.model.article import EntryList, Marker, Remark, Span
from verifier.prose import brackets, unbracketed
from verifier.prose.labels import Labels
from verifier.values import frozen

_BETWEEN = re.compile(r"[\s,\u200b]*")  # es.wikipedia.org puts a zero-width space behind each
# URLs, code and formulas. A URL ends before a marker that follows a full stop ("example.org/a.[1]"); a formula has no
# blank inside its dollars ("$5 [1] and $6" is none).
_OTHER = re.compile(
    r"https?://(?:(?![.,;:!?)]{1,3}\[\d)[^\s<>\"\u201c\u201d])+|`[^`\n]+`|\$[^\s$](?:[^$\n]{0,200}[^\s$])?\$(?!\d)"
)


@frozen
class Found:
    """The markers of a text, the styles they are printed in ("brackets", "superscript" ...), and the remarks."""

    markers: tuple[Marker, ...]
    styles: tuple[str, ...]
    remarks: tuple[Remark, ...]


def find(text: str, blocked: Sequence[Span], labels: Labels) -> Found:
    """Return the markers of `text` in order, without those that start inside a `blocked` span (entry labels, URLs)."""
    remarks: list[Remark] = []
    bracketed = list(_unblocked(brackets.find(text, labels, remarks), blocked))
    bracketed = brackets.without_years(bracketed, labels)
    others = unbracketed.find(text, labels, bool(bracketed))
    styles = (("brackets",) if bracketed else ()) + tuple(style for style, found in others if found)
    found = bracketed + [marker for style, hits in others for marker in _unblocked(hits, blocked)]
    found.sort(key=lambda marker: marker.span)
    return Found(tuple(_clustered(text, found)), styles, tuple(remarks))


def blocked(text: str, found_lists: Sequence[EntryList]) -> list[Span]:
    """Return where no marker can stand: in the entries' own labels, URLs, code and formulas."""
    labels = [Span(entry.span.start, entry.body) for each in found_lists for entry in each.entries]
    return [*labels, *(Span(*match.span()) for match in _OTHER.finditer(text))]


def in_groups(found: Sequence[Marker], found_lists: Sequence[EntryList]) -> tuple[Marker, ...]:
    """Let ``[n 1]`` and ``[note 1]`` lead to the one list of notes there is, whatever word its labels carry."""
    groups = {each.group for each in found_lists if each.group}
    if len(groups) != 1:
        return tuple(found)
    (only,) = groups
    return tuple(replace(each, group=only) if each.group and each.group != only else each for each in found)


def _unblocked(markers: Iterable[Marker], blocked: Sequence[Span]) -> Iterator[Marker]:
    spans = iter(sorted(blocked))
    span = next(spans, None)
    for marker in markers:
        while span is not None and span.end <= marker.span.start:
            span = next(spans, None)
        if span is None or marker.span.start < span.start:
            yield marker


def _clustered(text: str, markers: list[Marker]) -> Iterator[Marker]:
    """Count the clusters: markers with nothing but blanks or commas between them share one."""
    cluster, end = -1, -1
    for marker in markers:
        gap = _BETWEEN.match(text, end) if 0 <= end <= marker.span.start else None
        if end < 0 or (marker.span.start >= end and (gap is None or gap.end() < marker.span.start or "\n" in gap[0])):
            cluster += 1
        end = marker.span.end
        yield marker.in_cluster(cluster)
