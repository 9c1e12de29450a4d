"""Add a waiver to a registry: findings that may stay, with a reason, until a day."""

import argparse
import datetime as dt
import re
import sys

from verifier import api, files
from verifier.cli import Command, say
from verifier.errors import RegistryError, UsageError
from verifier.model.outcome import OK
from verifier.registry import waivers
from verifier.registry.parse import LIMIT
from verifier.registry.waivers import BY_HAND
from verifier.targets import REGISTRY

_PLACE = re.compile(r"\d+: waiver \d+: ")
_TARGETS = ("claim", "url", "host", "glob")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("--claim", metavar="ID", help="findings about this claim of the registry")
    add("--url", metavar="URL", help="findings about this address")
    add("--host", metavar="HOST", help="findings about addresses of this host")
    add("--glob", metavar="PATTERN", help="findings about addresses or files like this")
    add("--rules", metavar="RULE,...", help="the rules whose findings may stay")
    add("--reason", metavar="TEXT", help="why, in ten characters or more")
    add("--by", metavar="NAME", help="who has judged it")
    add(
        "--as",
        dest="kind",
        choices=(BY_HAND,),
        metavar=BY_HAND,
        help="you have looked at the source today; settles links without an answer, too",
    )
    add("--until", metavar="DATE", help="when it is to be judged anew: 2027-02-28, at most a year ahead")
    add("--registry", metavar="FILE", default=REGISTRY, help=f"the registry (default: {REGISTRY})")


def run(options: argparse.Namespace) -> int:
    """Add the waiver, if the registry with it is valid."""
    given = {name: value for name in _TARGETS if (value := getattr(options, name))}
    if len(given) != 1:
        wanted = ", ".join(f"--{name}" for name in _TARGETS)
        raise UsageError(f"exactly one of {wanted} must be given, not {len(given)}", "see verify waive --help")
    missing = [f"--{name}" for name in ("rules", "reason", "by", "until") if not getattr(options, name)]
    if missing:
        raise UsageError(f"{', '.join(missing)} must be given", "see verify waive --help")
    rules = tuple(each.strip() for each in options.rules.split(",") if each.strip())
    if not files.exists(options.registry):
        raise UsageError(f"{options.registry}: does not exist", "draft it with: verify init ARTICLE")
    today = dt.datetime.now(dt.UTC).date()
    checked = today if options.kind else None
    block = waivers.block(given, rules, options.reason, options.by, _day(options.until, today), checked)
    with files.locked(options.registry):
        before = files.read_bytes(options.registry, LIMIT)
        api.parse_registry(before, options.registry, today)
        data = waivers.appended(before, block)
        _accept(data, options.registry, today)
        files.write_atomically(options.registry, data)
    say(f"{options.registry}: waiver added, until {options.until}", sys.stdout)
    return OK


def _accept(data: bytes, registry: str, today: dt.date) -> None:
    """Raise UsageError where the added waiver is wrong: by what it says, for its lines stand in no file."""
    try:
        api.parse_registry(data, registry, today)
    except RegistryError as error:
        problems = [_PLACE.sub("", line.removeprefix(f"{registry}:")) for line in error.message.split("\n")]
        told = "\n".join(f"the waiver is refused: {each}" for each in problems)
        raise UsageError(
            told, f"nothing was written to {registry}; correct the options and run again; verify init adds new claims"
        ) from error


def _day(text: str, today: dt.date) -> dt.date:
    try:
        until = dt.date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f'--until: "{text}" is no ISO date', "write it like 2027-02-28") from error
    if until < today:
        raise UsageError(f"--until: {until} has passed", f"give a day from {today} on, at most a year ahead")
    return until


COMMAND = Command("waive", "let findings stay until a day, for a reason", add_options, run)
