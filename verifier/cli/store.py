"""Look after the store of recorded answers: check it, prune it, or export it as a WARC file."""

import argparse
import datetime as dt
import sys
from collections.abc import Iterator, Sequence

from verifier import api, files, targets
from verifier.cli import Command, say
from verifier.errors import StoreError, UsageError
from verifier.model.outcome import FOUND, OK
from verifier.targets import Target
from verifier.text import counted
from verifier.urls import is_web
from verifier.web import Request, Response, upkeep
from verifier.web.closed import door
from verifier.web.store import Replay
from verifier.web.upkeep import Fault

_ACTIONS = ("check", "prune", "export")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("action", metavar="ACTION", help="check (is it whole?), prune (what is not needed?) or export (as a WARC file)")
    add(
        "paths",
        nargs="*",
        metavar="PATH",
        help="stores, or articles and registries with one; none: the nearest registry",
    )
    add("--registry", metavar="FILE", help="the registry of the articles (default: the nearest references.toml)")
    add("--store", metavar="DIR", help="the store (default: store/ beside the registry)")
    add("--write", action="store_true", help="delete what check or prune has found; without it they only say it")
    add("-o", "--output", metavar="FILE", default="store.warc.gz", help="what export writes (default: store.warc.gz)")


def run(options: argparse.Namespace) -> int:
    """Do what is asked; return FOUND where something is damaged and stays."""
    if options.action not in _ACTIONS:
        raise UsageError(f'"{options.action}" is nothing that can be done with a store', f"try {', '.join(_ACTIONS)}")
    given = [path for path in options.paths if files.is_dir(path) and upkeep.is_store(path)]
    rest = [path for path in options.paths if path not in given]
    for path in rest:
        if not files.exists(path) and not is_web(path):
            raise UsageError(f"{path}: does not exist", "check the spelling; export writes where -o FILE says")
    is_alone = bool(given or options.store) and not rest and options.registry is None
    found = [] if is_alone else targets.find(rest, options.registry, options.store)
    stores = list(dict.fromkeys([*given, *(each.store for each in found), *filter(None, [options.store])]))
    for store in stores:
        if not files.is_dir(store):
            raise UsageError(f"{store}: is no store", "make one with: verify record")
    if options.action == "export":
        return _export(stores, options.output)
    if options.action == "prune" and not found:
        raise UsageError("prune must know who needs the store", "name the articles or registries that use it")
    faults = [fault for store in stores for fault in _faults(options.action, store, found)]
    return _delete(faults, options.action, write=options.write)


def _faults(action: str, store: str, found: Sequence[Target]) -> Iterator[Fault]:
    if action == "check":
        yield from upkeep.damaged(store)
        return
    replay = Replay(store)
    jobs = [api.Job(each.article, each.registry, replay) for each in found if each.store == store]
    with door():
        api.verify(jobs, today=dt.datetime.now(dt.UTC).date(), offline=True)
    unused = list(upkeep.unused(store, replay.used))
    yield from unused
    yield from upkeep.loose(store, {fault.path for fault in unused})


def _delete(faults: Sequence[Fault], action: str, *, write: bool) -> int:
    """Say what was found, and delete it if that is wanted."""
    for fault in faults:
        say(f"{fault.path}: {fault.why}", sys.stdout)
        if write:
            files.remove(fault.path)
    what = ("damaged record", None) if action == "check" else ("file that no check needs", "files that no check needs")
    done = "deleted" if write else "found; --write deletes it" if faults else "found"
    say(f"{counted(len(faults), *what)} {done}", sys.stdout)
    return FOUND if faults and action == "check" and not write else OK


def _export(stores: Sequence[str], path: str) -> int:
    from verifier.web import warc  # warcio is for this only

    exchanges = [_read(store, each) for store in stores for each in upkeep.records(store)]
    answered = [(request, response) for request, response in exchanges if response is not None]
    files.write_atomically(path, warc.export(answered))
    say(f"{path}: {counted(len(answered), 'answer')}", sys.stdout)
    return OK


def _read(store: str, path: str) -> tuple[Request, Response | None]:
    try:
        return upkeep.read(store, path)
    except StoreError as error:
        told = error.message.removeprefix(f"{path}: ")
        raise StoreError(f"{path}: {told}", f"delete it with: verify store check --write {store}") from error


COMMAND = Command("store", "check, prune or export the recorded answers", add_options, run)
