"""How the dates of a source stand to the day of an event. Dates are ISO 8601, as reports print them."""

import datetime as dt

from verifier.model.report import EntryRow, EventRow
from verifier.text import counted

_DAY = len("2016-09-14")  # shorter dates are months and years
_KINDS = ("published", "accessed", "archived")


def told(event: EventRow | None, entry: EntryRow) -> str:
    """Return the dates in one sentence: the event, and each date of the source with its lag; "" without any."""
    dates = {"published": entry["published"], "accessed": entry["accessed"], "archived": entry["archived"]}
    words = [f"{kind} {date}{_lag(event, date)}" for kind in _KINDS if (date := dates[kind])]
    if event is not None and words:
        when = "not before" if event["inherited"] else "on" if len(event["date"]) >= _DAY else "in"
        words.insert(0, f"the event {when} {event['date']}")
    return "; ".join(words)


def interval(date: str | None) -> tuple[int, int] | None:
    """Return the first and the last day of an ISO date, month, year or interval of days, as ordinals."""
    if not date:
        return None
    first, _, last = date.partition("/")
    begin, end = _days(first), _days(last or first)
    return (begin[0], end[1]) if begin and end else None


def _days(date: str) -> tuple[int, int] | None:
    parts = date.split("-")
    try:
        year, month, day = (int(parts[index]) if index < len(parts) else None for index in range(3))
        begin = dt.date(year or 0, month or 1, day or 1)
        if day:
            return begin.toordinal(), begin.toordinal()
        after = dt.date(begin.year + (month in (None, 12)), begin.month % 12 + 1 if month else 1, 1)
        return begin.toordinal(), after.toordinal() - 1
    except (ValueError, OverflowError):  # no date, or beyond the calendar
        return None


def _lag(event: EventRow | None, date: str) -> str:
    """Return how long after the event the date is, where both are known well enough to say so."""
    happened, seen = interval(event["date"]) if event else None, interval(date)
    if happened is None or seen is None or event is None:
        return ""
    if seen[1] < happened[0]:
        return f" ({counted(happened[0] - seen[1], 'day')} before it)"
    if event["inherited"] or seen[0] < happened[1]:
        return ""
    return f" ({counted(seen[0] - happened[1], 'day')} later)" if seen[0] > happened[1] else " (the same day)"
