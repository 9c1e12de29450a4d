"""Show how a report stands against the baseline, or bring the baseline up to date."""

import argparse
import sys

from verifier import files, ledger
from verifier.cli import Command, say
from verifier.model.outcome import OK, KnownRow
from verifier.model.past import Past
from verifier.model.report import Report
from verifier.past import baseline, changes, known
from verifier.text import counted

_BASELINE, _REPORT = "baseline.json", "reports/report.json"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add(
        "action",
        nargs="?",
        metavar="ACTION",
        choices=("show", "update"),
        default="show",
        help="show how a report stands against it (default), or update: take out what is fixed",
    )
    add("--from", dest="saved", metavar="FILE", default=_REPORT, help=f"the JSON report (default: {_REPORT})")
    add("--baseline", metavar="FILE", default=_BASELINE, help=f"the baseline (default: {_BASELINE})")
    add("--accept-new", action="store_true", help="with update: accept also what is new")


def run(options: argparse.Namespace) -> int:
    """Compare, and write where it is wanted."""
    report = ledger.report(options.saved)
    may_begin = options.action == "update" and options.accept_new and not files.exists(options.baseline)
    accepted = {} if may_begin else ledger.accepted(options.baseline)
    found = known.rows(report)
    gone = changes.fixed(Past(), accepted, known.scope(report), found)
    fresh = [row for identifier, row in found.items() if identifier not in accepted]
    if options.action == "show":
        _show(options.baseline, accepted, gone, fresh, report)
        return OK
    rows = baseline.updated(accepted, gone, found if options.accept_new else None)
    files.write_atomically(options.baseline, baseline.dump(rows).encode("utf-8"))
    added = len(fresh) if options.accept_new else 0
    told = f"{counted(len(rows), 'finding')}; {len(gone)} taken out, {added} added"
    left = f"; {counted(len(fresh), 'new finding')} not accepted" if fresh and not options.accept_new else ""
    say(f"{options.baseline}: {told}{left}", sys.stdout)
    return OK


def _show(
    path: str, accepted: dict[str, KnownRow], gone: list[KnownRow], fresh: list[KnownRow], report: Report
) -> None:
    scope, present = known.scope(report), known.rows(report)
    unseen = sum(1 for identifier, row in accepted.items() if identifier not in present and not scope.saw(row))
    say(f"{path}: {counted(len(accepted), 'finding')}; {len(gone)} fixed, {unseen} not looked at", sys.stdout)
    for row in gone:
        say(f"  fixed: {row['article']}: {row['message']} [{row['rule']}]", sys.stdout)
    for row in fresh:
        say(f"  new: {row['article']}: {row['severity']}: {row['message']} [{row['rule']}]", sys.stdout)


COMMAND = Command("baseline", "show or update the findings that are accepted debt", add_options, run)
