"""The nouns of judging: severity, confidence, a hit and the dossier a rule sees."""

import datetime as dt
from dataclasses import field
from enum import StrEnum

from verifier.model.article import Article, Span
from verifier.model.evidence import Evidence
from verifier.model.past import Heartbeat
from verifier.model.recovery import Reading, Recovery
from verifier.model.registry import Registry
from verifier.model.source import Source
from verifier.model.support import Support
from verifier.values import frozen


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Return 0 for the worst, so that sorting puts it first."""
        return ("error", "warning", "note").index(self.value)


class Confidence(StrEnum):
    """How sure we are that the finding is true."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@frozen
class Hit:
    """What a rule saw, before the pipeline stamps it into a finding.

    `span` places it in the article's text, `in_file` in the article's file where the text does not show it; `line`
    places it in the registry instead (1-based). With none it stands at the article's beginning. `claim` and
    `reference` are ids. `severity` None means the rule's own. `about` tells hits of one rule apart where claim and
    reference do not ("[15]", an entry's text): it is part of the finding's identity, so it holds no line number and
    nothing that changes when the article grows. `explains` are the (rule id, about) of hits that follow from this one.
    """

    message: str
    span: Span | None = None
    line: int | None = None
    claim: str | None = None
    reference: str | None = None
    suggestion: str | None = None
    severity: Severity | None = None
    confidence: Confidence = Confidence.HIGH
    about: str = ""
    in_file: Span | None = None
    explains: tuple[tuple[str, str], ...] = ()


@frozen
class Dossier:
    """All a rule may see: one article, what recovery makes of it, the registry, the evidence, and today's date.

    `reading` is the way the markers are followed: as printed, or as a root cause corrects it. `claim_ids` are the ids
    of the article's claims, by index; `located` are the indices of the article's claims that each claim of the
    registry covers, None where its text is not in the article. `sources` are the templates of the article that stand
    for a source or point to one, in the order of the file. `parts` are the groups whose own list lost or gained
    entries, each seen as if it were the article's only numbering. `support` is what the captured pages say.
    `heartbeat` is when live runs were, None where no history is kept; it is of the whole run, so only its first article
    has it. `latest` is the day that it may be at most: later than `today` where that is of the newest answer on record.
    """

    article: Article
    recovery: Recovery
    reading: Reading
    registry: Registry | None
    evidence: Evidence
    today: dt.date
    latest: dt.date
    claim_ids: tuple[str, ...] = ()
    located: tuple[tuple[int, ...] | None, ...] = ()
    used_waivers: frozenset[int] = frozenset()
    sources: tuple[Source, ...] = ()
    support: Support = field(default_factory=Support)
    heartbeat: Heartbeat | None = None
    parts: "tuple[tuple[str, Dossier], ...]" = ()
