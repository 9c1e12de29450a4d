"""The nouns of evidence: what was gathered on one reference, before any rule looks at it.

Source of the verdicts and their order: the decision table in docs/archives.md, after RFC 7089
(https://www.rfc-editor.org/rfc/rfc7089) and the behaviour of the Wayback Machine.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from verifier.model.live import LiveCheck
from verifier.values import frozen


class ArchiveVerdict(StrEnum):
    """What is known about one archive URL. UNKNOWN is a verdict: no answer is never absence."""

    PRESENT = "present"
    PRESENT_NEAR = "present-near"
    REDIRECT_OK = "redirect-ok"
    WRONG_DATE = "wrong-date"
    REDIRECT_BAD = "redirect-bad"
    ERROR_CAPTURE = "error-capture"
    SOFT_404 = "soft-404"
    WRONG_PAGE = "wrong-page"
    ABSENT = "absent"
    MALFORMED = "malformed"
    UNTRUSTED_HOST = "untrusted-host"
    EXCLUDED = "excluded"
    UNKNOWN = "unknown"


_WORDS = {  # by reason; the other reasons have a sentence of their own among the evidence
    "closest-within-tolerance": "the archive plays the capture of {played}, not of {asked}",
    "closest-out-of-tolerance": "the archive has no capture of {asked}; its closest is of {played}",
    "other-dates-only": "the archive has no capture of {asked}, only of other dates",
    "moved": "the snapshot is a redirect to another address of the page",
    "target-unconfirmed": "the snapshot is a redirect, and whether its target is the page is not sure",
    "to-root": "the snapshot is a redirect to the site's home page, or to one near it",
    "to-login": "the snapshot is a redirect to a login page",
    "to-error-page": "the snapshot is a redirect to an error page",
    "loop": "the snapshot redirects in a circle",
    "too-many-hops": "the snapshot redirects again and again",
    "target-absent": "the snapshot redirects to a page that is not archived",
    "target-error": "the snapshot redirects to an archived error page",
    "target-too-far": "the snapshot redirects to a page that was captured at quite another time",
    "status": "the archive kept an error page ({status}) instead of the page",
    "two-witnesses": "it is not archived: playback says so, and the index lists no capture of the page",
    "single-witness": "it is not archived, says playback; the index could not be asked",
}


@frozen
class Hop:
    """One answer on the way to a capture: what was asked, its status, what it means, and where it led.

    `captured` is the 14-digit time of Memento-Datetime, `recorded` when the answer was given; "" where not known.
    """

    url: str
    status: int
    meaning: str
    captured: str = ""
    location: str = ""
    recorded: str = ""


@frozen
class Witness:
    """What one service said when it was asked whether there is a capture."""

    service: str
    said: str
    recorded: str = ""

    @property
    def told(self) -> str:
        """Return it as a sentence of the evidence, with the day on which it was said."""
        return f"{self.said}, recorded {self.recorded[:10]}" if self.recorded else self.said


@frozen
class Cue:
    """One sign that a page stands in for a missing one: the name of the sign, and the words that give it."""

    name: str
    strong: bool
    found: str


@frozen
class Capture:
    """What played back. `source` names the archive's file, `title` and `excerpt` are the page's own words.

    `truncated` tells that only its beginning was read; `sha256` is of the `size` bytes that were. What is `comparable`
    is text that may be held against others' captures: no document, no home page, and not under the citation's title.
    `body` is what was read of it, for the check of support; no report holds it.
    """

    page: str
    status: int
    original: str = ""
    source: str = ""
    content_type: str = ""
    title: str = ""
    excerpt: str = ""
    sha256: str = ""
    size: int = 0
    truncated: bool = False
    comparable: bool = False
    cues: tuple[Cue, ...] = ()
    body: bytes = field(default=b"", repr=False, compare=False)


@frozen
class Proposal:
    """A better value for a field of a reference: "archive_url" or "url". `why` is one sentence, `sure` if it played."""

    field: str
    new: str
    why: str
    sure: bool = False


@frozen
class Lookup:
    """The verdict on one archive URL, with everything it rests on.

    `asked` and `played` are 14-digit timestamps (UTC) or None; `evidence` is one sentence per fact, in the order
    in which the facts were gathered; `also` names further verdicts that hold ("wrong-page/other-url"); `because` gives
    for these names and the first the sentence that carries it; `proposals` are better values, the best first. `drift`
    is how many seconds after the asked one the capture was made; `hops` are the answers of playback in order.
    """

    verdict: ArchiveVerdict
    reason: str
    asked: str | None = None
    played: str | None = None
    evidence: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    because: tuple[tuple[str, str], ...] = ()
    drift: int | None = None
    hops: tuple[Hop, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    capture: Capture | None = None
    proposals: tuple[Proposal, ...] = ()

    @property
    def proposal(self) -> str | None:
        """Return the best archive URL that is proposed, None without one."""
        return next((each.new for each in self.proposals if each.field == "archive_url"), None)

    @property
    def name(self) -> str:
        """Return verdict and reason in one word: "absent/two-witnesses"."""
        return f"{self.verdict}/{self.reason}" if self.reason else str(self.verdict)

    def hear(self, witness: Witness) -> "Lookup":
        """Return the lookup with what one more service said."""
        return replace(self, witnesses=(*self.witnesses, witness), evidence=(*self.evidence, witness.told))

    def holds(self, verdict: ArchiveVerdict, *reasons: str) -> bool:
        """Tell whether this verdict holds, first or among `also`, for one of the reasons (any if none is given)."""
        return bool(self._names(verdict, reasons))

    def told(self, verdict: ArchiveVerdict, *reasons: str) -> str:
        """Return what was found in words, for people."""
        name = next(iter(self._names(verdict, reasons)), self.name)
        reason = name.partition("/")[2]
        words = _WORDS.get(reason.partition("-")[0] if reason.startswith("status-") else reason)
        if words is None:
            return dict(self.because).get(name) or next(iter(self.evidence), name)
        return words.format(asked=_moment(self.asked), played=_moment(self.played), status=reason[-3:])

    def _names(self, verdict: ArchiveVerdict, reasons: tuple[str, ...]) -> list[str]:
        pairs = [(name, *name.partition("/")[::2]) for name in (self.name, *self.also)]
        return [name for name, what, why in pairs if what == verdict and (not reasons or why in reasons)]


@frozen
class Skipped:
    """One check that was due and not made, with the reason in words."""

    reference: str
    check: str
    reason: str


@frozen
class Missing:
    """One answer that a verdict on this reference needs and the store does not have: "GET https://..."."""

    reference: str
    request: str


@dataclass(frozen=True)  # no slots: the lookups are found by a table that is made when first asked
class Evidence:
    """All that was gathered: a `Lookup` per reference id that has an archive URL, and what was skipped.

    `live` holds the check of each cited URL; in an `outage` no page answered, which says nothing of any of them.
    `missing` are the answers that are not recorded; only where the run was told to require them.
    """

    lookups: tuple[tuple[str, Lookup], ...] = ()
    skipped: tuple[Skipped, ...] = ()
    missing: tuple[Missing, ...] = ()
    newest: dt.date | None = None
    live: Mapping[str, LiveCheck] = field(default_factory=dict)
    outage: bool = False

    def lookup(self, reference: str) -> Lookup | None:
        """Return what was found out about the archive URL of this reference id."""
        return self._by_reference.get(reference)

    @cached_property
    def _by_reference(self) -> dict[str, Lookup]:
        return dict(self.lookups)

    def live_of(self, url: str | None) -> LiveCheck | None:
        """Return the check of this cited URL."""
        return self.live.get(url) if url else None


def _moment(stamp: str | None) -> str:
    """Return a 14-digit timestamp as people write it."""
    if stamp is None or len(stamp) != 14:
        return stamp or "an unknown time"
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]} {stamp[8:10]}:{stamp[10:12]}:{stamp[12:]}"
