"""Tell which of two lists of notes the marks with a word lead to: ``[nb 1]`` beside "Notes" and "Footnotes".

Headings alone do not tell: either list may be that of the sources. Which word it is differs between languages
(``[Anm. 1]``, ``[注 1]``).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from verifier.model.article import EntryList, Marker
from verifier.prose import headings
from verifier.prose.starts import RAISED_DIGITS

GROUP = "note"
_LETTER = re.compile(r"(?<=[^\s\[(])\[([a-z])\](?![a-z])")
_MORE = 3  # letters behind the last entry that are still taken for labels
_MARK = re.compile(r"\[\s*([^\s\d\[\],;:]{1,15})[\s\xa0]*(\d{1,4})\s*\]")
_FIRST = frozenset({"notes", "note", "explanatory notes", "further notes"})  # where two lists are of one length


def told_apart(lists: Sequence[EntryList], found: Iterable[Marker]) -> tuple[EntryList, ...]:
    """Return the lists, one of several with plain numbers as that of the notes where marks with a word need one.

    It is the list whose length comes nearest to the greatest number of those marks.
    """
    marks = [each.number for each in found if each.group and each.number is not None]
    plain = [each for each in lists if not each.group and each.entries[0].label in (None, "1") and each.style != "*"]
    plain = [each for each in plain if each.is_counted] or plain
    if not marks or len(plain) < 2 or any(each.group for each in lists):
        return tuple(lists)
    chosen = min(
        plain,
        key=lambda each: (abs(len(each.entries) - max(marks)), headings.word(each.heading) not in _FIRST),
    )
    return tuple(replace(each, group=GROUP) if each is chosen else each for each in lists)


def words(text: str, lists: Sequence[EntryList]) -> frozenset[str]:
    """Return the words that stand before numbers of notes: they are counted 1, 2, 3 ... and one of several lists fits.

    That is a list under a heading of notes, or one with as many entries.
    """
    if len(lists) < 2:
        return frozenset()
    counts: dict[str, list[int]] = {}
    for match in _MARK.finditer(text):
        counts.setdefault(match[1].casefold(), []).append(int(match[2]))
    lengths = {len(each.entries) for each in lists}
    has_notes = any(headings.word(each.heading) in headings.NOTES for each in lists)
    return frozenset(
        word for word, found in counts.items() if _is_counted(found) and (has_notes or max(found) in lengths)
    )


def _is_counted(found: Sequence[int]) -> bool:
    """Tell whether these numbers, in the order of their first use, are 1, 2, 3 ..."""
    first = list(dict.fromkeys(found))
    return first == list(range(1, len(first) + 1))


def letters(text: str, lists: Sequence[EntryList]) -> frozenset[str]:
    """Return the letters by which the text cites notes that lost their own: a copy of "a. ^ At low water" is "^ At ..".

    They stand at once behind what they are about ("lit.[a]"), most of them are those of the list's entries, and it has
    a heading of notes or as many entries.
    """
    found = _in_order(match[1] for match in _LETTER.finditer(text))
    bare = [each for each in lists if not each.is_numbered]
    bare = [each for each in bare if headings.word(each.heading) in headings.NOTES or len(each.entries) == len(found)]
    if len(lists) < 2 or not bare:
        return frozenset()
    most = max(len(each.entries) for each in bare)
    held = {letter for letter in found if _count(letter) <= most}
    return (
        frozenset(found)
        if held and 2 * len(held) >= len(found) and max(map(_count, found)) <= most + _MORE
        else frozenset()
    )


def _in_order(used: Iterable[str]) -> set[str]:
    """Return the letters that are first used as a, b, c ...: "close[d]" in a quotation is none of them."""
    found: set[str] = set()
    for letter in used:
        if _count(letter) == len(found) + 1:
            found.add(letter)
    return found


def counted(found: Iterable[Marker], letters: frozenset[str]) -> tuple[Marker, ...]:
    """Return the markers, those with such letters as numbers of notes."""
    return tuple(
        replace(each, group=GROUP, number=_count(each.label)) if each.number is None and each.label in letters else each
        for each in found
    )


def _count(letter: str) -> int:
    return ord(letter) - ord("a") + 1


def raised(text: str, found: Sequence[Marker], lists: Sequence[EntryList]) -> tuple[Marker, ...]:
    """Return the markers; of raised ones and others in a text with two lists, one style is that of the notes.

    Which it is is told by how far either counts; else brackets lead to a list with brackets.
    """
    notes = next((each for each in lists if each.group == GROUP and each.entries[0].label in (None, "1")), None)
    sources = next((each for each in lists if not each.group and each.is_counted), None)
    high = [each for each in found if not each.group and each.number and text[each.span.start] in RAISED_DIGITS]
    raised_at = {each.span for each in high}
    plain = [each for each in found if not each.group and each.number and each.span not in raised_at]
    if notes is None or sources is None or not high or not plain:
        return tuple(found)
    most, greatest = max(each.number or 0 for each in high), max(each.number or 0 for each in plain)
    apart = abs(len(notes.entries) - most) + abs(len(sources.entries) - greatest)
    swapped = abs(len(notes.entries) - greatest) + abs(len(sources.entries) - most)
    chosen = plain if swapped < apart or (swapped == apart and notes.style == "[1]" != sources.style) else high
    spans = {each.span for each in chosen}
    return tuple(replace(each, group=GROUP) if each.span in spans and not each.group else each for each in found)
