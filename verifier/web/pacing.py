"""A transport that keeps to the archives' limits: a lane per service, a pause or an end after 429, and a breaker.

Every request that is sent counts, repeated ones too. Ignored 429s end in a firewall block of an hour, doubled each time
(https://github.com/edgi-govdata-archiving/wayback/issues/137), so a second one closes the lane for the run.
"""

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from verifier.errors import Refused, Unreachable
from verifier.web import Request, Response, Transport
from verifier.web.limits import Ceiling, ceiling_of, retry_after

SHORTEST_PAUSE = 60.0  # seconds after a 429 that names no time
LONGEST_PAUSE = 120.0  # seconds; who is asked to wait longer stops asking for this run
FAILURES = 5  # in a row, before a service is left alone
PROBE_AFTER = 60.0  # seconds until one request may try again


@dataclass(slots=True)
class _Lane:
    """The state of one service. `due` is when the next request may start; times are those of the clock."""

    ceiling: Ceiling
    slots: threading.Semaphore
    due: float = 0.0
    limited: int = 0
    failures: int = 0
    closed: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)


class Paced:
    """A `Transport` around another. `clock` gives seconds that never go back, `sleep` takes seconds, `now` is aware."""

    def __init__(
        self,
        transport: Transport,
        *,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        now: Callable[[], dt.datetime],
    ) -> None:
        self._transport = transport
        self._clock = clock
        self._sleep = sleep
        self._now = now
        self._lanes: dict[str, _Lane] = {}
        self._blocked: set[str] = set()  # owners whose firewall has us
        self._lock = threading.Lock()

    def send(self, request: Request) -> Response:
        """See `Transport.send`. Raises Refused without asking when the lane is closed or its service is failing."""
        lane = self._lane(request.url)
        with lane.slots:
            self._take_turn(lane)
            try:
                response = self._transport.send(request)
            except Unreachable as error:
                self._note_fault(lane, error)
                raise
            self._note_answer(lane, response)
            return response

    def _lane(self, url: str) -> _Lane:
        ceiling = ceiling_of(url)
        with self._lock:
            if ceiling.service not in self._lanes:
                self._lanes[ceiling.service] = _Lane(ceiling, threading.Semaphore(ceiling.connections))
            return self._lanes[ceiling.service]

    def _take_turn(self, lane: _Lane) -> None:
        with lane.lock:
            now = self._clock()
            self._refuse_closed(lane)
            if lane.failures >= FAILURES:
                if now < lane.due:
                    raise Refused(f"{lane.ceiling.service} is failing", "run again later", "archive-trouble")
                lane.due = now + PROBE_AFTER
                return
            start = max(now, lane.due)
            lane.due = start + lane.ceiling.interval
        if start > now:
            self._sleep(start - now)
            self._refuse_closed(lane)  # another request may have closed it meanwhile

    def _note_fault(self, lane: _Lane, error: Unreachable) -> None:
        if error.kind in ("refused", "timeout"):
            self._stop_if_blocked(lane)
        with lane.lock:
            self._count_failure(lane)

    def _note_answer(self, lane: _Lane, response: Response) -> None:
        with lane.lock:
            if "memento-datetime" in response.headers or (response.status < 429 and not response.is_busy):
                lane.due = self._clock() if lane.failures >= FAILURES else lane.due
                lane.failures = 0
            elif response.status == 429:
                lane.limited += 1
                seconds = max(SHORTEST_PAUSE, retry_after(response, self._now()) or 0.0)
                self._pause(lane, seconds if lane.limited == 1 else float("inf"), "rate-limited")
            elif response.status >= 500 or response.is_busy:
                self._count_failure(lane)
                self._pause(lane, retry_after(response, self._now()) or 0.0, "archive-trouble")

    def _pause(self, lane: _Lane, seconds: float, kind: str) -> None:
        """Ask nothing for so long; ask nothing more in this run if that is too long to wait."""
        if seconds > LONGEST_PAUSE:
            lane.closed = kind
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

    def _refuse_closed(self, lane: _Lane) -> None:
        service, later = lane.ceiling.service, "run again in an hour or more"
        if lane.ceiling.owner in self._blocked:
            raise Refused(f"{service} does not answer us any more", later, "refused")
        if lane.closed:
            raise Refused(f"{service} asked us to stop", later, lane.closed)
