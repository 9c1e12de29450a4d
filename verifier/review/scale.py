"""An axis of time on which busy stretches get more room: half by the calendar, half by how many dates fall there."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from verifier.values import frozen

_CALENDAR = 0.3  # share of the calendar in a place; the rest is the share of the dates before it
_MONTHS = 30  # years up to which months are named
_APART = 76  # least distance of two labels


@frozen
class Scale:
    """The axis from `left` to `right` over the sorted `days`, ordinals."""

    days: tuple[int, ...]
    left: int
    right: int

    @classmethod
    def of(cls, days: Sequence[int], left: int, right: int) -> "Scale":
        """Return the axis for these days; each day counts once."""
        return cls(tuple(sorted(set(days))), left, right)

    def at(self, day: int) -> int:
        """Return the place of a day; a later day is never further left."""
        if len(self.days) < 2:
            return round((self.left + self.right) / 2)
        first, last = self.days[0], self.days[-1]
        day = min(max(day, first), last)
        after = min(bisect_right(self.days, day), len(self.days) - 1)
        before, behind = self.days[after - 1], self.days[after]
        rank = (after - 1 + (day - before) / (behind - before)) / (len(self.days) - 1)
        share = _CALENDAR * (day - first) / (last - first) + (1 - _CALENDAR) * rank
        return round(self.left + share * (self.right - self.left))

    def ticks(self) -> Iterator[tuple[int, str]]:
        """Yield places with their labels, far enough apart to be read: years first, then months, then days."""
        taken: list[int] = []
        found: list[tuple[int, str]] = []
        for day, label in self._candidates():
            place = self.at(day)
            if all(abs(place - each) >= _APART for each in taken):
                taken.append(place)
                found.append((place, label))
        yield from sorted(found)

    def _candidates(self) -> Iterator[tuple[int, str]]:
        if not self.days:
            return
        begin, end = dt.date.fromordinal(self.days[0]), dt.date.fromordinal(self.days[-1])
        span = end.year - begin.year
        step = max(1, 10 ** (len(str(span // 3)) - 1))  # 1, 10, 100 years: some tens of them at most
        years = range(begin.year + 1 + -(begin.year + 1) % step, end.year + 1, step)
        yield from ((dt.date(year, 1, 1).toordinal(), str(year)) for year in years)
        if span <= _MONTHS:
            months = [dt.date(year, month, 1) for year in range(begin.year, end.year + 1) for month in range(1, 13)]
            yield from ((each.toordinal(), each.isoformat()[:7]) for each in months if begin <= each <= end)
        yield from ((day, dt.date.fromordinal(day).isoformat()) for day in self.days)
