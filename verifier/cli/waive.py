"""Add a waiver to a registry: findings that may stay, with a reason, until a day."""

import argparse
import datetime as dt
import sys

from verifier import api, files
from verifier.cli import Command, say
from verifier.errors import UsageError
from verifier.model.outcome import OK
from verifier.registry import waivers
from verifier.registry.parse import LIMIT
from verifier.registry.waivers import BY_HAND
from verifier.targets import REGISTRY

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
    block = waivers.block(given, rules, options.reason, options.by, _day(options.until), checked)
    with files.locked(options.registry):
        data = waivers.appended(files.read_bytes(options.registry, LIMIT), block)
        api.parse_registry(data, options.registry, today)
        files.write_atomically(options.registry, data)
    say(f"{options.registry}: waiver added, until {options.until}", sys.stdout)
    return OK


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f'--until: "{text}" is no ISO date', "write it like 2027-02-28") from error


COMMAND = Command("waive", "let findings stay until a day, for a reason", add_options, run)
