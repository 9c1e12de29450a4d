"""Propose what can be corrected for certain, as a patch."""

import argparse
import sys

from verifier import api, escape, files
from verifier.articles import LEGACY, NUMBERINGS
from verifier.cli import OK, Command, say
from verifier.targets import REGISTRY, store_of
from verifier.text import counted


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("article", metavar="ARTICLE", help="the article to correct: a file")
    parser.add_argument("--write", action="store_true", help="change the file; without it the patch is printed only")
    parser.add_argument("--format-in", metavar="FORMAT", help="how to read the article (default: what it looks like)")
    parser.add_argument(
        "--numbering",
        metavar="RENDERER",
        choices=NUMBERINGS,
        default=LEGACY,
        help="number wikitext as legacy (default) or parsoid does",
    )


def run(options: argparse.Namespace) -> int:
    """Print the patch, or make its changes and tell them."""
    transport = api.open_transport(store_of(options.article, REGISTRY), offline=True)
    fixed = api.fix(options.article, transport, options.format_in, options.numbering)
    if not fixed.told:
        say(f"{options.article}: nothing to correct for certain", sys.stderr)
    elif not options.write:
        sys.stdout.write(fixed.patch)
    else:
        files.write_atomically(options.article, fixed.data)
        say(f"{options.article}: {counted(len(fixed.told), 'change')} made", sys.stdout)
        for each in fixed.told:
            say(f"  {escape.line(each)}", sys.stdout)
    return OK


COMMAND = Command("fix", "propose what can be corrected for certain, as a patch", add_options, run)
