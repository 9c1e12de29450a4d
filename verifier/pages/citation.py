"""Hold a citation against every value its page states: it is right when any of them agrees.

Extracting one "best" title and comparing with that gives the extractor's errors to the editor; a value that no place
of the page states is worth a look. The limits are those of the measurements that docs/support.md prints.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from verifier import dates
from verifier.model.dates import Dates, Grain
from verifier.model.support import FieldCheck, Stated
from verifier.pages.page import Metadata
from verifier.text import fold
from verifier.values import frozen

_TITLE, _PARTIAL, _SHARE, _SHORTEST = 0.80, 0.825, 0.4, 8
_PART, _TITLED = "a part of title", ("og:title", "h1", "JSON-LD", "itemprop headline")
_FEW, _SHARE_OF_FEW = 3, 0.5  # words of a title from which on a part may be alike only; what share fewer must be
_OUTLET = 0.90
_DAYS = 1  # by which time zones move a date
_LONGEST = 300  # characters of a value that are compared
_STRONG = ("og:", "JSON-LD", "article:published_time", "h1", "URL", "citation_", "dc.", "parsely-", "itemprop")
_MODIFIED = re.compile(r"modif|updated|Modified")
_WORD = re.compile(r"\w+")
_DOMAIN = frozenset("com org net co uk de fr news online gov edu info www".split())
_PLAIN_DATE = re.compile(r"((?:1[5-9]|20)\d\d)-?(\d\d)-?(\d\d)")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)")
_ZONED = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d")


@frozen
class Cited:
    """What a citation says of its source; None where it is silent."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: Dates | None = None


def as_json(cited: Cited) -> dict[str, Any]:
    """Return a citation as JSON can hold it."""
    date = cited.date
    days = [date.lo.isoformat(), date.hi.isoformat(), date.grain.value, date.text] if date else None
    return {"title": cited.title, "outlet": cited.outlet, "author": cited.author, "date": days}


def from_json(data: Mapping[str, Any]) -> Cited:
    """Return the citation that `as_json` has told."""
    days = data["date"]
    day = dt.date.fromisoformat
    date = Dates(day(days[0]), day(days[1]), Grain(days[2]), text=days[3]) if days else None
    return Cited(data["title"], data["outlet"], data["author"], date)


def check(cited: Cited, stated: Metadata) -> tuple[FieldCheck, ...]:
    """Return how each field that the citation gives stands to what the page states."""
    return (
        _field("title", cited.title, _titles(cited.title or "", stated), same_title),
        _field("outlet", cited.outlet, stated.outlets, same_outlet),
        _field("author", cited.author, stated.authors, same_author),
        _date(cited.date, stated.dates),
    )


def _titles(cited: str, stated: Metadata) -> tuple[Stated, ...]:
    """Return the titles that a page states, without those of its outlet, which every page of it has.

    These are: what a strong place names the outlet; parts of <title> beside one that another place states as the title;
    names of items within the page where the page's own item has a headline. What is the citation's title counts always.
    """
    own = {_plain(each.value) for each in stated.titles if each.place.startswith(_TITLED)}
    is_known = any(each.place == _PART and _plain(each.value) in own for each in stated.titles)
    has_headline = any(each.place == "itemprop headline" for each in stated.titles)
    outlets = {_plain(each.value) for each in stated.outlets if each.place.startswith(_STRONG)}

    def is_of_outlet(each: Stated) -> bool:
        name = _plain(each.value)
        if name == _plain(cited) or name in own:
            return False
        beside = (is_known and each.place == _PART) or (has_headline and each.place == "itemprop name")
        return beside or name in outlets

    return tuple(each for each in stated.titles if not is_of_outlet(each)) or stated.titles


def _field(name: str, cited: str | None, stated: Sequence[Stated], same: Callable[[str, str], bool]) -> FieldCheck:
    if not cited or not _words(cited):
        return FieldCheck(name, "not-checked", cited or "")
    agreeing = tuple(each for each in stated if same(cited, each.value))
    if agreeing:
        return FieldCheck(name, "ok", cited, agreeing)
    if not stated:
        return FieldCheck(name, "not-stated", cited)
    return FieldCheck(name, "differs", cited, tuple(stated), strong=any(map(_is_strong, stated)))


def _is_strong(stated: Stated) -> bool:
    return stated.place.startswith(_STRONG)


def same_title(cited: str, stated: str) -> bool:
    """Tell whether two titles are one: alike as a whole, or one the long part of the other.

    Of a title of one or two words any change makes another one; it must stand in the other as it is.
    """
    ours, theirs = _plain(cited), _plain(stated)
    if not ours or not theirs:
        return False
    if ours == theirs:
        return True
    if _ratio(ours, theirs) >= _TITLE:
        return True
    short, long = sorted((ours, theirs), key=len)
    few = short.count(" ") + 1 < _FEW
    if len(short) < _SHORTEST or len(short) <= (_SHARE_OF_FEW if few else _SHARE) * len(long):
        return False
    return short in long or (not few and _partial(short, long) >= _PARTIAL)


