"""When asking ends before its work is done: somebody stops it, or its time is up. Both are `Refused`, with a kind."""

import threading
from collections.abc import Callable

from verifier.errors import Refused, Unreachable
from verifier.web import Request, Response, Transport

STOPPED = "stopped"
BUDGET = "budget"
_WORDS = {
    STOPPED: ("the run was stopped before this was answered", "run again: what was answered is not asked again"),
    BUDGET: ("the time of the run (--max-time) was up before this was answered", "run again: what is left comes first"),
}


class Halt:
    """Whether requests may still be sent. `clock` gives seconds that never go back; `seconds` None is without end."""

    def __init__(self, clock: Callable[[], float], seconds: float | None = None) -> None:
        self._clock = clock
        self._end = float("inf") if seconds is None else clock() + seconds
        self._event = threading.Event()
        self._told: list[Callable[[], None]] = []
        self._was_late = False

    @property
    def reason(self) -> str:
        """Return STOPPED or BUDGET if something could not be asked for that, "" if nothing was in the way."""
        return STOPPED if self._event.is_set() else BUDGET if self._was_late else ""

    def on_stop(self, tell: Callable[[], None]) -> None:
        """Call `tell` when asking is stopped; it must not wait."""
        self._told.append(tell)

    def stop(self) -> None:
        """End all asking now: who sleeps wakes up, who asks is cut off. May be called by a signal handler."""
        self._event.set()
        for tell in self._told:
            tell()

    def left(self) -> float:
        """Return the seconds until the time is up."""
        return self._end - self._clock()

    def allows(self, seconds: float) -> bool:
        """Tell whether asking will not be over in so many seconds, as far as is known."""
        return not self._event.is_set() and self.left() > seconds

    def check(self, seconds: float = 0.0) -> None:
        """Raise Refused if asking is over, or will be in so many seconds."""
        if self._event.is_set():
            raise Refused(*_WORDS[STOPPED], STOPPED)
        if self.left() <= seconds:
            self._was_late = True
            raise Refused(*_WORDS[BUDGET], BUDGET)

    def sleep(self, seconds: float) -> None:
        """Wait so long. Raises Refused at once if the time will be up before, or as soon as asking is stopped."""
        self.check(seconds)
        self._event.wait(seconds)
        self.check()


class Halting:
    """A `Transport` around another: what was cut off because asking is over is told as that, not as a fault."""

    def __init__(self, transport: Transport, halt: Halt) -> None:
        self._transport = transport
        self._halt = halt

    def send(self, request: Request) -> Response:
        """See `Transport.send`."""
        self._halt.check()
        try:
            return self._transport.send(request)
        except Unreachable:
            self._halt.check()
            raise
