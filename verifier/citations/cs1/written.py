"""Write a date as an article writes its own."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from verifier import dates
from verifier.citations.cs1 import days
from verifier.citations.cs1.names import template_name
from verifier.model.article import Article
from verifier.model.source import Source

STYLES = ("dmy", "mdy", "iso")
_STATED = {"use dmy dates": "dmy", "use mdy dates": "mdy"}  # https://en.wikipedia.org/wiki/Template:Use_dmy_dates
_FIRST, _THEN = ("archive-date", "access-date"), ("date",)


def date(day: dt.date, style: str) -> str:
    """Return the day in one of `STYLES`: "4 May 2016", "May 4, 2016", "2016-05-04"."""
    if style == "iso":
        return day.isoformat()
    month = dates.month_name(day.month)
    return f"{day.day} {month} {day.year}" if style == "dmy" else f"{month} {day.day}, {day.year}"


def usual_style(article: Article, sources: Iterable[Source]) -> str:
    """Return the style of the dates in the article's templates: the stated one, else the most frequent, else "iso"."""
    stated = (_STATED.get(template_name(each.name)) for each in article.templates)
    if found := next((style for style in stated if style), None):
        return found
    listed = list(sources)
    for meanings in (_FIRST, _THEN):
        read = (days.read(each.value(meaning)) for each in listed for meaning in meanings)
        counts = Counter(found.style for found in read if found is not None and found.style in STYLES)
        if counts:
            return min(counts, key=lambda style: (-counts[style], STYLES.index(style)))
    return "iso"
