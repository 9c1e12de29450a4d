"""Bind numbers to the list of their own chapter: with a list at the end of each, numbers start again at 1."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.model.article import EntryList, Marker


def split(lists: Sequence[EntryList], markers: Sequence[Marker]) -> tuple[tuple[EntryList, ...], tuple[Marker, ...]]:
    """Return the lists and markers with the group "part 2", "part 3" ... from the second chapter on.

    Chapters are told by markers between two numbered lists that both start at 1: a number means the next list behind
    it. Lists that stand together are left as they are, since nothing tells which of them a number means.
    """
    numbered = [each for each in lists if not each.group and each.is_numbered and not each.is_lettered]
    parts = [each for each in numbered if each.entries[0].label == "1"]
    places = [marker.span.start for marker in markers]
    if len(parts) < 2 or not all(
        bisect_left(places, first.span.end) < bisect_left(places, second.span.start)
        for first, second in pairwise(parts)
    ):
        return tuple(lists), tuple(markers)
    names = {id(each): f"part {number}" for number, each in enumerate(parts, 1) if number > 1}
    ends = [each.span.end for each in parts[:-1]]
    bound = []
    for marker in markers:
        number = 1 + bisect_right(ends, marker.span.start)
        plain = not marker.group and marker.number is not None
        bound.append(replace(marker, group=f"part {number}") if plain and number > 1 else marker)
    return tuple(replace(each, group=names.get(id(each), each.group)) for each in lists), tuple(bound)
