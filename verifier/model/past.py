"""The nouns of what earlier runs found: the scope of a run, and the runs that a history holds."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import field

from verifier.model.outcome import KindName, KnownRow, TrendRow
from verifier.model.report import SeverityName
from verifier.values import frozen


@frozen
class Scope:
    """What a run looked at; what it did not look at, it can neither find nor call fixed.

    `rules` are the ids of those whose findings were reported, None for all; `unseen` are the (article, reference,
    kind) of checks that got no answer or were not made. Nothing was seen in an `outage`.
    """

    articles: frozenset[str]
    topics: frozenset[KindName]
    rules: frozenset[str] | None = None
    unseen: frozenset[tuple[str, str, str]] = frozenset()
    outage: bool = False

    def saw(self, row: KnownRow) -> bool:
        """Tell whether the run would have found this, were it there."""
        if self.outage or row["article"] not in self.articles or row["kind"] not in self.topics:
            return False
        if self.rules is not None and row["rule"] not in self.rules:
            return False
        return (row["article"], row["reference"] or "", row["kind"]) not in self.unseen


@frozen
class PastRun:
    """One earlier run: its place in the trend, what it looked at, and the severity of what it found, by id.

    A `live` run asked pages and archives; another had recorded answers only.
    """

    trend: TrendRow
    scope: Scope
    found: Mapping[str, SeverityName]
    live: bool = True


@frozen
class Past:
    """The earlier runs, the oldest first, and what is known of their findings, by id."""

    runs: tuple[PastRun, ...] = ()
    known: Mapping[str, KnownRow] = field(default_factory=dict)


@frozen
class Heartbeat:
    """The days of the first, the last and the last complete live run that a history holds; None where there is none."""

    first: dt.date | None = None
    last: dt.date | None = None
    complete: dt.date | None = None