def same_outlet(cited: str, stated: str) -> bool:
    """Tell whether two names of an outlet are one: the words of one are the other's, or the name is in the host."""
    ours, theirs = _words(cited), _words(stated)
    kept, other = [each for each in ours if each != "the"], [each for each in theirs if each != "the"]
    if not kept or not other:
        return False
    if set(kept) <= set(other) or set(other) <= set(kept):
        return True
    one, two = "".join(kept), "".join(each for each in other if each not in _DOMAIN)
    if one == two or (len(one) >= 4 and len(two) >= 4 and (one in two or two in one)):
        return True
    return _ratio(one, two) >= _OUTLET or "".join(each[0] for each in kept) == two


def same_author(cited: str, stated: str) -> bool:
    """Tell whether every person that is cited stands in a value: last name, and first name or its initial."""
    theirs = _words(stated)
    people = [_words(each) for each in re.split(r"\s*;\s*|\s+(?:and|und|&)\s+", cited)]
    return any(people) and all(_stands(each, theirs) for each in people if each)


def _stands(person: list[str], words: Sequence[str]) -> bool:
    known = [each for each in person if each not in ("by", "von", "de", "the")]
    if not known or not words:
        return False
    missing = [each for each in known if each not in words]
    if not missing:
        return True
    families = [each for each in (known[-1], known[0]) if len(each) > 1]
    if len(known) < 2 or not any(each in words and each not in missing for each in families):
        return False
    initials = {each for each in words if len(each) == 1}
    mine = {each for each in known if len(each) == 1}
    return all((each in {word[0] for word in words} if each in mine else each[0] in initials) for each in missing)


def _date(cited: Dates | None, stated: Sequence[Stated]) -> FieldCheck:
    if cited is None:
        return FieldCheck("date", "not-checked", "")
    days = [(each, day) for each in stated for day in days_of(each.value)]
    slack = dt.timedelta(days=_DAYS)
    low = cited.lo - slack if cited.lo > dt.date.min + slack else cited.lo
    high = cited.hi + slack if cited.hi < dt.date.max - slack else cited.hi
    agreeing = [each for each, day in days if low <= day <= high]
    published = [each for each in agreeing if not _MODIFIED.search(each.place)]
    if published:
        return FieldCheck("date", "ok", str(cited), tuple(dict.fromkeys(published)))
    if agreeing:
        note = "it is the day of the page's last change"
        return FieldCheck("date", "ok", str(cited), tuple(dict.fromkeys(agreeing)), note=note)
    told = tuple(dict.fromkeys(each for each, _ in days if not _MODIFIED.search(each.place)))
    if not told:
        return FieldCheck("date", "not-stated", str(cited))
    return FieldCheck("date", "differs", str(cited), told, strong=any(map(_is_strong, told)))


def days_of(value: str) -> list[dt.date]:
    """Return the days that a stated value may mean, of 3/4/2016 both."""
    found: list[dt.date] = []
    for year, month, day in _numbers(value):
        try:
            found.append(dt.date(int(year), int(month), int(day)))
        except ValueError:
            continue
    found += [each.dates.lo for each in dates.find(value) if each.dates.is_day]
    return list(dict.fromkeys(found))


def _numbers(value: str) -> Iterable[tuple[str, str, str]]:
    if match := _PLAIN_DATE.search(value):
        yield match[1], match[2], match[3]
    if match := _SLASHED.search(value):
        yield match[3], match[1], match[2]
        yield match[3], match[2], match[1]


def published(stated: Metadata) -> tuple[dt.date, ...]:
    """Return the days on which the page may have been published, the strongest places first."""
    ranked = sorted(
        (each for each in stated.dates if not _MODIFIED.search(each.place)),
        key=lambda each: (each.place != "URL", "published" not in each.place.lower(), not _is_strong(each)),
    )
    days = [day for each in ranked[:12] for day in days_of(each.value)]
    return tuple(dict.fromkeys(days))[:3]


def _plain(text: str) -> str:
    return " ".join(_words(text))[:_LONGEST]


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text[: 2 * _LONGEST]).replace("'", "").replace("\u2019", ""))


def _ratio(first: str, second: str) -> float:
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.real_quick_ratio() < _TITLE or matcher.quick_ratio() < _TITLE:
        return 0.0
    return matcher.ratio()


def _partial(short: str, long: str) -> float:
    """Return how like the shorter text is to the stretch of the longer one that fits it best."""
    block = SequenceMatcher(None, short, long, autojunk=False).find_longest_match()
    start = max(0, block.b - block.a)
    return _ratio(short, long[start : start + len(short)])
