"""How well an entry fits a number, in nats against "unrelated": the words and the dates of the claims that cite it.

Words are judged in verifier/recovery/wording.py, dates in verifier/recovery/dating.py. A number without a visible claim
says nothing. Of several claims the words count by their mean, the dates by the best and, where one contradicts, the
worst. The scores of an entry are made for all the numbers it may have at once, because its words may mislead, and how
far is limited by the other numbers.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from verifier.model.article import Citation
from verifier.model.dates import Dates
from verifier.model.recovery import Event
from verifier.recovery import dating
from verifier.recovery.align import NEVER
from verifier.recovery.contexts import Context
from verifier.recovery.dating import Dating, Days, Plain
from verifier.recovery.terms import Terms
from verifier.recovery.wording import Wording, floored
from verifier.values import frozen

Item = TypeVar("Item")

# by which scores are divided to become log odds: the least at which .97 of the confirmed pairs are right on every page
# and loss (bench/recovery.py)
TEMPERATURE = 1.15
_CONTRADICTED = -2.0  # below this one claim spoils the good fit of another


@frozen
class Source:
    """What is scored of one entry: its citation's dates and the terms of its text."""

    citation: Citation
    terms: Terms


@frozen
class Statement:
    """What is scored of one claim: its event and its words by nearness."""

    event: Event
    context: Context


class Scores:
    """The scores of all pairs, computed row by row; `claims` maps a number to the indices of its claims."""

    def __init__(
        self, sources: Sequence[Source], claims: Sequence[Statement], cited_by: Mapping[int, Sequence[int]]
    ) -> None:
        self.sources = sources
        self.claims = claims
        self.cited_by = cited_by
        self.wording = Wording([source.terms for source in sources], [claim.context for claim in claims])
        events, self.event_of = _distinct([claim.event for claim in claims], _event_key)
        counts = Counter(self.event_of)
        self.events = [Days.of(event, counts[index]) for index, event in enumerate(events)]
        with_day = sum(any(claims[each].event.is_own_day for each in found) for found in cited_by.values())
        self.trust = dating.trust(
            [claim.event for claim in claims],
            [source.citation for source in sources],
            with_day / max(1, len(cited_by)),
        )
        self._dating = Dating(self.events, self.trust, Plain)
        self._dated: dict[tuple[Dates | None, ...], list[float]] = {}

    def row(self, entry: int, first: int, count: int) -> list[float]:
        """Return the scores of the entry (0-based) for the numbers `first`, `first` + 1 ..., `count` of them."""
        dated = self._dates_of(entry)
        row = self.words_row(entry, first, count)
        for index in range(count):
            parts = [dated[self.event_of[claim]] for claim in self.cited_by.get(first + index, ())]
            if parts:
                row[index] += combined(max(parts), min(parts), Plain)
        return row

    def banded(self, entry: int, within: range) -> list[float]:
        """Return the scores of the entry i (from 0) for the numbers i + 1 + k, k in `within`."""
        first = max(1, entry + 1 + within[0])
        below = [NEVER] * max(0, -within[0] - entry)  # there is no number 0
        return below + self.row(entry, first, entry + within[-1] + 2 - first)

    def words_row(self, entry: int, first: int, count: int) -> list[float]:
        """Return what the words alone say for these numbers."""
        numbers = range(first, first + count)
        return floored([self.wording.value(entry, self.cited_by.get(number, ())) for number in numbers])

    def is_vetoed(self, entry: int, number: int) -> bool:
        """Tell whether a claim of this number is about a day long after the entry was published."""
        published = self.sources[entry].citation.published
        return any(dating.is_veto(self.claims[claim].event, published) for claim in self.cited_by.get(number, ()))

    def _dates_of(self, entry: int) -> list[float]:
        """Return the date part of the entry for every distinct event."""
        citation = self.sources[entry].citation
        key = (citation.published, citation.archived, citation.accessed)
        if key not in self._dated:
            self._dated[key] = self._dating.of(citation)
        return self._dated[key]


def combined(best: Any, worst: Any, xp: Any) -> Any:
    """Return the date part of a number from its best and worst claim."""
    return xp.where(worst > _CONTRADICTED, best, 0.3 * best + 0.7 * worst)


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
