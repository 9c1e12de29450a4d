"""Ask what the checks need, and keep it in the store for `--offline`."""

import argparse
import datetime as dt
import sys

from verifier import api, escape, online, targets, web
from verifier.cli import Command, add_reading, say
from verifier.model.outcome import INCOMPLETE, OK, KindName
from verifier.text import counted
from verifier.web import Transport

_ASKED: tuple[KindName, ...] = ("archive", "live")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="an article, a registry or a folder; none: the nearest registry")
    add("--registry", metavar="FILE", help="the registry of the articles (default: the nearest references.toml)")
    add("--store", metavar="DIR", help="folder of recorded answers (default: store/ beside the registry)")
    add_reading(parser)
    add("--only", metavar="TOPIC", choices=_ASKED, help="ask only what archives (archive) or cited pages (live) say")
    online.add_options(parser)
    add("-q", "--quiet", action="store_true", help="do not say what was recorded")


def run(options: argparse.Namespace) -> int:
    """Ask, and say what was recorded and what was not."""
    found = targets.find(options.paths, options.registry, options.store)
    manner = online.manner(options)
    transports = {
        store: api.open_transport(store, offline=False, manner=manner)
        for store in dict.fromkeys(each.store for each in found)
    }
    jobs = [api.Job(each.article, each.registry, transports[each.store], each.found) for each in found]
    with online.stopping(transports.values()) as signals:
        api.verify(
            jobs,
            today=dt.datetime.now(dt.UTC).date(),
            offline=False,
            format_in=options.format_in,
            numbering=options.numbering,
            topics=(options.only,) if options.only else _ASKED,
        )
    told = [_told(store, each, quiet=options.quiet) for store, each in transports.items()]
    return 128 + signals.noted[0] if signals.noted else OK if all(told) else INCOMPLETE


def _told(store: str, transport: Transport, *, quiet: bool) -> bool:
    """Say what was recorded; tell whether everything that was asked got an answer."""
    tally = web.tally(transport)
    if not quiet:
        said = f"{counted(tally.new, 'answer')} recorded, {tally.same} as before"
        say(f"{store}: {said}; {counted(len(tally.failed), 'question')} without an answer", sys.stdout)
        for each in tally.failed:
            say(f"  {escape.line(each)}", sys.stdout)
    return not tally.failed


COMMAND = Command("record", "ask what the checks need, and keep it for --offline", add_options, run)
