"""Change one fact of each supported claim at a time, and tell what share of the changes would have been noticed."""

import argparse
import datetime as dt
import sys
from collections import Counter

from verifier import api, targets
from verifier.cli import Command
from verifier.model.outcome import OK
from verifier.model.support import Tried


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("paths", metavar="PATH", nargs="*", help="an article, a registry or a folder; none: the nearest registry")
    add("--registry", metavar="FILE", help="the registry of the articles (default: the nearest references.toml)")
    add("--store", metavar="DIR", help="the recorded answers (default: store/ beside the registry)")


def run(options: argparse.Namespace) -> int:
    """Print the figures; only recorded answers are used."""
    found = targets.find(options.paths, options.registry, options.store)
    jobs = [api.Job(each.article, each.registry, api.open_transport(each.store, offline=True)) for each in found]
    tried = api.self_test(jobs, dt.datetime.now(dt.UTC).date())
    sys.stdout.write(told(tried))
    return OK


def told(tried: list[Tried]) -> str:
    """Return the figures as lines: counts, never a bare percentage."""
    if not tried:
        return "No claim is supported by a page that could be read, so there was nothing to change.\n"
    total, noticed = (Counter((each.sort, each.origin) for each in tried if each.noticed >= least) for least in (0, 1))
    lines = [f"{sum(noticed.values())} of {len(tried)} changes of one fact would have been noticed:"]
    for sort, origin in sorted(total):
        lines.append(f"  {sort}, by a value from {origin}: {noticed[sort, origin]} of {total[sort, origin]}")
    lines.append(
        "A value that the page says of something else is the hardest: it stands there, and not with the claim."
    )
    return "\n".join(lines) + "\n"


COMMAND = Command("self-test", "tell what share of changed facts the checks would notice", add_options, run)
