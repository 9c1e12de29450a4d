"""How well an entry fits a number, in nats against "unrelated": the dates and words of the claims that cite it.

A number without a visible claim says nothing: 0. Otherwise each claim gives a part for the dates and one for the words;
of several claims the best and, where one contradicts, the worst count. The constants were set by hand and their effect
is measured in bench/recovery.py on random losses; none was fitted to one article.

The formulas work on single numbers and, in verifier.recovery.score_large, on numpy arrays of them: `xp` is the
arithmetic, `Plain` here, numpy there.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from verifier.model.article import Citation
from verifier.model.dates import Dates
from verifier.model.recovery import Event
from verifier.recovery.terms import Context, Idf

Item = TypeVar("Item")
Numbers = Any  # a float, or a numpy array of floats

_TOLERANCE = -1  # days a source may seem older than its event: time zones
_BEST, _PER_LAG, _LEAST = 3.0, 1.6, -5.0  # published on the day; minus per ln(1 + days / SCALE); at least
_SCALE = 1.0  # days
_IMPOSSIBLE, _DAY_EARLY, _KEPT_EARLY = -8.0, -2.0, -6.0  # published, the day before, archived or accessed before
_INHERITED = 0.6  # weight of a date that the claim itself does not give
_TEXT, _TEXT_MOST, NO_TEXT = 1.6, 6.0, -0.8
_CONTRADICTED = -4.0  # below this one claim spoils the good fit of another
_TWO_YEARS = 730  # days


class Plain:
    """The arithmetic of single numbers, by the names numpy has for arrays."""

    log1p = staticmethod(math.log1p)
    maximum = staticmethod(max)
    minimum = staticmethod(min)

    @staticmethod
    def where(condition: Any, first: Any, second: Any) -> Any:
        """Return `first` or `second`."""
        return first if condition else second


@dataclass(frozen=True, slots=True)
class Source:
    """What is scored of one entry: its citation's dates and the words of its text."""

    citation: Citation
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Statement:
    """What is scored of one claim: its event and its words by nearness."""

    event: Event
    context: Context


@dataclass(frozen=True, slots=True)
class Days:
    """Events as numbers: days as ordinals, `weight` 0 for an event without a date."""

    lo: Numbers
    hi: Numbers
    is_day: Numbers
    future: Numbers
    weight: Numbers

    @classmethod
    def of(cls, event: Event) -> "Days":
        """Return one event as numbers."""
        when = event.dates
        if when is None:
            return cls(0, 0, False, event.future, 0.0)
        weight = _INHERITED if event.inherited else 1.0
        return cls(when.lo.toordinal(), when.hi.toordinal(), when.is_day, event.future, weight)


class Scores:
    """The scores of all pairs, computed row by row; `claims` maps a number to the indices of its claims."""

    def __init__(
        self, sources: Sequence[Source], claims: Sequence[Statement], cited_by: Mapping[int, Sequence[int]]
    ) -> None:
        self.sources = sources
        self.claims = claims
        self.cited_by = cited_by
        self.idf = Idf.of([*(source.words for source in sources), *(claim.context.near for claim in claims)])
        self.words = [tuple(sorted(source.words)) for source in sources]  # sorted: sums must not depend on hashes
        self.weights = {word: self.idf.weight(word) for words in self.words for word in words}
        events, self.event_of = distinct([claim.event for claim in claims], _event_key)
        self.events = [Days.of(event) for event in events]
        self._postings: dict[str, list[tuple[int, float]]] | None = None
        self._dated: dict[tuple[Dates | None, ...], list[float]] = {}

    def row(self, entry: int, first: int, count: int) -> list[float]:
        """Return the scores of the entry (0-based) for the numbers `first`, `first` + 1 ..., `count` of them."""
        dated, texts = self._dates_of(entry), self._texts_of(entry)
        row = []
        for number in range(first, first + count):
            claims = self.cited_by.get(number, ())
            parts = [dated[self.event_of[claim]] + texts.get(claim, NO_TEXT) for claim in claims]
            row.append(combined(max(parts), min(parts), Plain) if parts else 0.0)
        return row

    def value(self, entry: int, number: int) -> float:
        """Return the score of one pair."""
        citation, norm, parts = self.sources[entry].citation, self.norm(entry), []
        for claim in self.cited_by.get(number, ()):
            context = self.claims[claim].context
            total = sum(self.weights[word] * context.nearness(word) for word in self.words[entry])
            dated = date_part(self.events[self.event_of[claim]], citation, Plain)
            parts.append(dated + text_part(total, norm, Plain))
        return combined(max(parts), min(parts), Plain) if parts else 0.0

    def words_value(self, entry: int, number: int) -> float:
        """Return the word part of one pair: the best claim's, 0 without a claim."""
        norm = self.norm(entry)
        totals = [
            sum(self.weights[word] * self.claims[claim].context.nearness(word) for word in self.words[entry])
            for claim in self.cited_by.get(number, ())
        ]
        return float(text_part(max(totals), norm, Plain)) if totals else 0.0

    def norm(self, entry: int) -> float:
        """Return what the words of an entry are measured by: more words share more by chance."""
        return math.sqrt(1.0 + sum(self.weights[word] for word in self.words[entry]))

    def postings(self) -> dict[str, list[tuple[int, float]]]:
        """Return for each word the claims it stands near, with how near; made when first asked for."""
        if self._postings is None:
            self._postings = defaultdict(list)
            for index, claim in enumerate(self.claims):
                for word in claim.context.all:
                    self._postings[word].append((index, claim.context.nearness(word)))
        return self._postings

    def is_vetoed(self, entry: int, number: int) -> bool:
        """Tell whether a claim of this number is about a day long after the entry was published."""
        published = self.sources[entry].citation.published
        return any(is_veto(self.claims[claim].event, published) for claim in self.cited_by.get(number, ()))

    def _dates_of(self, entry: int) -> list[float]:
        """Return the date part of the entry for every distinct event."""
        citation = self.sources[entry].citation
        key = (citation.published, citation.archived, citation.accessed)
        if key not in self._dated:
            self._dated[key] = [date_part(event, citation, Plain) for event in self.events]
        return self._dated[key]

    def _texts_of(self, entry: int) -> dict[int, float]:
        """Return the word part of the entry for every claim that shares a word with it."""
        sums: dict[int, float] = defaultdict(float)
        for word in self.words[entry]:
            for claim, nearness in self.postings().get(word, ()):
                sums[claim] += self.weights[word] * nearness
        norm = self.norm(entry)
        return {claim: text_part(total, norm, Plain) for claim, total in sums.items()}


