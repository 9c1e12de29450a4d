"""Check a date as it is written in a template, as the module does, and say what is wrong with it.

https://en.wikipedia.org/wiki/Module:Citation/CS1/Date_validation and https://en.wikipedia.org/wiki/Help:CS1_errors#bad_date.
A range may have a hyphen here: the module puts the dash itself, and `has_hyphen` tells.
"""

import datetime as dt
import html
import re

from verifier import dates
from verifier.model.dates import Dates

_LONGEST = 200  # characters that are looked at
FIRST_ACCESS = dt.date(2001, 1, 15)  # Wikipedia began
_DAY = dt.timedelta(days=1)
_D, _W, _Y, _Y4, _DASH = r"[1-9]\d?", r"([A-Za-z]+)", r"(\d{3,4})[a-z]?", r"(\d{4})[a-z]?", "[-\u2013]"
_WITH_DAYS = (
    rf"{_W} +{_D}, +{_Y}",
    rf"{_W} +{_D}{_DASH}{_D}, +{_Y4}",
    rf"{_D} +{_W} +{_Y}",
    rf"{_D}{_DASH}{_D} +{_W} +{_Y4}",
    rf"{_D} +{_W} +{_DASH} +{_D} +{_W} +{_Y4}",
    rf"{_W} +{_D} +{_DASH} +{_W} +{_D}, +{_Y4}",
    rf"{_D} +{_W} +(\d{{4}}) +{_DASH} +{_D} +{_W} +{_Y4}",
    rf"{_W} +{_D}, +(\d{{4}}) +{_DASH} +{_W} +{_D}, +{_Y4}",
)
_WITHOUT_DAYS = (
    rf"{_W} +(\d{{4}}){_DASH}\d\d[a-z]?",
    rf"{_W} +(\d{{4}}){_DASH}{_Y4}",
    rf"{_W} +(\d{{4}}) +{_DASH} +{_W} +{_Y4}",
    rf"{_W}{_DASH}{_W} +{_Y4}",
    rf"{_W} +{_Y4}",
    rf"(\d{{3,4}}){_DASH}{_Y}",
    rf"(\d{{4}}){_DASH}(?:1[3-9]|[2-9]\d)[a-z]?",
    _Y,
)
_FORMS = [(re.compile(form), True) for form in _WITH_DAYS] + [(re.compile(form), False) for form in _WITHOUT_DAYS]
_ISO = re.compile(r"(\d{4})-\d\d-\d\d")
_QUARTER = re.compile(r"(First|Second|Third|Fourth) Quarter (?=\d{4}[a-z]?$)")
_QUARTERS = {
    "First": "January\u2013March ",
    "Second": "April\u2013June ",
    "Third": "July\u2013September ",
    "Fourth": "October\u2013December ",
}
_UNDATED = re.compile(r"n\.d\.[a-z]?|nd[a-z]?|c\. [1-9]\d{2,3}[a-z]?")
_MONTH_OR_YEAR = re.compile(r"\d{4}[-\u2013](?:0[1-9]|1[0-2])")
_SHORT_RANGE = re.compile(r"\b\d{2}(\d{2})[-\u2013](\d{2})$")  # "2014-15"
_HYPHEN = re.compile(r"(?<=\w) ?-(?= ?\w)")
_UNKNOWABLE = re.compile(r"\{\{|<|\x7f|^\(\(.*\)\)$")  # made by a template or a tag, or to be taken as it is written


def problem(value: str, kind: str, today: dt.date) -> str | None:
    """Return what is wrong with the date, None for a good one and for one that cannot be judged.

    `kind` is the meaning of its parameter: "date" and "year" may say that there is none, "access-date" must lie between
    Wikipedia's first day and tomorrow, "archive-date" before it.
    """
    text = html.unescape(value[:_LONGEST]).strip()
    if not text or _UNKNOWABLE.search(text) or (kind in ("date", "year") and _UNDATED.fullmatch(text)):
        return None
    wrong = _wrong_form(text, today)
    if wrong is None and kind in ("access-date", "archive-date"):
        return _wrong_day(dates.parse(_plain(text)), kind, today)
    return wrong


def has_hyphen(value: str) -> bool:
    """Tell whether a date has a hyphen where a range wants an en dash."""
    text = value.strip()
    return not _ISO.fullmatch(text) and _HYPHEN.search(text) is not None


def _wrong_form(text: str, today: dt.date) -> str | None:
    if iso := _ISO.fullmatch(text):
        words, years, with_days = list[str](), [int(iso[1])], True
        if years[0] < 1583:
            return "is older than the calendar that this form is for"
    else:
        read = _taken_apart(_plain(text))
        if read is None and _MONTH_OR_YEAR.fullmatch(text):
            return "may mean a month or a year"
        if read is None:
            return "is not written in a form that the templates know"
        words, years, with_days = read
    if max(years) > today.year + 1:
        return f"is after {today.year + 1}"
    return _wrong_words(words, with_days) or _wrong_days(_plain(text), min(years))


def _taken_apart(text: str) -> tuple[list[str], list[int], bool] | None:
    """Return the names, the years, and whether there are days; None if no form fits."""
    for form, with_days in _FORMS:
        if found := form.fullmatch(text):
            parts = [part for part in found.groups() if part]
            years = [int(part) for part in parts if part.isdecimal()]
            return [part for part in parts if not part.isdecimal()], years, with_days
    return None


def _wrong_words(words: list[str], with_days: bool) -> str | None:
    for word in words:
        if word not in dates.MONTHS and (with_days or word not in dates.SEASONS):
            return f'names no month ("{word}")' if with_days else f'names no month and no season ("{word}")'
        if word == "Sept":
            return 'has "Sept" where the templates know "Sep"'
    lengths = {len(word) == 3 for word in words if word in dates.MONTHS and word != "May"}
    return "mixes long and short months" if len(lengths) == 2 else None


def _wrong_days(text: str, year: int) -> str | None:
    """Return what is wrong with the days themselves; years before 1000 are not looked at."""
    if year < 1000 or dates.parse(text) is not None:
        return None
    short = _SHORT_RANGE.search(text)
    if short and int(short[2]) > int(short[1]):
        return "is a range in a form that the templates do not take"
    return (
        "is a range that does not increase"
        if _HYPHEN.search(text.replace("\u2013", "-")) and not _ISO.fullmatch(text)
        else "is no day of the calendar"
    )


def _wrong_day(read: Dates | None, kind: str, today: dt.date) -> str | None:
    if read is not None and read.lo > today + _DAY:
        return "is in the future"
    if read is not None and read.hi < FIRST_ACCESS and kind == "access-date":
        return f"is before {FIRST_ACCESS}, when Wikipedia began"
    return None


def _plain(text: str) -> str:
    """Return the text with a quarter as its months."""
    return _QUARTER.sub(lambda found: _QUARTERS[found[1]], text)
