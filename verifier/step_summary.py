"""GitHub's job summary: a table of counts, then what is new, fixed, suspect, blocked, and which waivers end soon.

GitHub drops the whole summary of a step above 1,024 KiB, so the text ends before it and says how much is left out
(https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary).
"""

from collections.abc import Iterator, Sequence

from verifier import digest
from verifier.escape import markdown as safe
from verifier.model.outcome import HeldRow
from verifier.model.report import FindingRow, Report
from verifier.text import counted

_LARGEST = 900_000  # bytes
_SOON = 14  # days


def render(report: Report) -> str:
    """Return the summary as Markdown, cut where it gets too large."""
    lines, size = [], 0
    rows = list(_lines(report))
    for place, line in enumerate(rows):
        size += len(line.encode("utf-8")) + 1
        if size > _LARGEST:
            lines.append(f"\n{counted(len(rows) - place, 'more line is', 'more lines are')} in the reports.")
            break
        lines.append(line)
    return "\n".join(lines) + "\n"


def _lines(report: Report) -> Iterator[str]:
    counts, summary, run = report["counts"], report["summary"], report["run"]
    found = summary["findings"]
    yield "## verify"
    yield ""
    yield safe(" ".join([digest.lead(report), *digest.changes(report)]))
    yield ""
    cells: dict[str, object] = {
        "run": run["status"],
        "errors": found["error"],
        "warnings": found["warning"],
        "notes": found["note"],
        "that follow": summary["folded"],
        "new": counts["new"],
        "fixed": counts["fixed"],
        "suspect": counts["suspect"],
        "blocked": counts["blocked"],
        "waived": counts["waived"],
        "baselined": counts["baselined"],
        "not checked": summary["unverified"],
    }
    yield f"| {' | '.join(cells)} |"
    yield f"|{'---|' * len(cells)}"
    yield f"| {' | '.join(map(str, cells.values()))} |"
    fresh = [each for each in digest.own(report) if each["state"] == "new"]
    yield from _section("New", [f"{each['severity']} `{each['rule']}` {_at(each)}" for each in fresh])
    yield from _section("Fixed", [f"`{each['rule']}` {safe(each['message'])}" for each in report["fixed"]])
    yield from _section("Suspect: failed, and not confirmed yet", _held(report["suspects"]))
    yield from _section("Blocked: check by hand", _held(report["blocked"]))
    yield from _section("Waivers that end soon", list(_ending(report)))


def _section(heading: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield ""
        yield f"### {heading}"
        yield ""
        yield from (f"- {item}" for item in items)


def _at(finding: FindingRow) -> str:
    return f"{safe(finding['path'])}:{finding['line']}: {safe(finding['message'])}"


def _held(rows: Sequence[HeldRow]) -> list[str]:
    return [f"{safe(row['reference'])} {safe(row['url'] or '')}: {safe(row['reason'])}" for row in rows]


def _ending(report: Report) -> Iterator[str]:
    for waiver in report["waivers"]:
        left = waiver["expires_in_days"]
        if left is not None and 0 <= left <= _SOON:
            yield f"{safe(waiver['target'])}, {safe(waiver['by'])}: {safe(waiver['reason'])} (until {waiver['until']})"
