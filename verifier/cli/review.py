"""Open the review desk: the editors' page, with forms that write into the registry."""

import argparse
import datetime as dt
import os
import secrets
import sys

from verifier import api, files, targets
from verifier.cli import Command, add_reading, say
from verifier.errors import UsageError
from verifier.model.outcome import OK
from verifier.model.report import Report

_PORT = 8737


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("path", metavar="PATH", nargs="?", help="a registry, or an article that has one; none: the nearest registry")
    add("--registry", metavar="FILE", help="the registry of the article (default: the nearest references.toml)")
    add("--store", metavar="DIR", help="folder of recorded answers (default: store/ beside the registry)")
    add("--port", metavar="N", type=int, default=_PORT, help=f"port on 127.0.0.1 (default: {_PORT}; 0: a free one)")
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    from verifier.desk import answers, journal, server  # a web server costs more than a check

    target = _target(options)
    registry = os.path.realpath(target.registry or "")  # a link stays one: what it leads to is written
    transport = api.open_transport(target.store, offline=True)

    def report() -> Report:
        job = api.Job(target.article, registry, transport)
        return api.verify([job], today=_today(), offline=True, format_in=options.format_in, numbering=options.numbering)

    report()  # what is wrong with article or registry is said here, before anything listens
    listening = server.listening(options.port)
    kept = journal.Journal(registry, _today, api.rule_ids())
    desk = answers.Desk(kept, report, _today, secrets.token_urlsafe(24), listening.server_port)
    listening.answer = desk.answer
    say(f"Review desk for {files.shown(registry)}: {desk.url}", sys.stdout)
    say("Only this computer can open it; decisions are written at once. Ctrl-C ends it.", sys.stdout)
    sys.stdout.flush()
    try:
        listening.serve_forever()
    except KeyboardInterrupt:
        say("The desk is closed.", sys.stdout)
    finally:
        listening.server_close()
    return OK


def _target(options: argparse.Namespace) -> targets.Target:
    """Return the one article with its registry. Raises UsageError for several, and for one without."""
    found = targets.find([options.path] if options.path else [], options.registry, options.store)
    if len(found) != 1:
        raise UsageError(f"{options.path}: holds {len(found)} articles, and the desk reviews one", "name one of them")
    if found[0].registry is None:
        raise UsageError(
            f"{found[0].article}: has no registry to write decisions to", f"draft one: verify init {found[0].article}"
        )
    return found[0]


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


COMMAND = Command("review", "open the review desk, where an editor decides in a browser", add_options, run)
