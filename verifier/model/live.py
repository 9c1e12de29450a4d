"""The nouns of live links: what the cited URL itself answered, and what earlier checks of it say.

Outcomes and confirmation: docs/links.md.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

CONFIRM = 3  # failed checks in a row that make an unreachable page a dead one, as InternetArchiveBot counts
NO_SUCH_HOST = "no-such-host"  # the reason of a check whose host the name servers do not know
SPAN = 3  # days that they must be spread over, at least


class Outcome(StrEnum):
    """What one check of one URL has seen. Only FAIL is an answer that the page is gone."""

    OK = "ok"
    FAIL = "fail"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of one URL from earlier runs: the days of the failed checks since it last answered, and that day.

    `last_ok` is None if it never answered.
    """

    url: str
    failed: tuple[dt.date, ...] = ()
    last_ok: dt.date | None = None

    @property
    def is_confirmed(self) -> bool:
        """Tell whether the failed checks are enough of them, and spread far enough, to call the page dead."""
        return len(self.failed) >= CONFIRM and (self.failed[-1] - self.failed[0]).days >= SPAN


@dataclass(frozen=True, slots=True)
class LiveCheck:
    """One check of one URL: its outcome, why in words, and the addresses it led through.

    `reason` is a word for programs ("http-404", "timeout", "challenge"). `chain` holds the URLs asked, in order, and
    `permanent` tells that every redirect among them says it is for good. `status` is that of the last answer, None
    without one. A check is `ours` if it says nothing of the page because of us: not recorded, no time left, no network.
    `past` is what is known with this check counted in.
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

    @property
    def is_dead(self) -> bool:
        """Tell whether the page is gone: its server says so, or it could not be reached again and again."""
        return self.outcome is Outcome.FAIL or (self.is_counted and self.past.is_confirmed)

    @property
    def is_suspect(self) -> bool:
        """Tell whether it could not be reached, and that is not confirmed yet."""
        return self.is_counted and not self.past.is_confirmed

    @property
    def is_counted(self) -> bool:
        """Tell whether this is a failure of the site that later checks may confirm."""
        return self.outcome is Outcome.UNKNOWN and not self.ours

    @property
    def final(self) -> str:
        """Return the address that answered last."""
        return self.chain[-1] if self.chain else self.url
