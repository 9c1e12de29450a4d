"""All that is asked in one run: the network behind lanes, retries and records, and the workers that ask.

Imported only when a run is online: requests, urllib3 and tenacity cost more than a whole offline run.
"""

import datetime as dt
import random
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from verifier import files
from verifier.version import VERSION
from verifier.web import Item, Recall, Request, Response, Result, Tally
from verifier.web.crew import Crew
from verifier.web.halt import Halt, Halting
from verifier.web.holds import Holds
from verifier.web.http import Http
from verifier.web.journal import FOLDER, Journal
from verifier.web.limits import Ceiling
from verifier.web.manner import Manner
from verifier.web.memory import Memory
from verifier.web.pacing import Paced
from verifier.web.progress import Progress
from verifier.web.recorder import Recorder
from verifier.web.retry import Retrying


class Session:
    """A `verifier.web.Online` with one store; `warn` is told when the store cannot be written."""

    def __init__(self, store_dir: str, manner: Manner, warn: Callable[[str], None]) -> None:
        clock = time.monotonic
        self.halt = Halt(clock, manner.seconds)
        self._manner = manner
        folder = files.join(files.folder_of(store_dir), FOLDER)
        self._journal = Journal(folder, self._now(), fresh=manner.refresh)
        holds = Holds("" if manner.reach.wayback else folder)  # a stand-in is the operator's own
        http = Http(_agent(manner.contact), left=self.halt.left, reach=manner.reach, roots=manner.roots)
        self.halt.on_stop(http.abort)
        self._paced = Paced(
            http, clock=clock, sleep=self.halt.sleep, now=_now, aside=self._aside, spacing=manner.spacing, holds=holds
        )
        patient = Retrying(self._paced, sleep=self._rest, jitter=random.random)
        watcher = Progress(manner.progress, clock, is_terminal=manner.is_terminal) if manner.progress else None
        self._crew = Crew(manner.workers, self, clock, watcher)
        self._recorder = Recorder(
            Halting(patient, self.halt), store_dir, now=self._now, warn=warn, journal=self._journal, aside=self._aside
        )

    def send(self, request: Request) -> Response:
        """See `Transport.send`."""
        return self._recorder.send(request)

    @property
    def refreshes(self) -> bool:
        """See `verifier.web.Online`."""
        return self._manner.refresh

    def recall(self) -> Recall:
        """See `verifier.web.Online`."""
        return Memory(self._recorder.replay, self._journal)

    def each(
        self, work: Callable[[Item], Result], items: Sequence[Item], url_of: Callable[[Item], str]
    ) -> list[Result]:
        """See `verifier.web.each`."""
        return self._crew.each(work, items, url_of)

    @property
    def tally(self) -> Tally:
        """See `verifier.web.Online`: what failed is in the order of the addresses, not of time."""
        found = self._recorder.tally
        return Tally(found.new, found.same, sorted(found.failed))

    @property
    def cut(self) -> str:
        """See `verifier.web.Online`."""
        return self.halt.reason

    def stop(self) -> None:
        """See `verifier.web.Online`."""
        self.halt.stop()

    def finish(self) -> None:
        """See `verifier.web.Online`."""
        if not self.halt.reason:
            self._journal.finish()

    def ceiling(self, url: str) -> Ceiling:
        """See `verifier.web.crew.Places`."""
        return self._paced.ceiling(url)

    def due(self, ceiling: Ceiling) -> float:
        """See `verifier.web.crew.Places`: what will not be asked any more is due now."""
        wait = self._paced.due(ceiling)
        return wait if self.halt.allows(wait) else 0.0

    def _rest(self, seconds: float) -> None:
        with self._aside():
            self.halt.sleep(seconds)

    def _aside(self) -> AbstractContextManager[None]:
        return self._crew.aside()

    def _now(self) -> dt.datetime:
        return self._manner.now or _now()


def _agent(contact: str) -> str:
    """Return the User-Agent. It has no word like "link" or "checker": firewalls turn these away unread.

    See https://github.com/projectbenyehuda/bybe/pull/1594.
    """
    return f"verifier/{VERSION} (reads the sources that articles cite{f'; {contact}' if contact else ''})"


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
