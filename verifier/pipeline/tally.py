"""Count: the summary, how many claims were seen, the counts that every format agrees with, and the exit code."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import cast

from verifier.model.outcome import (
    FOUND,
    INCOMPLETE,
    OK,
    CheckRow,
    CountsRow,
    CoverageRow,
    FailOnName,
    FindingCounts,
    OutcomeCounts,
)
from verifier.model.report import ArticleRow, FindingRow, Report, Summary
from verifier.text import counted

_NO_REFERENCES = {"numbering": "key", "article": "file"}  # what was not checked, by the kind of check
_PENDING = ("suspect", "blocked", "unknown", "unchecked")
_LEVELS = {"error": 1, "warning": 2, "note": 3}
NO_SUMMARY: Summary = {
    "claims": 0,
    "markers": 0,
    "entries": 0,
    "references": 0,
    "findings": {"error": 0, "warning": 0, "note": 0},
    "folded": 0,
    "baselined": 0,
    "unverified": 0,
    "waived": 0,
}
NO_COUNTS: CountsRow = {
    "by_severity": NO_SUMMARY["findings"],
    "by_outcome": {
        "ok": 0,
        "fail": 0,
        "noted": 0,
        "suspect": 0,
        "blocked": 0,
        "unknown": 0,
        "unchecked": 0,
        "by_hand": 0,
        "waived": 0,
        "baselined": 0,
    },
    "new": 0,
    "still": 0,
    "fixed": 0,
    "suspect": 0,
    "blocked": 0,
    "waived": 0,
    "baselined": 0,
}


def summary(report: Report) -> Summary:
    """Return the counts at the top."""
    articles, findings = report["articles"], report["findings"]
    own = [each for each in findings if counts_by_itself(each)]
    baselined = sum(each["state"] == "baselined" for each in findings)
    return {
        "claims": sum(len(each["claims"]) for each in articles),
        "markers": sum(len(claim["markers"]) for each in articles for claim in each["claims"]),
        "entries": sum(len(each["entries"]) for each in articles),
        "references": len(report["references"]),
        "findings": _by_severity(own),
        "folded": len(findings) - len(own) - baselined,
        "baselined": baselined,
        "unverified": len(report["unverified"]),
        "waived": len(report["waived"]),
    }


def counts_by_itself(finding: FindingRow) -> bool:
    """Tell whether the finding is in force and follows from no other."""
    return finding["caused_by"] is None and finding["state"] != "baselined"


def counts(report: Report) -> CountsRow:
    """Return the counts that every format agrees with."""
    states = Counter(each["state"] for each in report["findings"])
    outcomes: Counter[str] = Counter(each["outcome"] for each in report["checks"])
    return {
        "by_severity": _by_severity([each for each in report["findings"] if each["state"] != "baselined"]),
        "by_outcome": cast(OutcomeCounts, {name: outcomes[name] for name in NO_COUNTS["by_outcome"]}),
        "new": states["new"],
        "still": states["still"],
        "fixed": len(report["fixed"]),
        "suspect": outcomes["suspect"],
        "blocked": outcomes["blocked"],
        "waived": len(report["waived"]),
        "baselined": states["baselined"],
    }


def coverage(articles: Sequence[ArticleRow], checks: Sequence[CheckRow], now: str | None) -> CoverageRow:
    """Return how many claims were seen, by the weakest of their checks.

    Where a registry tells on what claims rest, one that rests on nothing is not seen: no source of it was looked at.
    """
    registered = {check["article"] for check in checks if check["reference"] is not None}
    of_claims: dict[tuple[str, str], list[CheckRow]] = {}
    of_references: dict[tuple[str, str], list[CheckRow]] = {}
    for check in checks:
        if check["claim"] is not None:
            of_claims.setdefault((check["article"], check["claim"]), []).append(check)
        if check["reference"] is not None:
            of_references.setdefault((check["article"], check["reference"]), []).append(check)
    seen: Counter[str] = Counter()
    for article in articles:
        for claim in article["claims"]:
            mine = of_claims.get((article["path"], claim["id"]), [])
            cited = (of_references.get((article["path"], each), []) for each in claim["cites"])
            found = _seen([*mine, *(check for each in cited for check in each)], now)
            is_open = article["path"] in registered and not claim["cites"] and found != "by_hand"
            seen["unchecked" if is_open else found] += 1
    return {
        "claims": seen.total(),
        "verified_today": seen["verified_today"],
        "from_cache": seen["from_cache"],
        "by_hand": seen["by_hand"],
        "unchecked": seen["unchecked"],
    }


def reasons(report: Report) -> Iterator[str]:
    """Yield why the run is not complete, one sentence for each reason."""
    if report["run"]["status"] == "outage":
        yield "no live page answered, not even those that did lately: the network is down, and nothing is concluded"
    found = Counter((each["check"], each["reason"]) for each in report["unverified"])
    for (check, reason), count in sorted(found.items()):
        noun = _NO_REFERENCES.get(check)
        many = counted(count, noun) if noun else f"{count} of {len(report['references'])} references"
        yield f"{check}, {many}: {reason}"


def exit_code(report: Report, fail_on: FailOnName) -> int:
    """Return 1 for findings at or above the level, 3 for what could not be checked, else 0."""
    found = report["summary"]["findings"]
    if fail_on == "new":  # not accepted, however many runs have seen it before
        due = any(counts_by_itself(each) and not _is_of_the_run(each) for each in report["findings"])
    else:
        due = any(list(found.values())[: _LEVELS.get(fail_on, 0)])
    if due:
        return FOUND
    return INCOMPLETE if report["run"]["status"] != "complete" else OK


def _is_of_the_run(finding: FindingRow) -> bool:
    """Tell whether a note is about the runs before, such as that there was none: nothing that a change brought in."""
    return finding["rule"] == "run-stale" and finding["severity"] == "note"


def _by_severity(findings: Sequence[FindingRow]) -> FindingCounts:
    found = Counter(each["severity"] for each in findings)
    return {"error": found["error"], "warning": found["warning"], "note": found["note"]}


def _seen(checks: Sequence[CheckRow], now: str | None) -> str:
    if any(each["outcome"] in _PENDING for each in checks):
        return "unchecked"
    if any(each["outcome"] == "by_hand" for each in checks):
        return "by_hand"
    told = [each["checked_at"][:10] for each in checks if each["checked_at"]]
    return "from_cache" if any(day != now for day in told) else "verified_today"
