"""Dates as intervals of days, so that "2016", "September 2016" and "14-15 September" compare honestly."""

import datetime as dt
from enum import StrEnum

from verifier.values import frozen

_TIME_ZONES = 1  # days
_EARLY_ISSUE = 62  # days before the month or year on it that an issue is out: https://en.wikipedia.org/wiki/Cover_date


class Grain(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@frozen
class Dates:
    """The days `lo` to `hi`, both included, with the `grain` they were given in and the words they came from.

    A range of days ("14-15 September") keeps the grain DAY. `style` names the written form: "dmy", "mdy", "iso",
    "my", "y".
    """

    lo: dt.date
    hi: dt.date
    grain: Grain = Grain.DAY
    text: str = ""
    style: str = ""

    @property
    def is_day(self) -> bool:
        """Tell whether days are known (a range of days counts)."""
        return self.grain is Grain.DAY

    @property
    def ahead(self) -> int:
        """Return how many days before its first day what has this date of publication may be out."""
        return _TIME_ZONES if self.is_day else _EARLY_ISSUE

    @property
    def when(self) -> str:
        """Return the date with its preposition: "on 2016-09-14", "in 2016-09"."""
        return f"{'on' if self.is_day and self.lo == self.hi else 'in'} {self}"

    def __str__(self) -> str:
        """Return the shortest ISO form: "2016-09-14", "2016-09", "2016", "2016-09-14/2016-09-15"."""
        if self.grain is Grain.YEAR and self.lo.year == self.hi.year:
            return f"{self.lo.year:04d}"
        if self.grain is Grain.MONTH and (self.lo.year, self.lo.month) == (self.hi.year, self.hi.month):
            return f"{self.lo.year:04d}-{self.lo.month:02d}"
        if self.lo == self.hi:
            return self.lo.isoformat()
        return f"{self.lo.isoformat()}/{self.hi.isoformat()}"
