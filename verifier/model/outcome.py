"""The rows of a report that tell how the run went: its status, every check with its outcome, and what changed.

They belong to the tree of `verifier.model.report`.
"""

from typing import Literal, TypedDict

OK, FOUND, USAGE, INCOMPLETE, INTERNAL = range(5)  # exit codes

StatusName = Literal["complete", "partial", "outage"]
KindName = Literal["numbering", "registry", "archive", "live", "support"]
StateOfFinding = Literal["new", "still", "baselined", "waived"]
OutcomeName = Literal[
    "ok", "fail", "noted", "suspect", "blocked", "unknown", "unchecked", "by_hand", "waived", "baselined"
]
FailOnName = Literal["error", "warning", "note", "new", "never"]


class RunRow(TypedDict):
    """How the run went.

    `now` is the day it judged by, ISO 8601; None where that was the clock's, which an offline run does not report.
    `status` is "complete" where everything due was seen, "partial" where something got no answer, "outage" where so
    much got none that nothing may be concluded; `reasons` say why, one sentence each. `rules` are the ids of those
    whose findings are reported, None for all. `last_complete` is the day of the last complete live run
    before this one, None where no history tells it.
    """

    now: str | None
    status: StatusName
    reasons: list[str]
    exit_code: int
    fail_on: FailOnName
    topics: list[KindName]
    rules: list[str] | None
    last_complete: str | None


class CoverageRow(TypedDict):
    """How many claims were seen, by the weakest of their checks; the four others add up to `claims`.

    `unchecked` are claims with a check that has no answer, and those that a registry rests on no reference; `by_hand`
    such that a person has settled, `from_cache` such that rest on an answer of an earlier day.
    """

    claims: int
    verified_today: int
    from_cache: int
    by_hand: int
    unchecked: int


class CheckRow(TypedDict):
    """One check and its outcome. Every finding is one, and so is what was in order, got no answer or was not made.

    `outcome`: "fail" is a finding that is an error or a warning, "noted" one that is a note; "waived" and "baselined"
    findings are accepted; "suspect" failed and is not confirmed yet; "blocked" was refused to a program; "unknown" got
    no answer; "unchecked" was not asked; "by_hand" got no answer, and a person has looked in its place. `finding` is
    the id of the finding; `marker` the label of a citation. `path`, `line` and `column` are where to look. `checked_at`
    is when the oldest answer was given, `last_ok` when it was last in order, both ISO 8601; `streak` is how many
    counted checks in a row failed.
    """

    article: str
    path: str
    line: int
    column: int
    kind: KindName
    outcome: OutcomeName
    reason: str
    rule: str | None
    finding: str | None
    claim: str | None
    marker: str | None
    reference: str | None
    url: str | None
    final_url: str | None
    status: int | None
    checked_at: str | None
    last_ok: str | None
    streak: int


class EditRow(TypedDict):
    """The one change that would settle a finding: the text between two columns of a line gives way to `text`."""

    path: str
    line: int
    column: int
    end_column: int
    byte_column: int
    end_byte_column: int
    text: str


class LiveRow(TypedDict):
    """What the cited URL itself answered.

    `outcome` is of the last check alone: "unknown" is called dead only once several runs have `failed`, on these days.
    `reason` is a word for programs, `told` the same for people. `chain` holds the URLs asked, redirects and all;
    `permanent` tells that every one of these is for good. `title` is the page's own, `status` its last answer.
    """

    outcome: Literal["ok", "fail", "blocked", "unknown"]
    reason: str
    told: str
    status: int | None
    title: str
    chain: list[str]
    permanent: bool
    checked_at: str | None
    last_ok: str | None
    failed: list[str]


class HeldRow(TypedDict):
    """One check that only a person or a later run can settle."""

    article: str
    reference: str
    check: KindName
    url: str | None
    reason: str


class ByHandRow(TypedDict):
    """One check without an answer that a person has made by hand, `by` whom and `why`; it counts `until` a day.

    `on` is the day they looked, None where the registry does not tell. All days are ISO 8601.
    """

    article: str
    reference: str
    check: KindName
    url: str | None
    reason: str
    why: str
    by: str
    on: str | None
    until: str


class KnownRow(TypedDict):
    """One finding as an earlier run or the baseline knows it; `first_seen` is a day, ISO 8601."""

    id: str
    rule: str
    kind: KindName
    severity: Literal["error", "warning", "note"]
    article: str
    claim: str | None
    reference: str | None
    message: str
    first_seen: str | None


class TrendRow(TypedDict):
    """One of the last runs: its day, None where that is not told, its status, and the findings that counted."""

    now: str | None
    status: StatusName
    error: int
    warning: int
    note: int


class WaiverRow(TypedDict):
    """One waiver of a registry. `expires_in_days` is None where the day of the run is not told."""

    path: str
    line: int
    target: str
    rules: list[str]
    reason: str
    by: str
    until: str
    used: bool
    expires_in_days: int | None


class FindingCounts(TypedDict):
    """Findings by severity."""

    error: int
    warning: int
    note: int


class OutcomeCounts(TypedDict):
    """Checks by outcome; they add up to the number of checks."""

    ok: int
    fail: int
    noted: int
    suspect: int
    blocked: int
    unknown: int
    unchecked: int
    by_hand: int
    waived: int
    baselined: int


class CountsRow(TypedDict):
    """The counts that every format agrees with. Findings in force are the `new` and the `still` ones, by severity.

    Those that a root cause explains are among them, unlike in the summary.
    """

    by_severity: FindingCounts
    by_outcome: OutcomeCounts
    new: int
    still: int
    fixed: int
    suspect: int
    blocked: int
    waived: int
    baselined: int
