"""Markers that share their brackets: ``[<a>1</a>, <a>2</a>]`` and ``[<a>1</a>-<a>5</a>]`` become one marker each.

A marker is printed with brackets of its own, so those around a cluster go, and a range is filled up.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from verifier.prose.brackets import RANGE_LIMIT
from verifier.prose.flow import Cite, Inline, Words

_OPEN, _CLOSE = re.compile(r"([\[(])[\s\xa0]*$"), re.compile(r"^[\s\xa0]*([\])])")
_PAIRS = {"[": "]", "(": ")"}
_BETWEEN = re.compile(r"[\s\xa0,;]*")
_DASH = re.compile(r"[\s\xa0]*[-\u2010-\u2014\u2212][\s\xa0]*")


def tidy(inlines: Sequence[Inline]) -> list[Inline]:
    """Return the inlines of one block with its clusters opened out."""
    if not any(isinstance(each, Cite) for each in inlines):
        return list(inlines)
    made: list[Inline] = []
    position = 0
    while position < len(inlines):
        if not isinstance(inlines[position], Cite):
            made.append(inlines[position])
            position += 1
            continue
        end = _cluster_end(inlines, position)
        cluster = _filled(inlines[position:end])
        following = inlines[end] if end < len(inlines) else None
        if made and (bare := _without_brackets(made[-1], following)):
            made[-1], rest = bare
            made += [*cluster, rest]
            position = end + 1
        else:
            made += cluster
            position = end
    return made


def _cluster_end(inlines: Sequence[Inline], start: int) -> int:
    """Return the position behind the last marker that only commas or dashes divide from the one at `start`."""
    end = start + 1
    while end < len(inlines):
        each, after = inlines[end], inlines[end + 1] if end + 1 < len(inlines) else None
        if isinstance(each, Cite):
            end += 1
        elif isinstance(after, Cite) and (_BETWEEN.fullmatch(each.text) or _DASH.fullmatch(each.text)):
            end += 2
        else:
            break
    return end


def _filled(cluster: Sequence[Inline]) -> list[Inline]:
    """Return the markers of a cluster, with those that a dash between two stands for."""
    made: list[Inline] = []
    for position, each in enumerate(cluster):
        first = made[-1] if made else None
        if isinstance(each, Cite) or not isinstance(first, Cite) or not _DASH.fullmatch(each.text):
            made.append(each)
            continue
        last = cluster[position + 1]
        low, high = first.number or 0, (last.number or 0) if isinstance(last, Cite) else 0
        if first.group == getattr(last, "group", None) and 0 < high - low < RANGE_LIMIT:
            between = replace(first, place=each.place, width=each.width or len(each.text), anchor="")
            made += [replace(between, label=str(number), number=number) for number in range(low + 1, high)]
        else:
            made.append(each)
    return made


def _without_brackets(before: Inline, after: Inline | None) -> tuple[Words, Words] | None:
    """Return both neighbours of a cluster without the brackets around it, None where there are none."""
    if not isinstance(before, Words) or not isinstance(after, Words):
        return None
    opening, closing = _OPEN.search(before.text), _CLOSE.match(after.text)
    if not opening or not closing or _PAIRS[opening[1]] != closing[1]:
        return None
    rest = replace(after, text=after.text[closing.end() :])
    if after.width is None:
        rest = replace(rest, place=after.place + closing.end())
    return replace(before, text=before.text[: opening.start()]), rest
