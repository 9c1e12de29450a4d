"""Read the day of publication from the head of a page's text, where the page states none in its data.

It is the day that stands in a short line of its own above the running text ("By Ilse Brandt, 8 April 2016"). Measured
on the 48 pages of WiCE dev that have such a line and state their day: within a day of it on 38.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence

from verifier.support.dates import Date
from verifier.support.words import Word

_SHORT = 8  # words of a line that holds little beside the date
_RUNNING = 20  # words of the first sentence of the running text, above which the head ends


def read(words: Sequence[Word], sentences: Sequence[tuple[int, int]], dates: Sequence[Date]) -> tuple[dt.date, ...]:
    """Return the day, or nothing where the head has none or several."""
    starts = [word.start for word in words]
    full = [each for each in dates if each.is_full and each.bound == "" and not each.swapped]
    days = [each.start for each in full]
    found: set[dt.date] = set()
    for start, end in sentences:
        size = sum(word.kind != "sign" for word in words[bisect_left(starts, start) : bisect_left(starts, end)])
        if size >= _RUNNING:
            break
        if size <= _SHORT:
            here = full[bisect_left(days, start) : bisect_left(days, end)]
            found |= {dt.date(each.year or 1, each.month or 1, each.day or 1) for each in here}
    return tuple(found) if len(found) == 1 else ()
