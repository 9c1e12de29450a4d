"""Propose what can be corrected for certain, as a patch."""

import argparse
import datetime as dt
import sys

from verifier import api, online, proposals
from verifier.cli import Command, add_reading, make_changes, say
from verifier.errors import UsageError
from verifier.model.outcome import OK
from verifier.targets import REGISTRY, store_of


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("article", metavar="ARTICLE", nargs="?", help="the article to correct: a file")
    add("--registry", metavar="PATH", help="correct the archive URLs of this registry instead, by ones that play back")
    add("--write", action="store_true", help="change the file; without it the patch is printed only")
    add("--offline", action="store_true", help="ask nobody: correct a registry by recorded answers only")
    online.add_options(parser)
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    """Print the patch, or make its changes and tell them."""
    if bool(options.article) == bool(options.registry):
        raise UsageError("one of ARTICLE and --registry must be given", "verify fix ARTICLE")
    path = options.article or options.registry
    fixed = _of_registry(options) if options.registry else _of_article(options)
    if not fixed.told:
        say(f"{path}: nothing to correct{f': {fixed.unable}' if fixed.unable else ' for certain'}", sys.stderr)
    elif not options.write:
        sys.stdout.write(fixed.patch)
    else:
        make_changes(path, fixed.data, fixed.told)
    if fixed.left:
        say(f"{path}: {fixed.left}", sys.stderr)
    return OK


def _of_article(options: argparse.Namespace) -> proposals.Fixed:
    transport = api.open_transport(store_of(options.article, REGISTRY), offline=True)
    return proposals.fix(options.article, transport, options.format_in, options.numbering)


def _of_registry(options: argparse.Namespace) -> proposals.Fixed:
    store = store_of("", options.registry)
    transport = api.open_transport(store, offline=options.offline, manner=online.manner(options))
    with online.sealed(options):
        return proposals.fix_registry(options.registry, transport, dt.datetime.now(dt.UTC).date())


COMMAND = Command("fix", "propose what can be corrected for certain, as a patch", add_options, run)
