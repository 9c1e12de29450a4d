"""The nouns of judging: severity, confidence, a hit and the dossier a rule sees."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from verifier.model.article import Article, Span
from verifier.model.evidence import Evidence
from verifier.model.recovery import Recovery
from verifier.model.registry import Registry


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


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule saw, before the pipeline stamps it into a finding.

    `span` places it in the article; `line` places it in the registry instead (1-based). With neither it stands at
    the article's beginning. `severity` None means the rule's own. `number` is the citation number it is about and
    `entry` the printed label of the entry, so that a root cause can tell whether it explains the hit.
    """

    message: str
    span: Span | None = None
    line: int | None = None
    claim: str | None = None
    reference: str | None = None
    suggestion: str | None = None
    severity: Severity | None = None
    confidence: Confidence = Confidence.HIGH
    number: str | None = None
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """All a rule may see: one article, what recovery makes of it, the registry, the evidence, and today's date.

    `article` is None when only a registry is judged, `registry` None when the article has none.
    """

    article: Article | None
    recovery: Recovery
    registry: Registry | None
    evidence: Evidence
    today: dt.date
