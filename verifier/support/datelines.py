"""Read the day of publication from the head of a page's text, where the page states none in its data.

It is the day behind "Published" or "Posted" where a line begins, and the one that stands in a short line of its own
above the running text ("By Ilse Brandt, 8 April 2016"); where they are two, it is not known. Measured on the 48 pages
of WiCE dev that have such a line and state their day: within a day of it on 38.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from verifier.support.dates import Date
from verifier.support.language import Language
from verifier.support.words import Word

_SHORT = 8  # words of a line that holds little beside the date
_RUNNING = 20  # words of the first sentence of the running text, above which the head ends
_HEAD = 300  # words and signs of a page, navigation included, in which it says when it was published
_BETWEEN = 4  # words and signs between "Published" and the day: "Published date: Friday,"


def read(
    words: Sequence[Word], sentences: Sequence[tuple[int, int]], dates: Sequence[Date], language: Language
) -> tuple[dt.date, ...]:
    """Return the day, or nothing where the head has none or several."""
    starts = [word.start for word in words]
    full = [each for each in dates if each.is_full and each.bound == "" and not each.swapped]
    days = [each.start for each in full]
    found = set(_behind_label(words, {start for start, _ in sentences}, full, language))
    for start, end in sentences:
        size = sum(word.kind != "sign" for word in words[bisect_left(starts, start) : bisect_left(starts, end)])
        if size >= _RUNNING:
            break
        if size <= _SHORT:
            found |= {_day(each) for each in full[bisect_left(days, start) : bisect_left(days, end)]}
    return tuple(found) if len(found) == 1 else ()


def _behind_label(
    words: Sequence[Word], heads: Collection[int], full: Sequence[Date], language: Language
) -> Iterator[dt.date]:
    """Yield the first day that follows "Published" at the head of a line, or behind a sign, with no name between."""
    days = {each.start: each for each in full}
    for place, word in enumerate(words[:_HEAD]):
        is_head = word.start in heads or (place > 0 and words[place - 1].kind == "sign")
        if word.capital and word.fold in language.published and is_head:
            for each in words[place + 1 : place + _BETWEEN + 2]:
                if each.start in days:
                    yield _day(days[each.start])
                    return
                if each.capital and each.fold not in language.weekdays:
                    break


def _day(date: Date) -> dt.date:
    return dt.date(date.year or 1, date.month or 1, date.day or 1)
