"""The nouns of recovery: which entry each number really meant, how sure that is, and what went wrong."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from verifier.model.dates import Dates
from verifier.values import frozen


class Class(StrEnum):
    """How sure a recovered number is; the conditions stand in verifier/recovery/classes.py."""

    CONFIRMED = "confirmed"
    LIKELY = "likely"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


@frozen
class Event:
    """When the claimed thing happened. `inherited`: a lower bound taken from earlier in the paragraph.

    `earliest` is the first day of all dates that the passage gives as exactly as `dates`. `future`: the passage speaks
    of a plan; `past`: it has a verb in the past tense. `ambiguous`: a relative date on a range of days. `unresolved`
    are relative words with no date before them.
    """

    dates: Dates | None
    inherited: bool = False
    earliest: dt.date | None = None
    future: bool = False
    past: bool = False
    ambiguous: bool = False
    unresolved: str | None = None

    @property
    def is_own_day(self) -> bool:
        """Tell whether the claim itself gives a day."""
        return self.dates is not None and self.dates.is_day and not self.inherited

    def lag(self, published: Dates) -> int | None:
        """Return the days from the event to the publication: 0 within a range of days, negative before it.

        None if one of the two is not known to the day.
        """
        if self.dates is None or not self.dates.is_day or not published.is_day:
            return None
        if published.hi < self.dates.lo:
            return (published.hi - self.dates.lo).days
        return max(0, (published.lo - self.dates.hi).days)


@frozen
class Placement:
    """The number of one entry: the best path's, the posterior's, and its class.

    `entry` is the 0-based index in the list; `best` the number on the best path; `kind` and `probability` belong to
    it. `alternatives` are numbers with their posterior, most probable first: those of the smallest set that holds
    .95, at least two and at most eight. `printed` is the posterior that the printed number is the true one.
    `evidence` has one sentence per fact.
    """

    entry: int
    best: int
    kind: Class
    probability: float
    alternatives: tuple[tuple[int, float], ...]
    printed: float
    evidence: tuple[str, ...] = ()

    @property
    def value(self) -> int | None:
        """Return the number if it may be stated: confirmed or likely."""
        return self.best if self.kind in (Class.CONFIRMED, Class.LIKELY) else None


@frozen
class Shift:
    """From one point on all numbers are off: entry i is number i + `by`.

    `best` is the printed number at which that most probably starts, `first` to `last` where it may start; `gain` is
    how much better the shifted numbers fit, in nats; `probability` that they are shifted at all. A list that gained
    items (`by` < 0) holds them just before the start; they have no number.
    """

    by: int
    gain: float
    first: int
    best: int
    last: int
    probability: float = 0.0

    def number(self, entry: int) -> int | None:
        """Return the true number of the entry printed `entry` (from 1), None for an item that the list gained."""
        if entry >= self.best:
            return entry + self.by
        return entry if entry < self.best + min(self.by, 0) else None

    def is_open(self, entry: int) -> bool:
        """Tell whether this entry may stand on either side of the start."""
        return self.first + min(self.by, 0) <= entry < self.last

    @property
    def place(self) -> tuple[int, int, int]:
        """The first number lost, or the first entry gained: at the earliest, most probably, at the latest."""
        back = min(self.by, 0)
        return self.first + back, self.best + back, self.last + back


class Move(StrEnum):
    """How entries of a list stand elsewhere than their numbers say."""

    SWAPPED = "swapped"  # two entries changed places
    MOVED_DOWN = "moved down"  # the first one now stands behind the others
    MOVED_UP = "moved up"  # the last one now stands before the others
    REPLACED_DOWN = "replaced down"  # the first one is lost, and behind the others is one that no number means
    REPLACED_UP = "replaced up"  # the last one is lost, and before the others is one that no number means


@frozen
class Rearranged:
    """The entries printed `first` to `last` stand elsewhere than their numbers say.

    `gain` is how much better the entries fit in their own places, in nats; `probability` that entries of this list
    stand elsewhere at all.
    """

    move: Move
    first: int
    last: int
    gain: float
    probability: float = 0.0

    def numbers(self) -> dict[int, int | None]:
        """Return the true number of each entry (from 1) that stands elsewhere, None for one that no number means."""
        first, last = self.first, self.last
        if self.move is Move.SWAPPED:
            return {first: last, last: first}
        if self.move in (Move.MOVED_DOWN, Move.REPLACED_DOWN):
            up = {entry: entry + 1 for entry in range(first, last)}
            return {**up, last: first if self.move is Move.MOVED_DOWN else None}
        down = {entry: entry - 1 for entry in range(first + 1, last + 1)}
        return {first: last if self.move is Move.MOVED_UP else None, **down}


class Regime(StrEnum):
    """How the numbers and the entries of the main list compare."""

    NONE = "none"  # no list or no numbers
    LINKED = "linked"  # every number is a link to its entry: nothing is to be recovered
    LABELLED = "labelled"  # the printed labels are not a clean 1..m: they were kept and say which entry is which
    IDENTITY = "identity"  # every cited number has an entry
    SUBSET = "subset"  # more numbers than entries: the list lost some


@frozen
class Structure:
    """What the numbers alone say.

    `cited` are the numbers in order of first appearance; `wild` those so far above all others that they are typing
    errors rather than lost entries; `greatest` the greatest number that is not wild; `entries` the length of the main
    list; `hidden_prefix` h: the numbers 1..h were first cited in content that is not here; `never_cited` the gaps.
    """

    cited: tuple[int, ...] = ()
    wild: tuple[int, ...] = ()
    greatest: int = 0
    entries: int = 0
    hidden_prefix: int = 0
    never_cited: tuple[int, ...] = ()
    regime: Regime = Regime.NONE

    @property
    def lost(self) -> int:
        """Return how many entries the list must have lost at least."""
        return max(0, self.greatest - self.entries)


@frozen
class Recovery:
    """What recovery found for the main list of one article.

    `events` are the event dates of the claims, by claim index. `placements` has one item per entry wherever the
    alignment ran, but none for those in `gained`: entries (0-based) that the list gained, which have no number.
    `refusals` are the reasons, in words, for which no mapping of the whole list is proposed: with any
    of them only single confirmed pairs may be shown. `lost` are the numbers to which the best path gives no entry,
    each with the probability that it has none. `best_score` and `printed_score` are in nats. `chronological` tells
    that the text goes forward in time. `rearranged` says which entries of a whole list stand elsewhere than their
    numbers say, `disordered` that its order as a whole says nothing.
    """

    structure: Structure
    events: tuple[Event, ...] = ()
    placements: tuple[Placement, ...] = ()
    refusals: tuple[str, ...] = ()
    shift: Shift | None = None
    best_score: float = 0.0
    printed_score: float = 0.0
    lost: tuple[tuple[int, float], ...] = ()
    gained: tuple[int, ...] = ()
    chronological: bool = False
    rearranged: Rearranged | None = None
    disordered: bool = False

    @property
    def ran(self) -> bool:
        """Tell whether the alignment ran."""
        return bool(self.placements)

    def placement(self, entry: int) -> Placement | None:
        """Return the placement of the entry (0-based), None if it has none."""
        index = bisect_left(self.placements, entry, key=lambda each: each.entry)
        found = self.placements[index : index + 1]
        return found[0] if found and found[0].entry == entry else None

    @property
    def proposes(self) -> bool:
        """Tell whether a mapping of the whole list is proposed."""
        return self.ran and not self.refusals


@frozen
class Reading:
    """A way to follow the markers: `entries` gives for (group, label) the entry's (list, position), both 0-based.

    Where the format links its markers, `anchors` gives it for the link, which is what a reader's click follows.
    Under the printed reading a reader goes by label or position. Under a corrected reading, which knows the root
    cause, `excused` labels need no entry, `elsewhere` are numbers that are cited in content that is not here, and
    entries in `unsure` may be cited by any number.
    """

    name: str
    entries: Mapping[tuple[str, str], tuple[int, int]]
    excused: frozenset[str] = frozenset()
    elsewhere: frozenset[int] = frozenset()
    unsure: frozenset[int] = frozenset()
    anchors: Mapping[str, tuple[int, int]] = field(default_factory=dict)
