"""Plain text for a terminal or a log: the summary, what to do first, and one line for each finding."""

from collections.abc import Iterator
from textwrap import wrap

from verifier import digest
from verifier.escape import line
from verifier.model.report import FindingRow, Report
from verifier.reporters import Reporter

_WIDTH = 100  # characters


def render(report: Report, *, verbose: bool = False) -> str:
    """Return the summary as lines of text; `verbose` lists the findings that others explain, too."""
    return "\n".join(_lines(report, verbose)) + "\n"


def _lines(report: Report, verbose: bool) -> Iterator[str]:
    yield from wrap(line(digest.lead(report)), _WIDTH)
    first = digest.to_do(report)
    if first:
        yield ""
        yield "Do these first:"
        for number, each in enumerate(first, 1):
            yield from wrap(line(each), _WIDTH, initial_indent=f"{number:3}. ", subsequent_indent="     ")
    yield from _findings(report, verbose)
    if report["unverified"]:
        yield ""
        yield "Not checked:"
        for row in report["unverified"]:
            yield f"  {line(row['reference'])}: {row['check']}: {line(row['reason'])}"


def _findings(report: Report, verbose: bool) -> Iterator[str]:
    mine = digest.own(report)
    if not mine:
        return
    yield ""
    for finding in mine:
        yield _finding(finding)
        folded = digest.symptoms(report, finding["id"])
        if folded:
            yield f"    {len(folded)} more findings follow from it: {_counted(folded)}"
            yield from (f"    {_finding(each)}" for each in folded if verbose)


def _finding(finding: FindingRow) -> str:
    place = f"{finding['path']}:{finding['line']}:{finding['column']}"
    return line(f"{place}: {finding['severity']}: {finding['message']} [{finding['rule']}]")


def _counted(folded: list[FindingRow]) -> str:
    counts: dict[str, int] = {}
    for finding in folded:
        counts[finding["rule"]] = counts.get(finding["rule"], 0) + 1
    return ", ".join(f"{count} {rule}" for rule, count in sorted(counts.items()))


REPORTER = Reporter("text", ".txt", "the summary, for a terminal or a log", render)
