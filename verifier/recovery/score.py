"""How well an entry fits a number, in nats against "unrelated": the dates and words of the claims that cite it.

A number without a visible claim says nothing: 0. Otherwise each claim gives a part for the dates and one for the words;
of several claims the best and, where one contradicts, the worst count. The constants were set by hand and their effect
is measured in bench/recovery.py on random losses; none was fitted to one article.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from verifier.model.article import Citation
from verifier.model.dates import Dates
from verifier.model.recovery import Event
from verifier.recovery.terms import Context, Idf

Item = TypeVar("Item")

_TOLERANCE = -1  # days a source may seem older than its event: time zones
_BEST, _PER_LAG, _LEAST = 3.0, 1.6, -5.0  # published on the day; minus per ln(1 + days / SCALE); at least
_SCALE = 1.0  # days
_IMPOSSIBLE, _DAY_EARLY, _KEPT_EARLY = -8.0, -2.0, -6.0  # published, the day before, archived or accessed before
_INHERITED = 0.6  # weight of a date that the claim itself does not give
_TEXT, _TEXT_MOST, _NO_TEXT = 1.6, 6.0, -0.8
_CONTRADICTED = -4.0  # below this one claim spoils the good fit of another
_TWO_YEARS = 730  # days


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


class Scores:
    """The scores of all pairs, computed row by row; `claims` maps a number to the indices of its claims."""

    def __init__(self, sources: Sequence[Source], claims: Sequence[Statement], cited_by: Mapping[int, Sequence[int]]):
        self._sources = sources
        self._claims = claims
        self._cited_by = cited_by
        self.idf = Idf.of([*(source.words for source in sources), *(claim.context.near for claim in claims)])
        self._numbers = _inverted(cited_by)
        self._words = [tuple(sorted(source.words)) for source in sources]  # sorted: sums must not depend on hashes
        self._weights = {word: self.idf.weight(word) for words in self._words for word in words}
        self._events, self._event_of = _distinct([claim.event for claim in claims], _event_key)
        self._postings: dict[str, list[tuple[int, float]]] | None = None
        self._dated: dict[tuple[Dates | None, ...], list[float]] = {}
        shapes = {number: tuple(self._event_of[claim] for claim in found) for number, found in cited_by.items()}
        self._shapes, shape_of = _distinct(list(shapes.values()), tuple)
        self._shape_of = dict(zip(shapes, shape_of, strict=True))

    def row(self, entry: int, first: int, count: int) -> list[float]:
        """Return the scores of the entry (0-based) for the numbers `first`, `first` + 1 ..., `count` of them."""
        dated = self._dates_of(entry)
        plain = [_combined([dated[event] + _NO_TEXT for event in shape]) for shape in self._shapes]
        plain.append(0.0)
        nothing = len(plain) - 1
        shape_of = self._shape_of
        row = [plain[shape_of.get(number, nothing)] for number in range(first, first + count)]
        texts = self._texts_of(entry)
        for number in {number for claim in texts for number in self._numbers.get(claim, ())}:
            if first <= number < first + count:
                row[number - first] = self._exact(dated, texts, number)
        return row

    def value(self, entry: int, number: int) -> float:
        """Return the score of one pair."""
        dated, norm = self._dates_of(entry), self._norm(entry)
        parts = []
        for claim in self._cited_by.get(number, ()):
            context = self._claims[claim].context
            found = sum(self._weights[word] * context.nearness(word) for word in self._words[entry])
            parts.append(dated[self._event_of[claim]] + _text(found, norm))
        return _combined(parts)

    def words(self, entry: int) -> frozenset[str]:
        """Return the words of the entry that count."""
        return self._sources[entry].words

    def context(self, claim: int) -> Context:
        """Return the words around the claim."""
        return self._claims[claim].context

    def is_vetoed(self, entry: int, number: int) -> bool:
        """Tell whether a claim of this number is about a day long after the entry was published."""
        published = self._sources[entry].citation.published
        return any(is_veto(self._claims[claim].event, published) for claim in self._cited_by.get(number, ()))

    def _exact(self, dated: Sequence[float], texts: Mapping[int, float], number: int) -> float:
        claims = self._cited_by.get(number, ())
        return _combined([dated[self._event_of[claim]] + texts.get(claim, _NO_TEXT) for claim in claims])

    def _dates_of(self, entry: int) -> list[float]:
        """Return the date part of the entry for every distinct event."""
        citation = self._sources[entry].citation
        key = (citation.published, citation.archived, citation.accessed)
        if key not in self._dated:
            self._dated[key] = [date_score(event, citation) for event in self._events]
        return self._dated[key]

    def _texts_of(self, entry: int) -> dict[int, float]:
        """Return the word part of the entry for every claim that shares a word with it."""
        if self._postings is None:  # single values do without
            self._postings = _postings(self._claims)
        sums: dict[int, float] = defaultdict(float)
        for word in self._words[entry]:
            weight = self._weights[word]
            for claim, nearness in self._postings.get(word, ()):
                sums[claim] += weight * nearness
        norm = self._norm(entry)
        return {claim: _text(total, norm) for claim, total in sums.items()}

    def _norm(self, entry: int) -> float:
        return math.sqrt(1.0 + sum(self._weights[word] for word in self._words[entry]))


def date_score(event: Event, citation: Citation) -> float:
    """Return the date part for one claim and one entry; 0 where the claim has no date."""
    if event.dates is None:
        return 0.0
    score = _publication(event, event.dates, citation.published) + _kept(event, event.dates, citation)
    return _INHERITED * score if event.inherited else score


def is_veto(event: Event, published: Dates | None) -> bool:
    """Tell whether the source cannot know of the event: it is older, by days that both state themselves."""
    if published is None or event.dates is None or not event.is_own_day or event.future or not published.is_day:
        return False
    return (published.hi - event.dates.lo).days < _TOLERANCE


def _publication(event: Event, when: Dates, published: Dates | None) -> float:
    if published is None:
        return 0.0
    if not when.is_day:
        return _coarse_event(event, when, published)
    if not published.is_day:
        if published.hi < when.lo:
            return -1.0 if event.future else _IMPOSSIBLE
        return 0.5 if published.lo <= when.hi else -1.0
    early = (published.hi - when.lo).days
    if early < _TOLERANCE:
        return -1.0 if event.future else _IMPOSSIBLE
    if early == _TOLERANCE:
        return 0.0 if event.future else _DAY_EARLY
    late = max(0, (published.lo - when.hi).days)
    return max(_LEAST, _BEST - _PER_LAG * math.log(1 + late / _SCALE))


def _coarse_event(event: Event, when: Dates, published: Dates) -> float:
    if published.hi < when.lo:
        return 0.0 if event.future else -3.0
    if published.lo <= when.hi:
        return 1.0
    return -0.5 if (published.lo - when.hi).days < _TWO_YEARS else -1.0


def _kept(event: Event, when: Dates, citation: Citation) -> float:
    """Return what archive and access dates say: who read a page before the event did not read of it."""
    if event.future:
        return 0.0
    if not when.is_day:
        return -4.0 if _is_before(citation.accessed, when, 0) else 0.0
    early = [each for each in (citation.archived, citation.accessed) if _is_before(each, when, 1)]
    return _KEPT_EARLY * len(early)


def _is_before(date: Dates | None, when: Dates, tolerance: int) -> bool:
    return date is not None and (when.lo - date.hi).days > tolerance


def _text(total: float, norm: float) -> float:
    return min(_TEXT_MOST, _TEXT * total / norm) + _NO_TEXT


def _combined(parts: Sequence[float]) -> float:
    if not parts:
        return 0.0
    best, worst = max(parts), min(parts)
    return best if worst > _CONTRADICTED else 0.3 * best + 0.7 * worst


def _inverted(cited_by: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    numbers: dict[int, list[int]] = defaultdict(list)
    for number, claims in cited_by.items():
        for claim in claims:
            numbers[claim].append(number)
    return numbers


def _distinct(items: Sequence[Item], key: Callable[[Item], object]) -> tuple[list[Item], list[int]]:
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


def _postings(claims: Sequence[Statement]) -> dict[str, list[tuple[int, float]]]:
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, claim in enumerate(claims):
        for word in claim.context.all:
            postings[word].append((index, claim.context.nearness(word)))
    return postings
