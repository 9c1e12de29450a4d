"""Find the entries of a list that prints no labels: each line is one, and there are as many as the text cites.

Entries without a year or a title in quotes look like any line ("Poe, Hay"), so what the lines look like tells less than
how many there are. A few lines before or behind them may be none: "Texts from:", a line of the site.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from verifier.prose import headings
from verifier.prose.starts import Line, looks_like_source

_CITED = re.compile(r"\[(?:\d{1,3}\s?[,;\u2010-\u2014-]\s?){0,20}(\d{1,3})\]")
_LEAST = 3  # entries: two lines are soon found
_BEFORE, _BEHIND = 2, 3  # lines that are no entries


class Cited:
    """The greatest number in brackets up to each place of a text."""

    def __init__(self, text: str) -> None:
        found = [(match.start(), int(match[1])) for match in _CITED.finditer(text)]
        self._places = [place for place, _ in found]
        self._greatest = list(accumulate((number for _, number in found), max))

    def before(self, place: int) -> int:
        """Return the greatest number cited before this place, 0 if there is none."""
        index = bisect_right(self._places, place) - 1
        return self._greatest[index] if index >= 0 else 0


def find(rows: Sequence[Line], heading: int, limit: int, cited: Cited, ends: Callable[[Line], bool]) -> list[int]:
    """Return the rows below this heading if they are as many as the text above it cites, else none."""
    most = cited.before(rows[heading].start)
    if most < _LEAST:
        return []
    lines, block = list[int](), list[int]()
    for index in range(heading + 1, limit):
        if ends(rows[index]) or headings.word(rows[index].text):
            break
        if not rows[index].blank:
            lines.append(index)
            if not block or index == block[-1] + 1:
                block.append(index)
        if len(lines) > most + _BEFORE + _BEHIND:
            break
    for some in (block, lines):
        for before in range(_BEFORE + 1):
            behind = len(some) - before - most
            kept = some[before : before + most]
            others = [*some[:before], *some[before + most :]]
            if 0 <= behind <= _BEHIND and not any(looks_like_source(rows[index].text) for index in others):
                return kept
    return []
