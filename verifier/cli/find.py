"""Search the Wayback Machine for the pages of references that have lost their addresses."""

import argparse
import datetime as dt
import sys
from typing import TYPE_CHECKING

from verifier import api, escape, files, online, proposals, web
from verifier.cli import Command, make_changes, say
from verifier.errors import UsageError
from verifier.model.evidence import Proposal
from verifier.model.outcome import OK
from verifier.targets import REGISTRY, store_of
from verifier.text import counted

if TYPE_CHECKING:
    from verifier.lost.search import Found

_MOST = 60  # requests: some two minutes, most of it for the index


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("ids", metavar="ID", nargs="*", help="the references to search for; none: all that have no URL")
    add("--registry", metavar="FILE", help=f"the registry (default: the nearest {REGISTRY})")
    add("--accept", action="store_true", help="write what was found for certain into the registry")
    add("--max-requests", metavar="N", type=int, default=_MOST, help=f"ask no more than that (default: {_MOST})")
    add("--offline", action="store_true", help="ask nobody: use recorded answers only, and find the same always")
    add("--store", metavar="DIR", help="folder of recorded answers (default: store/ beside the registry)")
    online.add_options(parser)


def run(options: argparse.Namespace) -> int:
    """Search, tell what was found and what was asked, and write it if that is wanted."""
    from verifier.lost import search

    path = options.registry or files.nearest(REGISTRY, ".")
    if path is None:
        raise UsageError(f"no {REGISTRY} here or above", "name one with --registry")
    if options.max_requests < 1:
        raise UsageError("--max-requests must be 1 or more", "leave it out for the default")
    store = options.store or store_of("", path)
    transport = api.open_transport(store, offline=options.offline, manner=online.manner(options))
    registry = api.read_registry(path, dt.datetime.now(dt.UTC).date())
    found = []
    with online.sealed(options):
        for each in search.search(registry, search.wanted(registry, options.ids), transport, options.max_requests):
            found.append(each)
            _tell(each)
    web.finish(transport)
    clear = [each for each in found if each.is_clear]
    say(f"{counted(len(clear), 'page')} found of {len(found)} looked for", sys.stdout)
    if clear and options.accept:
        _write(path, clear)
    elif clear:
        say("  -> write them into the registry with --accept", sys.stdout)
    return OK


def _tell(found: "Found") -> None:
    how = "found" if found.is_clear else "several may be it" if found.candidates else "not found"
    say(f"{escape.line(found.reference.id)}: {how}", sys.stdout)
    for each in found.candidates:
        for line in (f"url = {each.url}", f"archive_url = {each.archive_url}", f"score {each.score}", *each.evidence):
            say(f"  {escape.line(line)}", sys.stdout)
    for line in () if found.candidates else (found.why_not, *found.asked):
        if line:
            say(f"  {escape.line(line)}", sys.stdout)


def _write(path: str, clear: "list[Found]") -> None:
    better = []
    for each in clear:
        best = each.candidates[0]
        why = f"found by its title, score {best.score}"
        better += [
            (each.reference, Proposal(field, new, why, sure=True))
            for field, new in (("url", best.url), ("archive_url", best.archive_url))
        ]
    fixed = proposals.accepted(path, better)
    make_changes(path, fixed.data, fixed.told)


COMMAND = Command("find", "search the Wayback Machine for pages whose addresses are lost", add_options, run)
