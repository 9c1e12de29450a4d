"""Read the numbers and lists that a text prints: those of a plain-text copy of a page, or typed by hand."""

from collections.abc import Iterable, Sequence

from verifier.citations.rendered import read as read_citation
from verifier.model.article import EntryList, Marker, Remark, Span
from verifier.prose import brackets, chapters, joining, lists, markers, notes, unheaded
from verifier.prose.labels import Labels
from verifier.values import frozen


@frozen
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
    text = brackets.western(text)
    places = [(row.start, row.end) for row in rows]
    parts = lists.find(text, places, read_citation) or unheaded.find(text, places, read_citation)
    nowhere = [*markers.blocked(text, parts), *blocked]
    letters = notes.letters(text, parts)
    found = markers.find(text, nowhere, Labels.of(parts, notes.words(text, parts), letters))
    cited = notes.raised(text, notes.counted(found.markers, letters), parts)
    parts = notes.told_apart(parts, cited)
    found_lists, bound = chapters.split(joining.joined(parts), markers.in_groups(cited, parts))
    are_notes = any(each.group == notes.GROUP and each.number and each.label.isdecimal() for each in bound)
    styles = tuple(each for each in found.styles if each != "superscript" or not are_notes)
    return Printed(parts, found_lists, bound, styles, found.remarks)
