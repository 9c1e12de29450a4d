"""Read the numbers and lists that a text prints: those of a plain-text copy of a page, or typed by hand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from verifier.citations.rendered import read as read_citation
from verifier.model.article import EntryList, Marker, Remark, Span
from verifier.prose import chapters, lists, markers

# URLs, code and formulas. A URL ends before a marker that follows a full stop ("example.org/a.[1]"); a formula has no
# blank inside its dollars ("$5 [1] and $6" is none).
_OTHER = re.compile(
    r"https?://(?:(?![.,;:!?)]{1,3}\[\d)[^\s<>\"\u201c\u201d])+|`[^`\n]+`|\$[^\s$](?:[^$\n]{0,200}[^\s$])?\$(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """What a text prints: its lists, its markers in order, their styles ("brackets" ...), and remarks on markers.

    `parts` are the lists before those that go on with the numbers of another were joined to it.
    """

    parts: tuple[EntryList, ...]
    lists: tuple[EntryList, ...]
    markers: tuple[Marker, ...]
    styles: tuple[str, ...]
    remarks: tuple[Remark, ...]


def read(text: str, rows: Sequence[Span], blocked: Iterable[Span] = ()) -> Printed:
    """Return what the text prints. `rows` are its lines; no marker stands in what is `blocked`."""
    parts = lists.find(text, [(row.start, row.end) for row in rows], read_citation)
    nowhere = [*_no_markers(text, parts), *blocked]
    found = markers.find(text, nowhere, markers.Labels.of(parts))
    found_lists, bound = chapters.split(lists.joined(parts), _in_groups(found.markers, parts))
    return Printed(parts, found_lists, bound, found.styles, found.remarks)


def _no_markers(text: str, found_lists: Sequence[EntryList]) -> list[Span]:
    """Return where no marker can stand: in the entries' own labels, URLs, code and formulas."""
    labels = [Span(entry.span.start, entry.body) for each in found_lists for entry in each.entries]
    return [*labels, *(Span(*match.span()) for match in _OTHER.finditer(text))]


def _in_groups(found: Sequence[Marker], found_lists: Sequence[EntryList]) -> tuple[Marker, ...]:
    """Let ``[n 1]`` and ``[note 1]`` lead to the one list of notes there is, whatever word its labels carry."""
    groups = {each.group for each in found_lists if each.group}
    if len(groups) != 1:
        return tuple(found)
    (only,) = groups
    return tuple(replace(each, group=only) if each.group and each.group != only else each for each in found)
