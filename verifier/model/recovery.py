"""The nouns of recovery: which entry each number really meant, how sure that is, and what went wrong."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from verifier.model.dates import Dates


class Class(StrEnum):
    """How sure a recovered number is; the conditions stand in verifier/recovery/classes.py."""

    CONFIRMED = "confirmed"
    LIKELY = "likely"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Event:
    """When the claimed thing happened. `inherited`: a lower bound taken from earlier in the paragraph.

    `future`: the clause speaks of a plan. `ambiguous`: a relative date on a range of days. `anchor` is the day
    that a relative date counts from. `unresolved`: the words are relative and nothing stands before them.
    """

    dates: Dates | None
    inherited: bool = False
    future: bool = False
    ambiguous: bool = False
    unresolved: str | None = None

    @property
    def is_own_day(self) -> bool:
        """Tell whether the claim itself gives a day."""
        return self.dates is not None and self.dates.is_day and not self.inherited

    def lag(self, published: Dates) -> int | None:
        """Return the days from the event's end to the publication, None if it has no date."""
        return None if self.dates is None else (published.lo - self.dates.hi).days


@dataclass(frozen=True, slots=True)
class Placement:
    """The number of one entry: the best path's, the posterior's, and its class.

    `entry` is the 0-based index in the list; `best` the number on the best path; `alternatives` the numbers with
    their posterior, most probable first (those of the smallest set that holds .95, at most 8; at least the two
    most probable); `printed` the posterior that the printed number is the true one.
    """

    entry: int
    best: int
    kind: Class
    probability: float
    alternatives: tuple[tuple[int, float], ...]
    printed: float
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shift:
    """From one point on all numbers are off by `by`; `first`..`last` is where the shift may start (entry numbers)."""

    by: int
    gain: float
    first: int
    best: int
    last: int


@dataclass(frozen=True, slots=True)
class Structure:
    """What the numbers alone say: cited numbers in order of first appearance, gaps, hidden prefix, regime.

    `regime` is "none" (nothing to compare), "identity", "subset" (the list lost entries) or "shift".
    `styles_by_first_citation` tells whether numbers follow the order of first citation.
    """

    cited: tuple[int, ...] = ()
    greatest: int = 0
    entries: int = 0
    hidden_prefix: int = 0
    never_cited: tuple[int, ...] = ()
    regime: str = "none"

    @property
    def lost(self) -> int:
        """Return how many entries the list must have lost at least."""
        return max(0, max(self.greatest, len(set(self.cited))) - self.entries)


@dataclass(frozen=True, slots=True)
class Recovery:
    """What recovery found for the main list of one article.

    `placements` has one item per entry wherever the alignment ran, even if the mapping as a whole is refused.
    `refusals` are the reasons, in words; with any of them only single confirmed pairs may be shown, as partial.
    `events` are the event dates of the claims, by claim index. `gain` is best path minus printed reading, in nats.
    """

    structure: Structure
    events: tuple[Event, ...] = ()
    placements: tuple[Placement, ...] = ()
    refusals: tuple[str, ...] = ()
    shift: Shift | None = None
    best_score: float = 0.0
    printed_score: float = 0.0
    lost: tuple[int, ...] = ()
    events_by_number: tuple[tuple[int, tuple[Event, ...]], ...] = ()
    reference_year: int | None = None
    last_day: dt.date | None = None

    @property
    def ran(self) -> bool:
        """Tell whether the alignment ran."""
        return bool(self.placements)

    def placement_of(self, entry: int) -> Placement | None:
        """Return the placement of the entry with this 0-based index, None if recovery did not run."""
        return self.placements[entry] if self.placements else None
