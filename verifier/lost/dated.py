"""Dates of a search: when the capture must have been made, and dates inside addresses. Pure."""

import datetime as dt
import re

from verifier.model.registry import Reference
from verifier.values import frozen

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = dt.timedelta(days=1)
_LATE = dt.timedelta(days=30)  # after a visit, in which somebody may have archived what was cited
_NEAR = 2  # days between a date in an address and the publication
_IN_PATH = re.compile(rf"/([0-9]{{4}})/([0-9]{{1,2}}|{'|'.join(MONTHS)})(?:/([0-9]{{1,2}}))?/")


@frozen
class Window:
    """The days between which the capture was made, ends included, and the second to ask at (14 digits, UTC)."""

    first: dt.date
    last: dt.date
    asked: str

    def holds(self, stamp: str) -> bool:
        """Tell whether a capture of this second is in it."""
        return f"{self.first:%Y%m%d}" <= stamp[:8] <= f"{self.last:%Y%m%d}"


def window(reference: Reference) -> Window | None:
    """Return when the lost capture was made; None where nothing says so.

    That is the archive date, a day either way. Without one it is from the publication to a month after the visit.
    """
    archived, visited = reference.archived, reference.accessed
    if archived is not None:
        return Window(archived.lo - _DAY, archived.hi + _DAY, f"{archived.lo:%Y%m%d}120000")
    if visited is None:
        return None
    begin = reference.published.lo if reference.published is not None else visited.lo
    return Window(min(begin, visited.lo) - _DAY, visited.hi + _LATE, f"{visited.lo:%Y%m%d}120000")


def filled(pattern: str, day: dt.date | None) -> str:
    """Return a pattern of `Outlet` with the date in it; "" where it needs one that is not known."""
    if day is not None:
        for name, value in (
            ("year", f"{day:%Y}"),
            ("month", f"{day:%m}"),
            ("day", f"{day:%d}"),
            ("mon", MONTHS[day.month - 1]),
        ):
            pattern = pattern.replace(f"{{{name}}}", value)
    return "" if "{" in pattern else pattern


def emptied(address: str, day: dt.date) -> str:
    """Return the address with the parts of this date in its path replaced by their names, as a pattern has them."""
    mon = MONTHS[day.month - 1]
    for written, names in (
        (f"/{day:%Y}/{day:%m}/{day:%d}/", "/{year}/{month}/{day}/"),
        (f"/{day:%Y}/{mon}/{day:%d}/", "/{year}/{mon}/{day}/"),
        (f"/{day:%Y}/{day:%m}/", "/{year}/{month}/"),
    ):
        if written in address:
            return address.replace(written, names, 1)
    return address


def agrees(address: str, published: dt.date | None) -> bool | None:
    """Tell whether a date in the path is near the publication; None where one of them is missing."""
    found = _IN_PATH.search(address.lower())
    if found is None or published is None:
        return None
    month = MONTHS.index(found[2]) + 1 if found[2] in MONTHS else int(found[2])
    try:
        first = dt.date(int(found[1]), month, int(found[3] or 1))
    except ValueError:
        return None
    last = first if found[3] else first + 30 * _DAY
    return (first - published).days <= _NEAR and (published - last).days <= _NEAR
