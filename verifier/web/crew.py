"""Many jobs at once, host by host: the job whose host may be asked first is next, and no worker waits for a host.

Who has to wait in the middle of a job steps aside, and another works in the meantime. So one throttled service delays
nothing but what is asked of it.
"""

import heapq
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Protocol

from verifier.web import Item, Result
from verifier.web.limits import Ceiling

_MOST = 384  # threads, those that stepped aside included; their stacks take memory only where they are used
_LONGEST = 0.25  # seconds until the places are looked at again


class Places(Protocol):
    """What the crew must know of the services that are asked."""

    def ceiling(self, url: str) -> Ceiling:
        """Return the ceiling of the service behind the URL, whatever is wrong with it."""
        ...

    def due(self, ceiling: Ceiling) -> float:
        """Return the seconds until the service may be asked next; 0 or less for now."""
        ...


class Watcher(Protocol):
    """Who is told how the work gets on."""

    def start(self, jobs: dict[Ceiling, int]) -> None:
        """Take the number of jobs that begin at each service."""
        ...

    def done(self, ceiling: Ceiling) -> None:
        """Note that one of them is done. May be called by any worker."""
        ...

    def tick(self) -> None:
        """Tell how it gets on, if it is time to; called a few times a second by one thread."""
        ...

    def end(self) -> None:
        """Note that all are done."""
        ...


class Crew:
    """Workers, `size` of them at work at a time. `clock` gives seconds that never go back."""

    def __init__(self, size: int, places: Places, clock: Callable[[], float], watcher: Watcher | None = None) -> None:
        self._slots = threading.Semaphore(size)
        self._places = places
        self._clock = clock
        self._watcher = watcher
        self._here = threading.local()

    def each(
        self, work: Callable[[Item], Result], items: Sequence[Item], url_of: Callable[[Item], str]
    ) -> list[Result]:
        """See `verifier.web.each`."""
        if getattr(self._here, "works", False):  # a worker asks for no further workers
            return [work(item) for item in items]
        results: dict[int, Result] = {}

        def run(index: int) -> None:
            results[index] = work(items[index])

        self._perform([self._places.ceiling(url_of(item)) for item in items], run)
        return [results[index] for index in range(len(items))]

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Let another work while this worker waits; afterwards wait for a free place."""
        if not getattr(self._here, "works", False):
            yield
            return
        self._slots.release()
        try:
            yield
        finally:
            self._slots.acquire()

    def _perform(self, ceilings: Sequence[Ceiling], run: Callable[[int], None]) -> None:
        shift = _Shift(ceilings, self._places, self._clock)
        if self._watcher is not None:
            self._watcher.start({queue.ceiling: len(queue.jobs) for queue in shift.queues})
        inbox: SimpleQueue[tuple[_Queue, int] | None] = SimpleQueue()
        threads = 0
        while (taken := shift.take(self._tick)) is not None:
            self._slots.acquire()
            if shift.enlist():
                threads += 1
                threading.Thread(target=self._work, args=(shift, inbox, run), daemon=True).start()
            inbox.put(taken)
        for _ in range(threads):
            inbox.put(None)
        try:
            shift.wait(self._tick)
        finally:
            if self._watcher is not None:
                self._watcher.end()

    def _tick(self) -> None:
        if self._watcher is not None:
            self._watcher.tick()

    def _work(
        self, shift: "_Shift", inbox: "SimpleQueue[tuple[_Queue, int] | None]", run: Callable[[int], None]
    ) -> None:
        self._here.works = True
        while (taken := inbox.get()) is not None:
            queue, index = taken
            problem: BaseException | None = None
            try:
                run(index)
            except BaseException as error:  # whatever it is, it is raised where the work was asked for
                problem = error
            if self._watcher is not None:
                self._watcher.done(queue.ceiling)
            self._slots.release()
            shift.finish(queue, problem)


@dataclass(slots=True, eq=False)
class _Queue:
    """The jobs of one service that wait, by index, and how many are under way; `order` is its own place."""

    ceiling: Ceiling
    order: int
    jobs: deque[int] = field(default_factory=deque)
    running: int = 0


class _Shift:
    """The jobs of one call of `each`: which is next, and what became of them."""

    def __init__(self, ceilings: Sequence[Ceiling], places: Places, clock: Callable[[], float]) -> None:
        queues: dict[str, _Queue] = {}
        for index, ceiling in enumerate(ceilings):
            queues.setdefault(ceiling.service, _Queue(ceiling, len(queues))).jobs.append(index)
        self.queues = list(queues.values())
        self._places = places
        self._clock = clock
        self._changed = threading.Condition()
        self._ready = [(0.0, order) for order in range(len(self.queues))]  # a heap: when, and which queue
        self._waiting = self._left = len(ceilings)
        self._workers = self._busy = 0
        self._problem: BaseException | None = None

    def take(self, tick: Callable[[], None]) -> tuple[_Queue, int] | None:
        """Wait for a job whose service may be asked now, and return it; None when there is none left."""
        with self._changed:
            while self._waiting and self._problem is None:
                tick()
                wait = self._wait() if self._busy < _MOST else _LONGEST
                if wait <= 0:
                    return self._taken()
                self._changed.wait(min(wait, _LONGEST))
        return None

    def enlist(self) -> bool:
        """Note that a job is handed over; tell whether another worker is needed for it."""
        with self._changed:
            self._busy += 1
            grows = self._busy > self._workers
            self._workers += grows
            return grows

    def finish(self, queue: _Queue, problem: BaseException | None) -> None:
        """Note that a job is done, and how it went."""
        with self._changed:
            self._busy -= 1
            self._left -= 1
            self._problem = self._problem or problem
            if queue.jobs and queue.running == queue.ceiling.jobs:
                heapq.heappush(self._ready, (self._clock(), queue.order))
            queue.running -= 1
            self._changed.notify_all()

    def wait(self, tick: Callable[[], None]) -> None:
        """Wait until all that was handed over is done; raise what went wrong."""
        with self._changed:
            while self._busy:
                tick()
                self._changed.wait(_LONGEST)
        if self._problem is not None:
            raise self._problem

    def _taken(self) -> tuple[_Queue, int]:
        queue = self.queues[heapq.heappop(self._ready)[1]]
        queue.running += 1
        self._waiting -= 1
        index = queue.jobs.popleft()
        if queue.jobs and queue.running < queue.ceiling.jobs:
            heapq.heappush(self._ready, (self._clock(), queue.order))
        return queue, index

    def _wait(self) -> float:
        """Return the seconds until the first of the services may be asked; 0 for now."""
        now = self._clock()
        while self._ready:
            at, order = self._ready[0]
            if at > now:
                return at - now
            due = self._places.due(self.queues[order].ceiling)
            if due <= 0:
                return 0.0
            heapq.heapreplace(self._ready, (now + min(due, _LONGEST), order))  # asking may be over before
        return _LONGEST
