"""Tell what differs between two saved reports."""

import argparse
import sys

from verifier import ledger
from verifier.cli import Command, say
from verifier.model.outcome import OK
from verifier.model.past import Past
from verifier.past import difference


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("old", metavar="OLD", help="the older JSON report")
    parser.add_argument("new", metavar="NEW", help="the newer JSON report")
    parser.add_argument("--history", metavar="FILE", help="the runs before, which tell what comes and goes")


def run(options: argparse.Namespace) -> int:
    """Compare and print."""
    old, new = (ledger.report(path) for path in (options.old, options.new))
    past = ledger.earlier(options.history, _warn) if options.history else Past()
    for line in difference.told(difference.between(old, new, past)):
        say(line, sys.stdout)
    return OK


def _warn(message: str) -> None:
    say(f"verify: {message}", sys.stderr)


COMMAND = Command("diff", "tell what differs between two reports", add_options, run)
