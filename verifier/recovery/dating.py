"""What dates are worth, in nats: how much likelier a claim on an event of that date is the one an entry stands behind.

News is published on the day of its event or soon after (with the chance `trust`), else whenever. Evidence is the ratio
of the chance under the right claim to that under any claim of this article, as with words: a lag that few claims have
says much, one that all have says nothing. How punctual the sources of an article are is told by its own days.

The formulas work on single events and, in verifier.recovery.score_large, on numpy arrays of them: `xp` is the
arithmetic, `Plain` here, numpy there. The chances are counted on 66 English Wikipedia articles (shared data).
"""

import math
from collections.abc import Sequence
from typing import Any

from verifier.model.article import Citation
from verifier.model.dates import Dates, Grain
from verifier.model.recovery import Event
from verifier.values import frozen

Numbers = Any  # a float, or a numpy array of floats

_TOLERANCE = 1  # days a source may seem older than its event: time zones
_POWER = 1.6  # of ever later sources there are ever fewer: (1 + days) ** -1.6
_ALL_LAGS = 2.2858  # the sum of that over all days: zeta(1.6)
_DAY_EARLY, _NEVER = 0.125, 2e-5  # the same for a source a day before its event, and for an older one
_ANY = 1e-3  # the chance of a lag in a text with no other event
_EARLY = 5.0  # nats times trust, against a source that is older than its event
_KEPT_EARLY, _KEPT_COARSE = 7.0, 0.75  # the same against one archived or read before, by days and by coarser dates
_INHERITED = 0.6  # weight of a date that the claim itself does not give
_NONE, _DAY, _INHERITED_DAY, _MONTH, _YEAR = range(-1, 4)  # groups of events
_WEIGHTS = (1.0, _INHERITED, 1.0, 1.0, 0.0)  # by group, the last for none
_SAME, _SAME_COARSE, _LATER = 0.38, 0.12, 0.15  # chances that a month or year agrees with a day or a year, or precedes
_PRIOR = (0.1, 0.55, 0.35)  # beforehand: the same month or year, later, earlier
_TRUST, _TRUST_COUNTS, _TRUST_MOST = 0.4, 4.0, 0.95  # beforehand, worth so many entries; and at most


class Plain:
    """The arithmetic of single numbers, by the names numpy has for arrays."""

    log = staticmethod(math.log)
    maximum = staticmethod(max)

    @staticmethod
    def where(condition: Any, first: Any, second: Any) -> Any:
        """Return `first` or `second`."""
        return first if condition else second

    @staticmethod
    def tally(counts: list[float], code: int, count: float) -> None:
        """Add `count` to the place `code`."""
        counts[code] += count

    @staticmethod
    def pick(table: Sequence[float], code: int) -> float:
        """Return the value at the place `code`."""
        return table[code]

    @staticmethod
    def total(number: float) -> float:
        """Return the sum, of one number that number."""
        return number


@frozen
class Days:
    """Events as numbers: days as ordinals, and the group (a day, an inherited one, a month, a year, or none).

    `count` is how many claims tell of the event, 0 for plans: they say nothing about how late sources are.
    """

    lo: Numbers
    hi: Numbers
    group: Numbers
    future: Numbers
    count: Numbers

    @classmethod
    def of(cls, event: Event, count: int) -> "Days":
        """Return one event as numbers."""
        when = event.dates
        if when is None:
            return cls(0, 0, _NONE, event.future, 0)
        day = _INHERITED_DAY if event.inherited else _DAY
        group = {Grain.DAY: day, Grain.MONTH: _MONTH, Grain.YEAR: _YEAR}[when.grain]
        return cls(when.lo.toordinal(), when.hi.toordinal(), group, event.future, 0 if event.future else count)

    def is_day(self) -> Numbers:
        """Tell which events are days."""
        return (self.group == _DAY) | (self.group == _INHERITED_DAY)


