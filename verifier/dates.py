"""Read dates as people and citation templates write them, into intervals of days.

The accepted forms are those of CS1's date check (https://en.wikipedia.org/wiki/Help:Citation_Style_1#Dates) plus
what rendered text shows beside them ("Sept.", "c. 1945", "14 of May"). Two entrances: `parse` reads a whole string
as one date; `find` finds the dates in running text, with their offsets.

A date is a run of tokens, each named by one letter: D day, M month, S season, Y year, Z two digits after a year,
I an ISO day, ``-`` a dash, ``,`` a comma. `_FORMS` lists the runs that are dates, and who reads each.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator

from verifier.model.dates import Dates, Grain
from verifier.values import frozen

MONTHS = {
    name: number for number in range(1, 13) for name in (calendar.month_name[number], calendar.month_abbr[number])
} | {"Sept": 9}
SEASONS = {  # and what else stands for months: https://en.wikipedia.org/wiki/Help:Citation_Style_1#Dates
    "Winter": (1, 3), "Spring": (3, 5), "Summer": (6, 8), "Autumn": (9, 11), "Fall": (9, 11), "Easter": (3, 4),
    "Christmas": (12, 12),
}  # fmt: skip

_LONGEST = 11  # tokens in the longest form, "MD,Y-MD,Y"
_TOKEN = re.compile(
    r"(?P<I>[12]\d{3}-\d\d-\d\d(?!\w))|(?P<Y>[12]\d{3}(?:[a-z](?!\w)|(?!\w)))"
    r"|(?P<Z>[4-9]\d(?!\w))|(?P<D>[0-3]?\d(?:st|nd|rd|th)?(?!\w))|(?P<W>[A-Z][a-z]{2,8}(?!\w)\.?)"
    r"|(?P<dash>[-\u2010-\u2015\u2212])|(?P<comma>,)"
)
_DAY_OF = re.compile(r"[ \t\r\n\xa0]+(?:of )?[A-Z]")  # a month follows, so the two digits are a day
_GAP = re.compile(r"[ \t\r\n\xa0]*(?:of )?")
_NAMES = "|".join(sorted({name[:3] for name in MONTHS} | {name[:3] for name in SEASONS}))
_ANCHOR = re.compile(rf"(?<!\w)(?:(?:{_NAMES})[a-z]*|[12]\d{{3}}(?!\d))")
_BEFORE = re.compile(
    r"(?<![\w.])[0-3]?\d(?:st|nd|rd|th)?(?:\s?[-\u2010-\u2015\u2212]\s?[0-3]?\d(?:st|nd|rd|th)?)?\s(?:of )?$"
)
_LEAD = re.compile(r"(?:c\.|ca\.|circa)\s*")
_OPENING = re.compile(r"(?<!\w)(?:In|During|Throughout)(?: (?:early|mid|late))?[ \xa0-]$")
_REACH = 20  # how far before a month its days may start


@frozen
class Found:
    """One date in running text: its offsets and its interval; `year` is the year written last, None without one."""

    start: int
    end: int
    dates: Dates
    year: int | None


@frozen
class _Token:
    kind: str
    text: str
    end: int


Interval = tuple[dt.date, dt.date, Grain] | None
Values = list[str]


def parse(text: str, default_year: int | None = None) -> Dates | None:
    """Return the date that the whole string is, or None. Impossible days (31 February) give None."""
    stripped = _whole(text)
    found = _read(stripped, 0, default_year)
    return found.dates if found is not None and found.end == len(stripped) else None


def looks_like_date(text: str) -> bool:
    """Tell whether the whole string has the form of a date, even of an impossible one."""
    stripped = _whole(text)
    return any(tokens[-1].end == len(stripped) for tokens in _candidates(stripped, 0))


def match(text: str, position: int, default_year: int | None = None) -> Found | None:
    """Return the date that starts exactly at `position`, the longest reading, or None."""
    return _read(text, position, default_year)


def find(text: str, start: int = 0, end: int | None = None, default_year: int | None = None) -> Iterator[Found]:
    """Yield the dates in ``text[start:end]`` in order.

    A date without a year takes the last year read before it, else `default_year`; without any it is skipped. The year
    of a full date counts, and one that opens a sentence ("In 2015, the fair took place on 8 April").
    """
    piece = text[start:end]
    position = 0
    for anchor in _ANCHOR.finditer(piece):
        if anchor.start() < position:
            continue
        found = _read(piece, _beginning(piece, anchor.start(), position), default_year)
        if found is None:
            continue
        position = found.end
        # "the 2016 season" says nothing about a later "3 May"
        if found.dates.grain is not Grain.YEAR or _OPENING.search(piece[max(0, found.start - _REACH) : found.start]):
            default_year = found.year or default_year
        yield Found(start + found.start, start + found.end, found.dates, found.year)


def month_name(number: int) -> str:
    """Return the English name of the month, "" if the number is none of 1 to 12."""
    return calendar.month_name[number] if 1 <= number <= 12 else ""


def impossible(text: str) -> Iterator[str]:
    """Yield what has the form of a day and is none ("31 February 2016"), in order."""
    for anchor in _ANCHOR.finditer(text):
        begin = _beginning(text, anchor.start(), 0)
        tokens = next(_candidates(text, begin), [])
        kinds = {token.kind for token in tokens}
        if (kinds >= {"D", "Y"} or "I" in kinds) and _read(text, begin, 2000) is None:
            yield text[begin : tokens[-1].end]


def _beginning(text: str, anchor: int, least: int) -> int:
    """Return where the date starts whose month or year is at `anchor`: at its days, but not before `least`."""
    before = _BEFORE.search(text[max(least, anchor - _REACH) : anchor])
    return anchor - (len(before[0]) if before else 0)


def _whole(text: str) -> str:
    return _LEAD.sub("", text.strip(), count=1).rstrip(".,; ")


def _read(text: str, start: int, default_year: int | None) -> Found | None:
    """Return the longest date that starts at `start`."""
    for tokens in _candidates(text, start):
        values = [token.text for token in tokens if token.kind not in "-,"]
        reader, style = _FORMS["".join(token.kind for token in tokens)]
        written = next((int(token.text[:4]) for token in reversed(tokens) if token.kind in "YI"), None)
        year = written if written is not None else default_year
        if year is None:
            continue
        try:
            interval = reader(values, year)
        except ValueError:  # a day the month does not have
            return None
        if interval is None:
            continue
        end = tokens[-1].end
        return Found(start, end, Dates(*interval, text=text[start:end], style=style), written)
    return None


def _candidates(text: str, start: int) -> Iterator[list[_Token]]:
    """Yield the runs of tokens from `start` that have the form of a date, the longest first."""
    tokens = list(_tokens(text, start))
    for length in range(len(tokens), 0, -1):
        if "".join(token.kind for token in tokens[:length]) in _FORMS:
            yield tokens[:length]


def _tokens(text: str, start: int) -> Iterator[_Token]:
    position, kinds = start, ""
    while len(kinds) < _LONGEST:
        token = _TOKEN.match(text, position)
        kind = _kind(token, kinds) if token else ""
        if token is None or not kind:
            return
        yield _Token(kind, token[0].rstrip("."), token.end())
        kinds += kind
        gap = _GAP.match(text, token.end())
        position = gap.end() if gap else token.end()


def _kind(token: re.Match[str], before: str) -> str:
    name = token.lastgroup or ""
    if name == "W":
        word = token[0].rstrip(".")
        return "M" if word in MONTHS else "S" if word in SEASONS else ""
    if name in "DZ" and before.endswith("Y-") and len(token[0]) == 2 and not _DAY_OF.match(token.string, token.end()):
        return "Z"
    if name == "Z":
        return ""
    return {"dash": "-", "comma": ","}.get(name, name)


def _day(year: int, month: str, day: str) -> dt.date:
    return dt.date(year, MONTHS[month], int(day.rstrip("sthndr")))


def _span(lo: dt.date, hi: dt.date, grain: Grain = Grain.DAY) -> Interval:
    return None if hi < lo else (lo, hi, grain)


def _months(first_year: int, first: int, last_year: int, last: int) -> Interval:
    end = dt.date(last_year, last, calendar.monthrange(last_year, last)[1])
    return _span(dt.date(first_year, first, 1), end, Grain.MONTH)


def _iso(values: Values, _year: int) -> Interval:
    day = dt.date.fromisoformat(values[0])
    return day, day, Grain.DAY


def _one_day(values: Values, year: int) -> Interval:
    day = _day(year, values[1], values[0])
    return day, day, Grain.DAY


def _days(values: Values, year: int) -> Interval:
    first, last, month = values[:3]
    return _span(_day(year, month, first), _day(year, month, last))


def _days_two_months(values: Values, year: int) -> Interval:
    d1, m1, d2, m2 = values[:4]
    return _span(_day(year, m1, d1), _day(year, m2, d2))


def _days_two_years(values: Values, _year: int) -> Interval:
    d1, m1, y1, d2, m2, y2 = values
    return _span(_day(int(y1[:4]), m1, d1), _day(int(y2[:4]), m2, d2))


def _month(values: Values, year: int) -> Interval:
    return _months(year, MONTHS[values[0]], year, MONTHS[values[0]])


def _two_months(values: Values, year: int) -> Interval:
    return _months(year, MONTHS[values[0]], year, MONTHS[values[1]])


def _two_months_two_years(values: Values, _year: int) -> Interval:
    m1, y1, m2, y2 = values
    return _months(int(y1[:4]), MONTHS[m1], int(y2[:4]), MONTHS[m2])


def _season(values: Values, _year: int) -> Interval:
    first, last = SEASONS[values[0]]
    year = int(values[1][:4])
    return _months(year, first, year, last)


def _two_seasons(values: Values, _year: int) -> Interval:
    """Read "Spring-Summer 2016" and "Fall 2016-Winter 2017"; a winter that ends a year reaches into the next."""
    first, last, year = values[0], values[-2], int(values[-1][:4])
    begins = int(values[1][:4]) if len(values) == 4 else year
    turns = len(values) == 3 and last == "Winter" and SEASONS[first][0] > 8
    return _months(begins, SEASONS[first][0], year + turns, SEASONS[last][1])


def _turn_of_year(values: Values, _year: int) -> Interval:
    """Read "Winter 2016-17" (or "Summer", in the south): December to March."""
    year, second = int(values[1][:4]), values[2][:4]
    if values[0] not in ("Winter", "Summer") or not str(year + 1).endswith(second):
        return None
    return _months(year, 12, year + 1, 3)


def _years(values: Values, _year: int) -> Interval:
    first, last = values[0][:4], values[-1]
    later = last[:4] if len(last) >= 4 else first[: 4 - len(last)] + last
    if int(later) < int(first) or (len(values) > 1 and later == first):
        return None
    return dt.date(int(first), 1, 1), dt.date(int(later), 12, 31), Grain.YEAR


def _american(reader: Callable[[Values, int], Interval], *order: int) -> Callable[[Values, int], Interval]:
    """Return `reader` for values that stand month first: `order` says where each value is found."""
    return lambda values, year: reader([values[index] for index in order], year)


_FORMS: dict[str, tuple[Callable[[Values, int], Interval], str]] = {
    "I": (_iso, "iso"),
    "DMY-DMY": (_days_two_years, "dmy"),
    "DM-DMY": (_days_two_months, "dmy"),
    "DM-DM": (_days_two_months, "dmy"),
    "D-DMY": (_days, "dmy"),
    "D-DM": (_days, "dmy"),
    "DMY": (_one_day, "dmy"),
    "DM,Y": (_one_day, "dmy"),
    "DM": (_one_day, "dmy"),
    "MD,Y-MD,Y": (_american(_days_two_years, 1, 0, 2, 4, 3, 5), "mdy"),
    "MD-MD,Y": (_american(_days_two_months, 1, 0, 3, 2), "mdy"),
    "MD-MD": (_american(_days_two_months, 1, 0, 3, 2), "mdy"),
    "MD-D,Y": (_american(_days, 1, 2, 0), "mdy"),
    "MD-D": (_american(_days, 1, 2, 0), "mdy"),
    "MD,Y": (_american(_one_day, 1, 0), "mdy"),
    "MDY": (_american(_one_day, 1, 0), "mdy"),
    "MD": (_american(_one_day, 1, 0), "mdy"),
    "MY-MY": (_two_months_two_years, "my"),
    "M-MY": (_two_months, "my"),
    "M-M,Y": (_two_months, "my"),
    "MY": (_month, "my"),
    "M,Y": (_month, "my"),
    "SY": (_season, "my"),
    "S-SY": (_two_seasons, "my"),
    "SY-SY": (_two_seasons, "my"),
    "SY-Z": (_turn_of_year, "my"),
    "SY-Y": (_turn_of_year, "my"),
    "Y-Y": (_years, "y"),
    "Y-Z": (_years, "y"),
    "Y": (_years, "y"),
}
