"""Write a saved report again in other formats; nobody is asked for anything."""

import argparse
import sys
from dataclasses import replace

from verifier import ledger, outputs
from verifier.cli import Command, add_display, display
from verifier.errors import UsageError
from verifier.model.outcome import OK

_DEFAULT = "reports/report.json"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("saved", nargs="?", metavar="SAVED", help=f"the JSON report (default: {_DEFAULT})")
    add("--from", dest="given", metavar="FILE", help="the same")
    add(
        *("-f", "--format"),
        metavar="FORMAT[:FILE]",
        action="append",
        default=[],
        help=f"write {', '.join(outputs.known())}",
    )
    add("--reports-dir", metavar="DIR", default="none", help="write the reports of every run there too (default: none)")
    add_display(parser)


def run(options: argparse.Namespace) -> int:
    """Read, write, print."""
    wanted = outputs.wanted(options.format)
    if options.saved and options.given:
        raise UsageError(f"two reports are given: {options.saved} and {options.given}", "name one")
    path = options.saved or options.given or _DEFAULT
    report = ledger.report(path)
    written = outputs.write(report, wanted, None if options.reports_dir == "none" else options.reports_dir)
    how = display(options)
    outputs.show(report, wanted, written, replace(how, summary=not written), sys.stdout, sys.stderr)
    return OK


COMMAND = Command("report", "write a saved report again in other formats", add_options, run)