class Dating:
    """The dates of entries against the events of all claims: a list of single ones, or of one of arrays."""

    def __init__(self, events: Sequence[Days], trust: float, xp: Any) -> None:
        self._events = events
        self._trust = trust
        self._xp = xp
        self._only_days = all(xp.total(xp.where(each.group > _INHERITED_DAY, 1, 0)) == 0 for each in events)
        self._days = sum(xp.total(xp.where(each.is_day(), each.count, 0)) for each in events)

    def of(self, citation: Citation) -> list[Numbers]:
        """Return the evidence of a citation's dates for every event; 0 for an event without a date."""
        parts = self._published(citation.published) if citation.published is not None else [0.0] * len(self._events)
        return [
            self._xp.where(each.group == _NONE, 0.0, part - self._kept(each, citation))
            for part, each in zip(parts, self._events, strict=True)
        ]

    def _published(self, when: Dates) -> list[Numbers]:
        xp, lo, hi = self._xp, when.lo.toordinal(), when.hi.toordinal()
        fair = [xp.where(each.future & (each.lo > hi), 0.0, 1.0) for each in self._events]  # plans may be told before
        if when.is_day and self._only_days:
            values = [0.0] * len(self._events)
        else:
            values = self._coarse(lo, hi, _SAME if when.is_day else _SAME_COARSE)
        if when.is_day:
            days = self._by_day(lo, hi)
            triples = zip(self._events, days, values, strict=True)
            values = [xp.where(each.is_day(), day, value) for each, day, value in triples]
        return [value * weight for value, weight in zip(values, fair, strict=True)]

    def _by_day(self, lo: int, hi: int) -> list[Numbers]:
        """Compare a day with days."""
        xp = self._xp
        chances = [_lag_chance(each, lo, hi, xp) for each in self._events]
        pairs = list(zip(chances, self._events, strict=True))
        total = sum(xp.total(xp.where(each.is_day(), chance * each.count, 0.0)) for chance, each in pairs)
        mean = (total + _ANY) / (self._days + 1)
        values = []
        for chance, each in pairs:
            weight = xp.pick(_WEIGHTS, each.group)
            early = xp.where(each.lo - hi > _TOLERANCE, _EARLY * self._trust, 0.0)
            values.append(xp.log(1 + self._trust * weight * (chance / mean - 1)) - weight * early)
        return values

    def _coarse(self, lo: int, hi: int, same: float) -> list[Numbers]:
        """Compare dates of which at least one is a month or a year, each group of events by itself."""
        xp = self._xp
        codes = [_code(each, lo, hi, xp) for each in self._events]
        counts = [0.0] * 3 * len(_WEIGHTS)
        for code, each in zip(codes, self._events, strict=True):
            xp.tally(counts, code, each.count)
        table = []
        for code, count in enumerate(counts):
            group, kind = divmod(code, 3)
            chance = (count + _PRIOR[kind]) / (sum(counts[3 * group : 3 * group + 3]) + 1)
            share = (same, _LATER, 0.0)[kind]
            table.append(math.log(1 + _WEIGHTS[group] * (share / chance - same - _LATER)))
        return [xp.pick(table, code) for code in codes]

    def _kept(self, each: Days, citation: Citation) -> Numbers:
        """Return what speaks against a page that was archived or read before the event."""
        xp = self._xp
        against: Numbers = 0.0
        if citation.archived is not None:
            early = each.lo - citation.archived.hi.toordinal() > _TOLERANCE
            against = against + xp.where(early & each.is_day(), _KEPT_EARLY, 0.0)
        if citation.accessed is not None:
            early = each.lo - citation.accessed.hi.toordinal() > _TOLERANCE
            against = against + xp.where(early, xp.where(each.is_day(), _KEPT_EARLY, _KEPT_COARSE), 0.0)
        return xp.where(each.future, 0.0, self._trust * against * xp.pick(_WEIGHTS, each.group))


def _lag_chance(each: Days, lo: int, hi: int, xp: Any) -> Numbers:
    """Return how often a source that is in time has this lag behind the event."""
    early = each.lo - hi
    late = (1.0 + xp.maximum(0, lo - each.hi)) ** -_POWER
    return xp.where(early > _TOLERANCE, _NEVER, xp.where(early == _TOLERANCE, _DAY_EARLY, late)) / _ALL_LAGS


def _code(each: Days, lo: int, hi: int, xp: Any) -> Numbers:
    """Return the group and how the publication lies: 0 in the same month or year, 1 later, 2 earlier."""
    return 3 * (each.group % len(_WEIGHTS)) + xp.where(each.hi < lo, 1, xp.where(each.lo > hi, 2, 0))


def trust(events: Sequence[Event], sources: Sequence[Citation], dated: float) -> float:
    """Return the chance that a source was published on the day of its event or the next.

    Of the entries with a day within the time the text tells of, so many meet a day that the text itself gives, which by
    chance would be fewer; `dated` is the share of numbers whose claims give a day.
    """
    told = {day for event in events if event.is_own_day and not event.future for day in _days_of(event)}
    met = told | {day + 1 for day in told}
    first, last = min(met, default=0), max(met, default=0)
    days = [each.published.lo.toordinal() for each in sources if each.published is not None and each.published.is_day]
    days = [day for day in days if met and first <= day <= last]
    if not days or not dated:
        return _TRUST
    chance = len(met) / (last - first + 1)
    surplus = max(0.0, sum(day in met for day in days) / len(days) - chance)
    counts = len(days) * (1 - chance) * dated
    found = min(_TRUST_MOST, surplus / max(1 - chance, surplus) / dated) if surplus else 0.0
    return (found * counts + _TRUST * _TRUST_COUNTS) / (counts + _TRUST_COUNTS)


def _days_of(event: Event) -> range:
    when = event.dates
    return range(0) if when is None else range(when.lo.toordinal(), when.hi.toordinal() + 1)


def is_veto(event: Event, published: Dates | None) -> bool:
    """Tell whether the source cannot know of the event: it is older, by days that both state themselves."""
    if published is None or event.dates is None or not event.is_own_day or event.future or not published.is_day:
        return False
    return (event.dates.lo - published.hi).days > _TOLERANCE
