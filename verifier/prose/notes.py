"""Tell which of two lists of notes the marks with a word lead to: ``[nb 1]`` beside "Notes" and "Footnotes".

Headings alone do not tell: either list may be that of the sources.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from verifier.model.article import EntryList, Marker
from verifier.prose import headings

GROUP = "note"
_FIRST = frozenset({"notes", "note", "explanatory notes", "further notes"})  # where two lists are of one length


def told_apart(lists: Sequence[EntryList], found: Iterable[Marker]) -> tuple[EntryList, ...]:
    """Return the lists, one of several with plain numbers as that of the notes where marks with a word need one.

    It is the list whose length comes nearest to the greatest number of those marks.
    """
    marks = [each.number for each in found if each.group and each.number is not None]
    plain = [each for each in lists if each.is_counted and not each.group and each.entries[0].label in (None, "1")]
    if not marks or len(plain) < 2 or any(each.group for each in lists):
        return tuple(lists)
    chosen = min(
        plain,
        key=lambda each: (abs(len(each.entries) - max(marks)), headings.word(each.heading) not in _FIRST),
    )
    return tuple(replace(each, group=GROUP) if each is chosen else each for each in lists)
