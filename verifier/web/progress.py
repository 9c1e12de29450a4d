"""How far the asking is, for people: how much is left, and for how long, as the slowest lane has it.

On a terminal one line that is drawn anew; elsewhere a line every ten seconds, so that a log stays short.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from verifier.web.limits import Ceiling

_REDRAWN = 0.2  # seconds, on a terminal
_A_LINE = 10.0  # seconds, elsewhere
_ERASE = "\r\x1b[K"


@dataclass(slots=True)
class _Lane:
    """The jobs of one service: how many are left, and how many are done since when."""

    left: int
    since: float
    done: int = 0


class Progress:
    """A `verifier.web.crew.Watcher` that tells through `write`. `clock` gives seconds that never go back."""

    def __init__(self, write: Callable[[str], object], clock: Callable[[], float], *, is_terminal: bool) -> None:
        self._write = write
        self._clock = clock
        self._is_terminal = is_terminal
        self._lanes: dict[Ceiling, _Lane] = {}
        self._next = clock() + (_REDRAWN if is_terminal else _A_LINE)
        self._is_drawn = False
        self._lock = threading.Lock()

    def start(self, jobs: dict[Ceiling, int]) -> None:
        """See `verifier.web.crew.Watcher`."""
        now = self._clock()
        with self._lock:
            self._lanes = {ceiling: _Lane(count, now) for ceiling, count in jobs.items()}

    def done(self, ceiling: Ceiling) -> None:
        """See `verifier.web.crew.Watcher`."""
        with self._lock:
            lane = self._lanes[ceiling]
            lane.left -= 1
            lane.done += 1

    def tick(self) -> None:
        """See `verifier.web.crew.Watcher`: tell, if it is time to."""
        now = self._clock()
        if now < self._next:
            return
        self._next = now + (_REDRAWN if self._is_terminal else _A_LINE)
        with self._lock:
            line = self._line(now)
        self._write(f"{_ERASE}{line}" if self._is_terminal else f"{line}\n")
        self._is_drawn = self._is_terminal

    def end(self) -> None:
        """See `verifier.web.crew.Watcher`: leave no line behind on a terminal."""
        if self._is_drawn:
            self._write(_ERASE)
        self._is_drawn = False

    def _line(self, now: float) -> str:
        left = sum(lane.left for lane in self._lanes.values())
        total = left + sum(lane.done for lane in self._lanes.values())
        waits = [(_seconds(ceiling, lane, now), ceiling.service) for ceiling, lane in self._lanes.items() if lane.left]
        longest, service = max(waits, default=(0.0, ""))
        last = f"; {_told(longest)} left, for {service}" if service else ""
        return f"asked {total - left} of {total}{last}"


def _seconds(ceiling: Ceiling, lane: _Lane, now: float) -> float:
    """Return how long the lane will take: as long as it took until now, and never less than its limit allows."""
    measured = (now - lane.since) / lane.done if lane.done else 0.0
    return lane.left * max(measured, ceiling.interval)


def _told(seconds: float) -> str:
    if seconds < 90:
        return f"about {max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"about {minutes} min" if minutes < 90 else f"about {round(minutes / 60)} h"
