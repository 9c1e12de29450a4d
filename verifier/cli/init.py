"""Draft a registry from an article, or add to one what is new."""

import argparse
import sys

from verifier import api, files, online, proposals
from verifier.cli import Command, add_reading, say
from verifier.errors import UsageError
from verifier.model.outcome import OK
from verifier.targets import REGISTRY, store_of


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("article", metavar="ARTICLE", help="the article to draft a registry of: a file or a URL")
    parser.add_argument("--registry", metavar="FILE", default=REGISTRY, help=f"the registry (default: {REGISTRY})")
    parser.add_argument("--offline", action="store_true", help="ask nobody: read a page as it is recorded in the store")
    parser.add_argument(
        "--store", metavar="DIR", help="folder of recorded answers (default: store/ beside the registry)"
    )
    online.add_options(parser)
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    """Draft or add; print what was written and what could not be filled."""
    store = options.store or store_of(options.article, options.registry)
    transport = api.open_transport(store, offline=options.offline, manner=online.manner(options))
    with online.sealed(options):
        drafted = proposals.draft(options.article, options.registry, transport, options.format_in, options.numbering)
    if drafted.text is None:
        say(f"{options.registry}: nothing to add; {drafted.told}", sys.stdout)
    else:
        files.write_atomically(options.registry, drafted.text.encode("utf-8"))
        say(f"{options.registry}: {drafted.told}", sys.stdout)
    for gap in drafted.gaps:
        say(f"  not filled: {gap}", sys.stdout)
    if not drafted.has_claims:
        raise UsageError(
            f"{options.article}: no citation was found in its text, and no list",
            "look at how it marks its sources; see --format-in",
        )
    return OK


COMMAND = Command("init", "draft a registry from an article, or add to one what is new", add_options, run)
