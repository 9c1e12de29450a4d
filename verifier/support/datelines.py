"""Read the day of publication from the head of a page's text, where the page states none in its data.

It is the day behind "Published" or "Posted", or else the one that stands in a short line of its own above the running
text ("By Ilse Brandt, 8 April 2016"). Measured on the 48 pages of WiCE dev that have such a line and state their day:
within a day of it on 38.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence

from verifier.support.dates import Date
from verifier.support.words import Word

_SHORT = 8  # words of a line that holds little beside the date
_RUNNING = 20  # words of the first sentence of the running text, above which the head ends
_HEAD = 300  # words and signs of a page, navigation included, in which it says when it was published
_BETWEEN = 4  # words and signs between "Published" and the day: "Published date: Friday,"


def read(
    words: Sequence[Word], sentences: Sequence[tuple[int, int]], dates: Sequence[Date], said: frozenset[str]
) -> tuple[dt.date, ...]:
    """Return the day, or nothing where the head has none or several; `said` are the words for "published"."""
    starts = [word.start for word in words]
    full = [each for each in dates if each.is_full and each.bound == "" and not each.swapped]
    days = [each.start for each in full]
    for place, word in enumerate(words[:_HEAD]):
        if word.capital and word.fold in said:
            last = words[min(place + _BETWEEN + 1, len(words) - 1)].start
            if here := full[bisect_left(days, word.start) : bisect_left(days, last + 1)]:
                return (_day(here[0]),)
    found: set[dt.date] = set()
    for start, end in sentences:
        size = sum(word.kind != "sign" for word in words[bisect_left(starts, start) : bisect_left(starts, end)])
        if size >= _RUNNING:
            break
        if size <= _SHORT:
            found |= {_day(each) for each in full[bisect_left(days, start) : bisect_left(days, end)]}
    return tuple(found) if len(found) == 1 else ()


def _day(date: Date) -> dt.date:
    return dt.date(date.year or 1, date.month or 1, date.day or 1)
