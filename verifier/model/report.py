"""The report: one tree of plain rows, schema "verifier-report/1".

The tree is what the JSON report holds, key by key, and every other format is a pure function of it. Keys are only
ever added within version 1. All positions are 1-based lines and columns, counted in code points, end exclusive.
The JSON Schema beside it is verifier/report.schema.json.
"""

from typing import Literal, TypedDict

from verifier.model.outcome import (
    ByHandRow,
    CheckRow,
    CountsRow,
    CoverageRow,
    EditRow,
    FindingCounts,
    HeldRow,
    KindName,
    KnownRow,
    LiveRow,
    RunRow,
    StateOfFinding,
    TrendRow,
    WaiverRow,
)
from verifier.model.snapshots import ArchiveRow
from verifier.model.supports import CitationRow, SupportRow

SCHEMA = "verifier-report/1"

ClassName = Literal["confirmed", "likely", "ambiguous", "unknown"]
SeverityName = Literal["error", "warning", "note"]
ConfidenceName = Literal["high", "medium", "low"]
StateName = Literal["right", "wrong", "lost", "open", "printed"]
BlockName = Literal["heading", "paragraph", "entry"]

MarkerRow = TypedDict(
    "MarkerRow",
    {
        "label": str,  # as printed: "8", "n 2"
        "group": str,
        "line": int,
        "column": int,
        "entry": str | None,  # the printed label of the entry a reader lands on
        "recovered": str | None,  # the printed label of the entry really meant
        "state": StateName,  # printed: nothing was tested; open: which entry it means cannot be told
        "class": ClassName,
        "probability": float,  # of what `recovered` says; of the best candidate where it is null
        "evidence": list[str],  # one sentence each: dates, lag, shared words, vetoes
    },
)


class EventRow(TypedDict):
    """When a claim says that something happened. `inherited`: not before that day, which an earlier claim names."""

    date: str
    inherited: bool


class ClaimRow(TypedDict):
    """One claim of the article, in document order."""

    id: str
    text: str
    section: str
    line: int
    column: int
    end_line: int
    end_column: int
    cites: list[str]  # reference ids of the registry, empty without one
    support: list[SupportRow]  # one for each of them whose page was to be judged
    event: EventRow | None
    markers: list[MarkerRow]


class PieceRow(TypedDict):
    """A stretch of text; `claim` is the id of the claim it belongs to, `markers` which of its markers it shows."""

    text: str
    claim: str | None
    markers: list[int]


class BlockRow(TypedDict):
    """One block of the article as it reads. `label` is the printed label of an entry, the position without one.

    The line of an entry is one of its own file, as in `EntryRow`.
    """

    kind: BlockName
    line: int
    label: str | None
    pieces: list[PieceRow]


class Alternative(TypedDict):
    """One number an entry may have."""

    value: str
    probability: float


NumberRow = TypedDict(
    "NumberRow",
    {
        "value": str | None,  # the true number where it is confirmed or likely
        "best": str | None,  # the number on the best path, wherever recovery ran
        "class": ClassName,
        "probability": float,
        "alternatives": list[Alternative],
    },
)


class EntryRow(TypedDict):
    """One entry of the article's own list."""

    label: str | None
    position: int
    group: str
    path: str | None  # the bibliography that holds it; null where the article itself does
    line: int
    text: str
    author: str | None
    title: str | None
    outlet: str | None
    published: str | None
    accessed: str | None
    archived: str | None
    url: str | None
    archive_url: str | None
    cited: bool
    number: NumberRow


class Diagnosis(TypedDict):
    """What is wrong with the list as a whole. `text` is for people; `refusal` says why no mapping is proposed."""

    kind: str | None  # the rule id of the root cause
    text: str
    lost_entries: list[str]
    hidden_prefix: int
    refusal: str | None


class SourceRow(TypedDict):
    """The page an article was read from. `url` names what was read: where redirects led, at its revision."""

    asked: str
    url: str
    revision: str | None
    recorded: str | None  # when the answer was given, ISO 8601, UTC


class ArticleRow(TypedDict):
    """One article. `path` is the file, or the URL of `source`; `language` is a tag of BCP 47, "" for none."""

    path: str
    source: SourceRow | None  # None for a file
    title: str
    format: str
    language: str
    body: list[BlockRow]
    claims: list[ClaimRow]
    entries: list[EntryRow]
    diagnosis: Diagnosis


class ReferenceRow(TypedDict):
    """One reference of the registry at `path`, for the article at `article`; ids are those of one registry."""

    id: str
    article: str
    path: str
    line: int
    entry: str | None
    title: str | None
    outlet: str | None
    url: str | None
    archive_url: str | None
    archive: ArchiveRow | None
    live: LiveRow | None
    citation: CitationRow | None  # None where no page was read


class FindingRow(TypedDict):
    """One finding.

    `id` holds no line and no wording, so it stays when the article grows. `state`: "new" is not in the last run that
    looked, "still" is, and was first seen on the day `first_seen`; "baselined" findings are accepted debt and do not
    fail a run, nor do "waived" ones. A `flapping` one came or went three times or more in the last 12 runs.
    `caused_by` is the id of the root-cause finding that explains it. `excerpt` is the text it is about, `url` and
    `archive_url` are those of its reference. Byte columns count the UTF-8 bytes of the line, from 1; `line_hash` is
    what GitHub knows the line by (`verifier.lines`).
    """

    id: str
    rule: str
    state: StateOfFinding
    first_seen: str | None
    flapping: bool
    article: str
    severity: SeverityName
    confidence: ConfidenceName
    message: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    byte_column: int
    end_byte_column: int
    line_hash: str
    claim: str | None
    reference: str | None
    url: str | None
    archive_url: str | None
    excerpt: str | None
    suggestion: str | None
    edit: EditRow | None
    caused_by: str | None


class SkippedRow(TypedDict):
    """One check that was not made, and why."""

    article: str
    reference: str
    check: str
    reason: str


class WaivedRow(TypedDict):
    """One finding that a waiver covers; `by_hand`: somebody has looked at the source, `on` a day if that is told."""

    finding: FindingRow
    reason: str
    by: str
    until: str
    by_hand: bool
    on: str | None


class Summary(TypedDict):
    """The counts at the top. Neither `folded` findings, which a root cause explains, nor `baselined` ones count."""

    claims: int
    markers: int
    entries: int
    references: int
    findings: FindingCounts
    folded: int
    baselined: int
    unverified: int
    waived: int


class RuleRow(TypedDict):
    """A rule that reported something; `help` is its whole explanation."""

    id: str
    topic: KindName
    summary: str
    severity: SeverityName
    help: str


class Tool(TypedDict):
    """Who wrote the report."""

    name: str
    version: str


class Report(TypedDict):
    """The whole report."""

    schema: str
    tool: Tool
    mode: Literal["offline", "online"]
    run: RunRow
    summary: Summary
    coverage: CoverageRow
    counts: CountsRow
    articles: list[ArticleRow]
    references: list[ReferenceRow]
    findings: list[FindingRow]
    fixed: list[KnownRow]
    trend: list[TrendRow]
    checks: list[CheckRow]
    suspects: list[HeldRow]
    blocked: list[HeldRow]
    unverified: list[SkippedRow]
    by_hand: list[ByHandRow]
    waived: list[WaivedRow]
    waivers: list[WaiverRow]
    rules: list[RuleRow]