def date_part(event: Days, citation: Citation, xp: Any) -> Numbers:
    """Return the date part of an entry for an event, or for many; 0 for an event without a date."""
    score: Numbers = 0.0
    published = citation.published
    if published is not None:
        lo, hi = published.lo.toordinal(), published.hi.toordinal()
        day = _day_and_day(event, lo, hi, xp) if published.is_day else _day_and_coarse(event, lo, hi, xp)
        score = xp.where(event.is_day, day, _coarse_event(event, lo, hi, xp))
    if citation.archived is not None:
        early = (event.lo - citation.archived.hi.toordinal()) > 1
        score = score + xp.where(event.is_day, xp.where(early, _KEPT_EARLY, 0.0), 0.0) * xp.where(event.future, 0, 1)
    if citation.accessed is not None:
        lag = event.lo - citation.accessed.hi.toordinal()
        early = xp.where(event.is_day, xp.where(lag > 1, _KEPT_EARLY, 0.0), xp.where(lag > 0, -4.0, 0.0))
        score = score + early * xp.where(event.future, 0, 1)
    return event.weight * score


def _day_and_day(event: Days, lo: int, hi: int, xp: Any) -> Numbers:
    early = hi - event.lo
    fresh = xp.maximum(_LEAST, _BEST - _PER_LAG * xp.log1p(xp.maximum(0, lo - event.hi) / _SCALE))
    before = xp.where(event.future, -1.0, _IMPOSSIBLE)
    just = xp.where(event.future, 0.0, _DAY_EARLY)
    return xp.where(early < _TOLERANCE, before, xp.where(early == _TOLERANCE, just, fresh))


def _day_and_coarse(event: Days, lo: int, hi: int, xp: Any) -> Numbers:
    before = xp.where(event.future, -1.0, _IMPOSSIBLE)
    return xp.where(hi < event.lo, before, xp.where(lo <= event.hi, 0.5, -1.0))


def _coarse_event(event: Days, lo: int, hi: int, xp: Any) -> Numbers:
    behind = xp.where(lo - event.hi < _TWO_YEARS, -0.5, -1.0)
    return xp.where(hi < event.lo, xp.where(event.future, 0.0, -3.0), xp.where(lo <= event.hi, 1.0, behind))


def text_part(total: Numbers, norm: float, xp: Any) -> Numbers:
    """Return the word part for the summed weights of the shared words."""
    return xp.minimum(_TEXT_MOST, _TEXT * total / norm) + NO_TEXT


def combined(best: Numbers, worst: Numbers, xp: Any) -> Numbers:
    """Return the score of a number from its best and worst claim."""
    return xp.where(worst > _CONTRADICTED, best, 0.3 * best + 0.7 * worst)


def is_veto(event: Event, published: Dates | None) -> bool:
    """Tell whether the source cannot know of the event: it is older, by days that both state themselves."""
    if published is None or event.dates is None or not event.is_own_day or event.future or not published.is_day:
        return False
    return (published.hi - event.dates.lo).days < _TOLERANCE


def distinct(items: Sequence[Item], key: Callable[[Item], object]) -> tuple[list[Item], list[int]]:
    """Return the items that differ by `key`, in order, and for each item the index of its equal among them."""
    places: dict[object, int] = {}
    kept: list[Item] = []
    index = []
    for item in items:
        place = places.setdefault(key(item), len(kept))
        if place == len(kept):
            kept.append(item)
        index.append(place)
    return kept, index


def _event_key(event: Event) -> object:
    when = event.dates
    return (when and (when.lo, when.hi, when.grain), event.inherited, event.future)
