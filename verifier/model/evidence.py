"""The nouns of evidence: what was gathered on one reference, before any rule looks at it.

Source of the verdicts and their order: the decision table in docs/archives.md, after RFC 7089
(https://www.rfc-editor.org/rfc/rfc7089) and the behaviour of the Wayback Machine.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Lookup:
    """The verdict on one archive URL, with everything it rests on.

    `asked` and `played` are 14-digit timestamps (UTC) or None; `evidence` is one sentence per fact, in the order
    in which the facts were gathered; `also` names further verdicts that hold ("wrong-page/other-url"); `because` gives
    for these names and the first the sentence that carries it; `proposal` is a better archive URL.
    """

    verdict: ArchiveVerdict
    reason: str
    asked: str | None = None
    played: str | None = None
    evidence: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    because: tuple[tuple[str, str], ...] = ()
    proposal: str | None = None

    @property
    def name(self) -> str:
        """Return verdict and reason in one word: "absent/two-witnesses"."""
        return f"{self.verdict}/{self.reason}" if self.reason else str(self.verdict)

    def holds(self, verdict: ArchiveVerdict, *reasons: str) -> bool:
        """Tell whether this verdict holds, first or among `also`, for one of the reasons (any if none is given)."""
        return bool(self._names(verdict, reasons))

    def told(self, verdict: ArchiveVerdict, *reasons: str) -> str:
        """Return the verdict in words, with the sentence that carries it."""
        name = next(iter(self._names(verdict, reasons)), self.name)
        sentence = dict(self.because).get(name) or next(iter(self.evidence), "")
        return f"{name}: {sentence}" if sentence else name

    def _names(self, verdict: ArchiveVerdict, reasons: tuple[str, ...]) -> list[str]:
        pairs = [(name, *name.partition("/")[::2]) for name in (self.name, *self.also)]
        return [name for name, what, why in pairs if what == verdict and (not reasons or why in reasons)]


@dataclass(frozen=True, slots=True)
class Skipped:
    """One check that was due and not made, with the reason in words."""

    reference: str
    check: str
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was gathered: a `Lookup` per reference id that has an archive URL, and what was skipped."""

    lookups: tuple[tuple[str, Lookup], ...] = ()
    skipped: tuple[Skipped, ...] = ()
    newest: dt.date | None = None

    def lookup(self, reference: str) -> Lookup | None:
        """Return what was found out about the archive URL of this reference id."""
        return dict(self.lookups).get(reference)
