"""The nouns of live links: what the cited URL itself answered, and what earlier checks of it say.

Outcomes and confirmation: docs/links.md.
"""

import datetime as dt
from dataclasses import replace
from enum import StrEnum

from verifier.values import frozen

NO_SUCH_HOST = "no-such-host"  # the reason of a check whose host the name servers do not know
MOST = 10  # checks that are remembered


class Outcome(StrEnum):
    """What one check of one URL has seen. Only FAIL is an answer that the page is gone."""

    OK = "ok"
    FAIL = "fail"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"


@frozen
class Confirmation:
    """When a page that cannot be reached is called dead: if `failed` of the last `of` checks could not reach it.

    Checks less than `apart` days after the one before do not count; the failed ones must be spread over `span` days.
    The usual rule is that of InternetArchiveBot (https://meta.wikimedia.org/wiki/InternetArchiveBot).
    """

    failed: int = 3
    of: int = 3
    apart: int = 1
    span: int = 3


USUAL = Confirmation()


@frozen
class Seen:
    """What a check saw of a page on a day, without an answer that the store would keep."""

    day: dt.date
    outcome: Outcome
    reason: str


@frozen
class Past:
    """What is known of one URL from earlier runs: the days of failed checks, and of the `answered` ones among them.

    Where every check counts that failed since the page last answered, none is among them. `last_ok` is the day of the
    last answer, None if it never answered. `seen` is what the last check saw, where no answer on record tells it.
    """

    url: str
    failed: tuple[dt.date, ...] = ()
    last_ok: dt.date | None = None
    answered: tuple[dt.date, ...] = ()
    seen: Seen | None = None

    @property
    def last_counted(self) -> dt.date | None:
        """Return the day of the last check that counts: where none has failed since, that is the last answer."""
        return max((*self.failed, *self.answered), default=self.last_ok)

    def lately(self, rule: Confirmation) -> int:
        """Return how many of the checks that the rule looks at have failed."""
        window = sorted((*self.failed, *self.answered))[-rule.of :]
        return sum(day in self.failed for day in window)

    def confirms(self, rule: Confirmation) -> bool:
        """Tell whether the failed checks are enough of them, and spread far enough, to call the page dead."""
        return self.lately(rule) >= rule.failed and self._spread(rule) >= rule.span

    def earliest(self, rule: Confirmation) -> dt.date:
        """Return the first day on which the page can be called dead, if every check from now on fails."""
        past, day, fewest = self, self.last_counted or dt.date.min, 2 if rule.span else 1
        while past is self or past.lately(rule) < rule.failed or len(past._failing(rule)) < fewest:
            day = _days_on(day, rule.apart)
            past = replace(past, failed=(*past.failed, day))
        return max(day, _days_on(past._failing(rule)[0], rule.span))

    def _spread(self, rule: Confirmation) -> int:
        """Return the days between the first and the last of the checks that speak for a dead page."""
        days = self._failing(rule)
        return (days[-1] - days[0]).days if days else 0

    def _failing(self, rule: Confirmation) -> list[dt.date]:
        """Return the days of the checks that failed since the answer before those that the rule looks at."""
        window = sorted((*self.failed, *self.answered))[-rule.of :]
        before = max((day for day in self.answered if day < window[0]), default=dt.date.min) if window else dt.date.min
        return [day for day in self.failed if day > before]


def _days_on(day: dt.date, days: int) -> dt.date:
    return dt.date.fromordinal(min(day.toordinal() + days, dt.date.max.toordinal()))  # a state may say 9999-12-31


@frozen
class LiveCheck:
    """One check of one URL: its outcome, why in words, and the addresses it led through.

    `reason` is a word for programs ("http-404", "timeout", "challenge"). `chain` holds the URLs asked, in order, and
    `permanent` tells that every redirect among them says it is for good. `status` is that of the last answer, None
    without one. A check is `ours` if it says nothing of the page because of us: not recorded, no time left, no network.
    `past` is what is known with this check counted in, by the `rule`.
    """

    url: str
    outcome: Outcome
    reason: str
    told: str
    chain: tuple[str, ...] = ()
    permanent: bool = False
    status: int | None = None
    title: str = ""
    recorded: str = ""
    ours: bool = False
    past: Past = Past("")
    rule: Confirmation = USUAL

    @property
    def is_dead(self) -> bool:
        """Tell whether the page is gone: its server says so, or it could not be reached again and again."""
        return self.outcome is Outcome.FAIL or (self.is_counted and self.past.confirms(self.rule))

    @property
    def is_suspect(self) -> bool:
        """Tell whether it could not be reached, and that is not confirmed yet."""
        return self.is_counted and not self.past.confirms(self.rule)

    @property
    def is_counted(self) -> bool:
        """Tell whether this is a failure of the site that later checks may confirm."""
        return self.outcome is Outcome.UNKNOWN and not self.ours

    @property
    def final(self) -> str:
        """Return the address that answered last."""
        return self.chain[-1] if self.chain else self.url
