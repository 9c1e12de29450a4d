"""When did the claimed thing happen? Absolute dates, ranges, and dates relative to the text before.

A claim's own clause counts first, then what stands earlier in its sentence, else the paragraph's last day as a lower
bound ("inherited"). A missing year is the year of the last full date before.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from verifier import dates
from verifier.model.article import Article, Claim, Span
from verifier.model.dates import Dates, Grain
from verifier.model.recovery import Event
from verifier.values import frozen

_COUNTS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBERS = {word: value for value, word in enumerate(_COUNTS, 1)}
_NUMBERS |= {"a": 1, "an": 1}
_UNITS = {"day": 1, "week": 7, "month": 30}
_RELATIVE = re.compile(
    r"\b(?:(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) "
    r"(?P<unit>day|week|month)s? (?P<turn>later|after(?:wards)?|earlier)\b(?! than)"
    r"|the (?:next|following) (?P<next>day|morning|evening|night|week|month)\b"
    r"|(?:later )?(?:that|the) same (?P<same>day|evening|night|morning)\b"
    r"|later (?:that|the same) (?P<later>day|evening|night)\b)",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will(?! of\b)|would|(?:is|are|was|were) to|plan(?:s|ned)?|schedul\w+|expect\w*|announced|upcoming|due to)\b",
    re.IGNORECASE,
)
# What stands before a date that is no event: a term, a deadline, a plan. "By 23 September, ..." opens a clause; "to be
# ready by 31 December" does not.
_NO_EVENT = re.compile(
    r"\b(?:until|till|before|due(?: on)?|no later than|deadline(?: of)?|valid (?:to|through)|expir\w+(?: on)?"
    r"|(?:postponed|delayed|deferred|rescheduled|moved|extended) (?:to|until|for)|ending(?: on)?"
    r"|(?:to|must|should|shall|can|could|may) \w+[^.;,]{0,40} by(?: the end of)?)\s*(?:the )?$",
    re.IGNORECASE,
)
_REACH = 48  # characters before a date that are looked at
_PAST = re.compile(
    r"\b(?:\w{2,}ed|was|were|had|did|went|came|took|made|said|got|gave|found|told|became|left|brought|began|ran|held|led"
    r"|met|won|lost|fell|rose|hit|struck|sent|built|bought|sold|broke|drove|wrote|spoke|fought|shot|sank|flew|chose"
    r"|withdrew|overran|beat|cut|set|put|saw|paid|stood|kept|caught|taught|sought|grew|threw|drew)\b",
    re.IGNORECASE,
)
_MOST = 200  # dates of one sentence that are looked at, lest a text without a full stop takes quadratic time
_CHRONOLOGY, _FORWARD = 5, 0.9  # day-level dates a text must have, and the share of steps that go forward


@frozen
class Dated:
    """A date in running text, absolute or resolved; `ambiguous`: it was counted from a range of days."""

    start: int
    end: int
    dates: Dates | None
    ambiguous: bool = False


def of_claims(article: Article) -> tuple[Event, ...]:
    """Return the event of every claim, in order."""
    found = list(_timeline(article))
    starts = [each.start for each in found]
    days = list(accumulate((place if _is_day(each) else -1 for place, each in enumerate(found)), max, initial=-1))
    events = []
    for claim in article.claims:
        stop = bisect_left(starts, claim.span.end)
        first = bisect_left(starts, claim.paragraph.start, 0, stop)
        near = bisect_left(starts, min(claim.sentence.start, claim.span.start), first, stop)
        day = found[days[stop]] if days[stop] >= first else None
        events.append(_event(article.text, claim, found[max(near, stop - _MOST) : stop], day))
    return tuple(events)


def is_chronological(events: Sequence[Event]) -> bool:
    """Tell whether the claims' own days go forward through the text."""
    days = [event.dates.lo for event in events if event.is_own_day and event.dates is not None]
    steps = [first <= second for first, second in pairwise(days)]
    return len(days) >= _CHRONOLOGY and sum(steps) >= _FORWARD * len(steps)


def _timeline(article: Article) -> Iterator[Dated]:
    """Yield all dates of the body in order, each relative one resolved by the last day before it."""
    last: Dates | None = None
    year: int | None = None
    for paragraph in article.paragraphs:
        for each in _dates_in(article.text, paragraph, year):
            resolved = each if each.dates is not None else _resolve(article.text, each, last)
            if resolved.dates is not None and resolved.dates.is_day:
                last = resolved.dates
            if resolved.dates is not None and resolved.dates.grain is not Grain.YEAR:
                year = resolved.dates.hi.year
            yield resolved


def _dates_in(text: str, paragraph: Span, year: int | None) -> list[Dated]:
    absolute = [
        Dated(each.start, each.end, each.dates)
        for each in dates.find(text, paragraph.start, paragraph.end, year)
        if not _NO_EVENT.search(text, max(paragraph.start, each.start - _REACH), each.start)
    ]
    relative = [
        Dated(match.start(), match.end(), None) for match in _RELATIVE.finditer(text, paragraph.start, paragraph.end)
    ]
    return sorted([*absolute, *relative], key=lambda each: each.start) if relative else absolute


def _resolve(text: str, each: Dated, last: Dates | None) -> Dated:
    match = _RELATIVE.fullmatch(text, each.start, each.end)
    if match is None or last is None:
        return each
    days = dt.timedelta(days=_offset(match))
    try:
        moved = replace(last, lo=last.lo + days, hi=last.hi + days, text=match[0], style="relative")
    except OverflowError:
        return each
    return Dated(each.start, each.end, moved, ambiguous=last.lo != last.hi)


def _offset(match: re.Match[str]) -> int:
    if match["count"]:
        count = match["count"].lower()
        number = _NUMBERS[count] if count in _NUMBERS else int(count)
        return number * _UNITS[match["unit"].lower()] * (-1 if match["turn"].lower() == "earlier" else 1)
    return _UNITS.get(match["next"].lower(), 1) if match["next"] else 0


def _is_day(each: Dated) -> bool:
    return each.dates is not None and each.dates.is_day


def _event(text: str, claim: Claim, before: Sequence[Dated], day: Dated | None) -> Event:
    """Choose among the dates of the sentence up to the claim's end, else take the paragraph's last day."""
    clause = [each for each in before if each.start >= claim.span.start]
    sentence = [each for each in before if claim.sentence.start <= each.start < claim.span.start]
    bare = Event(
        None,
        future=_FUTURE.search(text, claim.span.start, claim.span.end) is not None,
        past=_PAST.search(text, claim.span.start, claim.span.end) is not None,
    )
    for group in (clause, sentence):
        if own := _best(group):
            return replace(bare, dates=own.dates, ambiguous=own.ambiguous, earliest=_earliest(group, own))
        unresolved = next((each for each in group if each.dates is None), None)
        if unresolved is not None:
            return replace(bare, unresolved=text[unresolved.start : unresolved.end])
    if day is not None and day.dates is not None:
        lo = day.dates.lo
        return replace(bare, dates=day.dates, inherited=True, ambiguous=day.ambiguous, earliest=lo)
    return bare


def _best(group: Sequence[Dated]) -> Dated | None:
    """Prefer days to coarser dates; of several, the last."""
    for grain in (Grain.DAY, Grain.MONTH, Grain.YEAR):
        fitting = [each for each in group if each.dates is not None and each.dates.grain is grain]
        if fitting:
            return fitting[-1]
    return None


def _earliest(group: Sequence[Dated], own: Dated) -> dt.date | None:
    grain = own.dates.grain if own.dates else None
    return min((each.dates.lo for each in group if each.dates is not None and each.dates.grain is grain), default=None)
