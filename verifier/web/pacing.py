"""A transport that keeps to the services' limits: a lane per service, a pause or an end after 429, and a breaker.

Every request that is sent counts, repeated ones too. Ignored 429s end in a firewall block of an hour, doubled each time
(https://github.com/edgi-govdata-archiving/wayback/issues/137), so a second one closes the lane for the run.
Ones that were under way together are one warning: only who asks again after the pause has ignored it.
"""

import datetime as dt
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from verifier.errors import Refused, Unreachable
from verifier.web import Request, Response, Transport
from verifier.web.holds import Holds
from verifier.web.limits import Ceiling, ceiling_of, retry_after

SHORTEST_PAUSE = 60.0  # seconds after a 429 that names no time
LONGEST_PAUSE = 120.0  # seconds; who is asked to wait longer stops asking for this run
FAILURES = 5  # in a row, before a service is left alone
PROBE_AFTER = 60.0  # seconds until one request may try again
_SLOWEST = 32.0  # times the interval, after repeated 429 or 503
_FOREVER = float("inf")
_LATER = "run again in an hour or more"


@dataclass(slots=True)
class _Lane:
    """The state of one service. `due` is when the next request may start; times are those of the clock.

    `turn` is held by the one that waits for that moment, `lock` while the state is changed.
    """

    ceiling: Ceiling
    slots: threading.Semaphore
    due: float = 0.0
    slower: float = 1.0
    limited: int = 0
    failures: int = 0
    closed: str = ""
    turn: threading.Lock = field(default_factory=threading.Lock)
    lock: threading.Lock = field(default_factory=threading.Lock)


class Paced:
    """A `Transport` around another. `clock` gives seconds that never go back, `sleep` takes seconds, `now` is aware.

    Who has to wait does so inside `aside()`. `spacing` is the seconds between requests to a host of no known limit;
    `holds` knows what earlier runs were asked to leave alone.
    """

    def __init__(
        self,
        transport: Transport,
        *,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        now: Callable[[], dt.datetime],
        aside: Callable[[], AbstractContextManager[None]] = nullcontext,
        spacing: float = 0.25,
        holds: Holds | None = None,
    ) -> None:
        self._transport = transport
        self._clock = clock
        self._sleep = sleep
        self._now = now
        self._aside = aside
        self._spacing = spacing
        self._holds = holds or Holds("")
        self._lanes: dict[str, _Lane] = {}
        self._blocked: set[str] = set()  # owners whose firewall has us
        self._lock = threading.Lock()

    def send(self, request: Request) -> Response:
        """See `Transport.send`. Raises Refused without asking when the lane is closed or its service is failing."""
        lane = self._lane(ceiling_of(request.url, self._spacing))
        self._acquire(lane.slots)
        try:
            self._await_turn(lane)
            warnings = lane.limited
            try:
                response = self._transport.send(request)
            except Unreachable as error:
                self._note_fault(lane, error)
                raise
            self._note_answer(lane, response, warnings)
            return response
        finally:
            lane.slots.release()

    def ceiling(self, url: str) -> Ceiling:
        """Return the ceiling of the service behind the URL; a nameless one for what is never asked."""
        try:
            return ceiling_of(url, self._spacing)
        except Refused:
            return Ceiling("", "", 0.0, 1, 1)

    def due(self, ceiling: Ceiling) -> float:
        """Return the seconds until the service may be asked; what will be refused at once is due now."""
        lane = self._lanes.get(ceiling.service)
        if lane is None or lane.closed or lane.failures >= FAILURES or ceiling.owner in self._blocked:
            return 0.0
        return lane.due - self._clock()

    def _lane(self, ceiling: Ceiling) -> _Lane:
        with self._lock:
            if ceiling.service not in self._lanes:
                self._lanes[ceiling.service] = _Lane(ceiling, threading.Semaphore(ceiling.connections))
            return self._lanes[ceiling.service]

    def _await_turn(self, lane: _Lane) -> None:
        """Wait until a request of the lane may start. One at a time waits for the moment, so it is kept to."""
        self._acquire(lane.turn)
        try:
            while (wait := self._wait(lane)) > 0:
                with self._aside():
                    self._sleep(wait)
        finally:
            lane.turn.release()

    def _acquire(self, lock: "threading.Lock | threading.Semaphore") -> None:
        if not lock.acquire(blocking=False):
            with self._aside():
                lock.acquire()

    def _wait(self, lane: _Lane) -> float:
        """Return the seconds until the lane's next request may start; at 0 its turn is taken."""
        with lane.lock:
            now = self._clock()
            self._refuse_closed(lane)
            if lane.failures >= FAILURES:
                if now < lane.due:
                    raise Refused(f"{lane.ceiling.service} is failing", "run again later", "archive-trouble")
                lane.due = now + PROBE_AFTER
            elif now < lane.due:
                return lane.due - now
            else:
                lane.due = now + lane.ceiling.interval * lane.slower
            return 0.0

    def _note_fault(self, lane: _Lane, error: Unreachable) -> None:
        if error.kind in ("refused", "timeout"):
            self._stop_if_blocked(lane)
        with lane.lock:
            self._count_failure(lane)

    def _note_answer(self, lane: _Lane, response: Response, warnings: int) -> None:
        """Note an answer to a request that was sent after so many warnings."""
        with lane.lock:
            if not response.is_outage:
                lane.due = self._clock() if lane.failures >= FAILURES else lane.due
                lane.failures = 0
                lane.slower = max(1.0, lane.slower * 0.9)
                return
            if response.status in (429, 503):
                lane.slower = min(_SLOWEST, lane.slower * 2)
            seconds = retry_after(response, self._now()) or 0.0
            if response.status == 429:
                lane.limited = max(lane.limited, warnings + 1)
                rest = max(lane.ceiling.rest if seconds else SHORTEST_PAUSE, seconds)
                self._pause(lane, _FOREVER if warnings else rest, "rate-limited")
            else:
                self._count_failure(lane)
                self._pause(lane, seconds, "archive-trouble")

    def _pause(self, lane: _Lane, seconds: float, kind: str) -> None:
        """Ask nothing for so long; ask nothing more in this run if that is too long to wait."""
        if seconds > LONGEST_PAUSE:
            lane.closed = kind
            if kind == "rate-limited":
                self._holds.add(lane.ceiling.service, self._now(), seconds if seconds < _FOREVER else 0.0)
        lane.due = max(lane.due, self._clock() + seconds)

    def _count_failure(self, lane: _Lane) -> None:
        lane.failures += 1
        if lane.failures == FAILURES:
            lane.due = max(lane.due, self._clock() + PROBE_AFTER)

    def _stop_if_blocked(self, lane: _Lane) -> None:
        """Ask nothing more of an owner that went silent after a 429: that is its firewall."""
        owner = lane.ceiling.owner
        with self._lock:
            if any(each.limited for each in self._lanes.values() if each.ceiling.owner == owner):
                self._blocked.add(owner)
                self._holds.add(owner, self._now())

    def _refuse_closed(self, lane: _Lane) -> None:
        service = lane.ceiling.service
        if lane.ceiling.owner in self._blocked:
            raise Refused(f"{service} does not answer us any more", _LATER, "refused")
        until = self._holds.until(service, self._now()) or self._holds.until(lane.ceiling.owner, self._now())
        if until is not None and not lane.limited:
            raise Refused(f"{service} asked us to stop", f"run again after {until:%Y-%m-%d %H:%M} UTC", "rate-limited")
        if lane.closed:
            raise Refused(f"{service} asked us to stop", _LATER, lane.closed)
