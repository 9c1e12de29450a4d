"""Write a saved report again in other formats; nobody is asked for anything."""

import argparse
import sys
from dataclasses import replace

from verifier import files, outputs, saved
from verifier.cli import Command, add_display, display
from verifier.model.outcome import OK

_DEFAULT = "reports/report.json"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("--from", dest="saved", metavar="FILE", default=_DEFAULT, help=f"the JSON report (default: {_DEFAULT})")
    add(
        *("-f", "--format"),
        metavar="FORMAT[:FILE]",
        action="append",
        default=[],
        help=f"write {', '.join(outputs.formats())}",
    )
    add("--reports-dir", metavar="DIR", default="none", help="write the reports of every run there too (default: none)")
    add_display(parser)


def run(options: argparse.Namespace) -> int:
    """Read, write, print."""
    wanted = outputs.wanted(options.format)
    report = saved.load(files.read_bytes(options.saved, saved.LIMIT), options.saved)
    written = outputs.write(report, wanted, None if options.reports_dir == "none" else options.reports_dir)
    how = display(options)
    outputs.show(report, wanted, written, replace(how, summary=not written), sys.stdout, sys.stderr)
    return OK


COMMAND = Command("report", "write a saved report again in other formats", add_options, run)
