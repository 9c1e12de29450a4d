"""The report as lines of text: the summary, what to do first, one line for each error and warning, and what is open."""

from collections.abc import Iterator
from textwrap import TextWrapper

from verifier import digest, tasks
from verifier.escape import line
from verifier.model.report import FindingRow, Report
from verifier.text import counted

_NAMED = 3  # references of one reason that are named
_WRAP = TextWrapper(width=100, break_on_hyphens=False, break_long_words=False)
_ITEM = TextWrapper(width=100, break_on_hyphens=False, break_long_words=False, subsequent_indent="     ")


def render(report: Report, *, verbose: bool = False) -> str:
    """Return the summary as lines of text; `verbose` lists notes, and the findings that others explain."""
    return "\n".join(_lines(report, verbose)) + "\n"


def _lines(report: Report, verbose: bool) -> Iterator[str]:
    yield from _WRAP.wrap(line(digest.lead(report)))
    for each in digest.changes(report):
        yield from _WRAP.wrap(line(each))
    first = tasks.to_do(report)
    if first:
        yield ""
        yield "Do these first:"
        for number, each in enumerate(first, 1):
            yield from _ITEM.wrap(f"{number:3}. {line(each)}")
    yield from _findings(report, verbose)
    if report["unverified"]:
        yield ""
        yield "Not checked:"
        yield from _unverified(report, verbose)
    if report["by_hand"]:
        yield ""
        yield "Checked by hand:"
        for row in report["by_hand"]:
            yield f"  {line(row['reference'])}: {row['check']}: {line(digest.by_hand(row))}, until {row['until']}"


def _unverified(report: Report, verbose: bool) -> Iterator[str]:
    """Yield the checks that were not made, those of one reason together unless each is wanted."""
    by_reason: dict[tuple[str, str], list[str]] = {}
    for row in report["unverified"]:
        by_reason.setdefault((row["check"], row["reason"]), []).append(row["reference"] or row["article"])
    for (check, reason), references in by_reason.items():
        few = verbose or len(references) <= _NAMED
        named = ", ".join(references) if few else f"{len(references)} references"
        yield f"  {line(named)}: {check}: {line(reason)}"


def _findings(report: Report, verbose: bool) -> Iterator[str]:
    mine, explained = digest.own(report), digest.symptoms(report)
    listed = [finding for finding in mine if verbose or finding["severity"] != "note"]
    if listed:
        yield ""
    for finding in listed:
        yield _finding(finding)
        folded = explained.get(finding["id"], [])
        if folded:
            more = counted(len(folded), "more finding follows", "more findings follow")
            yield f"    {more} from it: {_counted(folded)}"
            yield from (f"    {_finding(each)}" for each in folded if verbose)
    if len(listed) < len(mine):
        notes = [finding for finding in mine if finding["severity"] == "note"]
        yield ""
        yield from _WRAP.wrap(f"Notes (listed in the reports, or here with -v): {_counted(notes)}.")


def _finding(finding: FindingRow) -> str:
    place = f"{finding['path']}:{finding['line']}:{finding['column']}"
    return line(f"{place}: {finding['severity']}: {finding['message']} [{finding['rule']}{digest.age(finding)}]")


def _counted(folded: list[FindingRow]) -> str:
    counts: dict[str, int] = {}
    for finding in folded:
        counts[finding["rule"]] = counts.get(finding["rule"], 0) + 1
    return ", ".join(f"{count} {rule}" for rule, count in sorted(counts.items()))
