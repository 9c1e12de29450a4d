"""Have pages saved in the Wayback Machine, and check the fresh captures."""

import argparse
import datetime as dt
import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from verifier import api, escape, files, online, proposals, web
from verifier.cli import Command, make_changes, say
from verifier.errors import UsageError
from verifier.model.outcome import INCOMPLETE, OK
from verifier.targets import REGISTRY, store_of

if TYPE_CHECKING:
    from verifier.orders import Saved
    from verifier.wayback.spn import Credentials

_KEY, _SECRET = "IA_ACCESS_KEY_ID", "IA_SECRET_ACCESS_KEY"  # named as the `internetarchive` package does
_PAUSE = 5.0  # seconds between two questions how the job gets on
_DEADLINE = 300  # seconds for one page: a capture may take 120, and it may have to wait its turn


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("ids", metavar="ID", nargs="+", help="the references whose URLs are to be saved")
    add("--registry", metavar="FILE", help=f"the registry (default: the nearest {REGISTRY})")
    add("--accept", action="store_true", help="write the archive URLs of good captures into the registry")
    add("--deadline", metavar="SECONDS", type=float, default=_DEADLINE, help=f"for each page (default: {_DEADLINE})")
    add("--store", metavar="DIR", help="folder of recorded answers (default: store/ beside the registry)")
    online.add_options(parser)


def run(options: argparse.Namespace) -> int:
    """Save each page, tell what came of it; 3 if one of them has no good capture now."""
    path = options.registry or files.nearest(REGISTRY, ".")
    if path is None:
        raise UsageError(f"no {REGISTRY} here or above", "name one with --registry")
    from verifier import orders
    from verifier.asking import Desk, known_archives

    credentials = _credentials()
    now = dt.datetime.now(dt.UTC)
    registry = api.read_registry(path, now.date())
    references = orders.wanted(registry, options.ids)
    store = options.store or store_of("", path)
    transport = api.open_transport(store, offline=False, manner=online.manner(options))
    desk, saved = Desk(transport, known_archives(registry)), []
    for each in references:
        saved.append(orders.save(each, credentials, desk, _pause(options.deadline), f"{now:%Y%m%d%H%M%S}"))
        _tell(saved[-1])
    web.finish(transport)
    good = [each for each in saved if each.proposals]
    if good and options.accept:
        _write(path, good)
    elif good:
        say("  -> write them into the registry with --accept", sys.stdout)
    return OK if len(good) == len(saved) else INCOMPLETE


def _credentials() -> "Credentials":
    from verifier.wayback.spn import Credentials

    key, secret = os.environ.get(_KEY, ""), os.environ.get(_SECRET, "")
    if not (key and secret):
        raise UsageError(
            f"saving needs an account of the Internet Archive: {_KEY} and {_SECRET} in the environment",
            "get them at https://archive.org/account/s3.php; they are not stored and not shown",
        )
    return Credentials(key, secret)


def _pause(seconds: float) -> Callable[[], bool]:
    """Return what waits a little, and says no once that many seconds have gone by since it was first asked."""
    begun: list[float] = []

    def wait() -> bool:
        begun.append(time.monotonic())
        if time.monotonic() - begun[0] >= seconds:
            return False
        time.sleep(min(_PAUSE, seconds))
        return True

    return wait


def _tell(saved: "Saved") -> None:
    name = escape.line(saved.reference.id)
    if saved.lookup is None:
        say(f"{name}: not saved", sys.stdout)
        say(f"  {escape.line(saved.problem)}", sys.stdout)
        return
    say(f"{name}: saved; the capture is {saved.lookup.name}", sys.stdout)
    for each in saved.proposals:
        say(f"  {each.field} = {escape.line(each.new)}", sys.stdout)
    for line in saved.lookup.evidence:
        say(f"  {escape.line(line)}", sys.stdout)


def _write(path: str, good: "list[Saved]") -> None:
    fixed = proposals.accepted(path, [(each.reference, proposal) for each in good for proposal in each.proposals])
    make_changes(path, fixed.data, fixed.told)


COMMAND = Command("save", "have pages saved in the Wayback Machine, and check what was kept", add_options, run)
