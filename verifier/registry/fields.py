"""Check the values of one table of the registry, and say of each wrong one what was expected and what to do."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

from verifier import dates, urls
from verifier.errors import InputError
from verifier.model.dates import Dates, Grain
from verifier.registry.lines import Table

_KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class Fields:
    """The values of one table, taken out one by one; `problem` is told of each that is wrong, with its line."""

    def __init__(
        self, name: str, values: dict[str, Any], table: Table | None, problem: Callable[[int | None, str], None]
    ) -> None:
        self._name = name
        self._values = values
        self._table = table
        self._problem = problem
        self.line = table.line if table else 0

    def line_of(self, key: str) -> int | None:
        """Return the line the key stands on, that of its table without one, None where lines are not known."""
        return self._table.keys.get(key, self._table.line) if self._table else None

    def lines(self) -> tuple[tuple[str, int], ...]:
        """Return the line of each key."""
        return tuple(sorted(self._table.keys.items())) if self._table else ()

    def wrong(self, key: str, message: str) -> None:
        """Report what is wrong with a key."""
        self._problem(self.line_of(key), f"{self._name}: {message}" if self._name else message)

    def only(self, known: Iterable[str]) -> None:
        """Report every key that is not known, with the nearest that is."""
        names = sorted(known)
        for key in self._values:
            if key not in names:
                close = get_close_matches(key, names, 1)
                hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(names)}"
                self.wrong(key, f'unknown key "{key}"; {hint}')

    def text(self, key: str, *, required: bool = False) -> str | None:
        """Return a string, None for a missing or empty one."""
        value = self._values.get(key)
        if value is None:
            if required:
                self.wrong(key, f'{key} is missing; add {key} = "..."')
            return None
        if not isinstance(value, str):
            self.wrong(key, f'{key} must be text in quotes, not {_kind(value)}: {key} = "{value}"')
            return None
        if not value.strip():
            if required:
                self.wrong(key, f"{key} is empty; fill it")
            return None
        return value

    def identifier(self, key: str) -> str | None:
        """Return a kebab-case id, which must be there."""
        value = self.text(key, required=True)
        if value is not None and not _KEBAB.fullmatch(value):
            self.wrong(key, f'{key} "{value}" must be lower-case letters and digits joined by dashes ("almasdar-2016")')
        return value

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of strings."""
        value = self._values.get(key)
        if value is None:
            if required:
                self.wrong(key, f'{key} is missing; add {key} = ["..."]')
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.wrong(key, f'{key} must be a list of texts: {key} = ["1", "2"]')
            return ()
        if required and not value:
            self.wrong(key, f"{key} is empty; name at least one")
        return tuple(value)

    def number(self, key: str, usual: int, least: int, most: int) -> int:
        """Return a whole number in these bounds, the usual one where none is given."""
        value = self._values.get(key, usual)
        if type(value) is not int or not least <= value <= most:
            self.wrong(key, f"{key} must be a whole number from {least} to {most}, not {_written(value)}")
            return usual
        return value

    def hosts(self, key: str) -> tuple[str, ...]:
        """Return a list of host names, which must be there, in lower case and without "www."."""
        given = self.texts(key, required=True)
        for each in given:
            try:
                is_name = urls.parse(f"https://{each}/").host == each.lower()
            except InputError:
                is_name = False
            if not is_name:
                self.wrong(key, f'"{each}" is no host name; write it without scheme and path ("news.example.org")')
        return tuple(each.lower().removeprefix("www.") for each in given)

    def date(self, key: str) -> Dates | None:
        """Return a date: a TOML date, or an ISO string, whole, partial ("2016-09", "2016") or two with a slash."""
        value = self._values.get(key)
        if value is None or value == "":
            return None
        read = _date(value)
        if read is None:
            self.wrong(key, f'{key} must be a date: 2016-09-14, or "2016-09", or "2016"; it is {_shown(value)}')
        return read

    def day(self, key: str) -> dt.date | None:
        """Return a whole date that must be there."""
        if key not in self._values:
            self.wrong(key, f"{key} is missing; add a day, {key} = 2027-02-28")
            return None
        read = self.date(key)
        if read is not None and read.lo != read.hi:
            self.wrong(key, f"{key} must be one day, such as 2027-02-28")
        return read.lo if read is not None else None


def _date(value: object) -> Dates | None:
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return Dates(value, value, Grain.DAY, value.isoformat(), "iso")
    if not isinstance(value, str):
        return None
    first, slash, last = value.strip().partition("/")
    start = _partial(first)
    if not slash or start is None:
        return start
    end = _partial(last)
    return Dates(start.lo, end.hi, start.grain, value, "iso") if end is not None and end.hi >= start.lo else None


def _partial(text: str) -> Dates | None:
    parts = _PARTIAL.fullmatch(text)
    if parts is None:
        return None
    if parts[3]:
        return dates.parse(text)
    month = dates.month_name(int(parts[2])) if parts[2] else ""
    return dates.parse(f"{month} {parts[1]}") if month or not parts[2] else None


def _kind(value: object) -> str:
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "a table",
        dt.time: "a time",
    }
    return names.get(type(value), "a date")


def _written(value: object) -> str:
    return str(value) if type(value) in (int, float) else _shown(value)


def _shown(value: object) -> str:
    return f'"{value[:40]}"' if isinstance(value, str) else _kind(value)
