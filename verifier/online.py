"""What a command that asks the network lets its user say, and how a signal ends its asking."""

import argparse
import datetime as dt
import os
import re
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from types import FrameType

from verifier import api, web
from verifier.errors import UsageError
from verifier.web import Transport
from verifier.web.closed import door

_UNITS = {"h": 3600.0, "m": 60.0, "s": 1.0}
_PATIENCE = 2  # signals until one leaves at once
_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options by which requests are sent."""
    add = parser.add_argument
    add("--contact", metavar="ADDRESS", default="", help="how sites and archives can reach you (in the User-Agent)")
    add("--concurrency", metavar="N", default="32", help="how many requests are under way at most (default: 32)")
    add("--max-time", metavar="DURATION", help="stop asking after 90s, 20m or 1h; the next run asks what is left first")
    add("--refresh", action="store_true", help="ask again even what was asked lately")
    add("--wayback-url", metavar="URL", help="ask this service instead of the Wayback Machine")
    add("--progress", metavar="WHEN", choices=("auto", "never"), default="auto", help="auto (default) or never")
    add("--allow-host", metavar="HOST:PORT", action="append", default=[], help="let this inner host be asked")


def manner(options: argparse.Namespace, now: dt.datetime | None = None) -> api.Manner:
    """Return how the options say to ask; `now` is the time of the run, None the clock's. Raises UsageError."""
    return api.Manner(
        contact=_contact(options.contact),
        workers=_workers(options.concurrency),
        seconds=duration(options.max_time) if options.max_time is not None else None,
        refresh=options.refresh,
        now=now,
        reach=api.reach(options.wayback_url, options.allow_host),
        progress=sys.stderr.write if options.progress == "auto" and not getattr(options, "quiet", False) else None,
        is_terminal=sys.stderr.isatty() and not os.environ.get("CI"),
        roots=os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("SSL_CERT_FILE"),
    )


def sealed(options: argparse.Namespace) -> AbstractContextManager[None]:
    """While this lasts nothing reaches the network, if the options say offline."""
    return door() if options.offline else nullcontext()


def duration(text: str) -> float:
    """Return the seconds of a duration like "90s", "20m" or "1h30m". Raises UsageError."""
    parts = re.findall(r"(\d{1,6})([hms])", text)
    if not parts or "".join(map("".join, parts)) != text or not any(int(number) for number, _ in parts):
        raise UsageError(f'--max-time: "{text}" is no duration', "write it like 90s, 20m or 1h30m")
    return sum(int(number) * _UNITS[unit] for number, unit in parts)


class Signals:
    """What signals do to a run over these transports. `noted` are those that came, the first at the head.

    The first ends the asking, and what is known by then is judged and reported as ever. The second does nothing more:
    one press may come twice, from the terminal and from a program that passes it on. A third leaves at once. None cuts
    off what is `writing`.
    """

    def __init__(self, transports: Iterable[Transport]) -> None:
        self.noted: list[int] = []
        self._transports = list(transports)
        self._writes = False

    @contextmanager
    def writing(self) -> Iterator[None]:
        """While this lasts reports are written: whatever comes has time until then."""
        self._writes = True
        with self.heard():
            yield
        self._writes = False

    @contextmanager
    def heard(self) -> Iterator[None]:
        """While this lasts signals come here."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {each: signal.signal(each, self._note) for each in _SIGNALS}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    def _note(self, number: int, _: FrameType | None) -> None:
        self.noted.append(number)
        if len(self.noted) > _PATIENCE and not self._writes:
            raise KeyboardInterrupt
        threading.Thread(target=self._stop, daemon=True).start()  # a handler must not wait for locks

    def _stop(self) -> None:
        for each in self._transports:
            web.stop(each)


@contextmanager
def stopping(transports: Iterable[Transport], *, offline: bool = False) -> Iterator[Signals]:
    """While this lasts a signal ends the asking; see `Signals`, which is yielded.

    An offline run ends at once, as any other program; while it lasts, nothing reaches the network.
    """
    signals = Signals(transports)
    with door() if offline else signals.heard():
        yield signals


def _contact(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        raise UsageError("--contact: is no address that fits into a header", "give an e-mail address or a URL in ASCII")
    return text


def _workers(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= 256):
        raise UsageError(f'--concurrency: "{text}" is no number from 1 to 256', "write it like 32")
    return int(text)
