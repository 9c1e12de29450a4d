"""A transport around another that keeps every answer in the store, and gives what a later replay will give."""

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from verifier import files, urls
from verifier.errors import NotRecorded, Refused, ReportError, StoreError, TransportError, Unreachable
from verifier.web import Request, Response, Tally, Transport, guard, record
from verifier.web.halt import BUDGET, STOPPED
from verifier.web.journal import Journal
from verifier.web.store import Replay

_PRIVATE = 0o600  # answers may hold what a signed URL shows
_MOST = 64_000_000  # bytes of answers that are held in memory because the store could not take them

_Asked = tuple[str, int]  # the key of a request, and its limit


class Recorder:
    """Within one run the same request is asked once, whatever came of it; who asks for it meanwhile waits `aside()`.

    `journal` knows what an earlier run that did not get to its end has asked already. `now` is aware; `warn` is told,
    once, when the store cannot be written, and the run goes on without it.
    """

    def __init__(
        self,
        transport: Transport,
        folder: str,
        *,
        now: Callable[[], dt.datetime],
        warn: Callable[[str], None],
        journal: Journal | None = None,
        aside: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._transport = transport
        self._folder = folder
        self._now = now
        self._warn = warn
        self._journal = journal or Journal("")
        self._aside = aside
        self.replay = Replay(folder)
        self.tally = Tally()
        self._had: dict[_Asked, Response | TransportError | None] = {}  # None: it is in the store
        self._held = 0  # bytes of these
        self._bodies: set[str] = set()  # written by this run: many pages answer with the same
        self._under_way: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()
        self._broken = False

    def send(self, request: Request) -> Response:
        """See `Transport.send`."""
        if request.transient:
            return self._transport.send(request)
        asked = (record.key(request), request.limit)
        with self._alone(asked[0]):
            if asked in self._had and not request.anew:
                return self._again(request, asked)
            try:
                response, is_stored = self._ask(request)
            except TransportError as error:
                self._had[asked] = error
                self.tally.failed.append(f"{request.method} {urls.redact(request.url)}: {error.message}")
                raise
            self._note(asked, None if is_stored else response)
            return response

    @contextmanager
    def _alone(self, key: str) -> Iterator[None]:
        """Keep others from asking the same meanwhile."""
        with self._lock:
            lock = self._under_way.setdefault(key, threading.Lock())
        if not lock.acquire(blocking=False):
            with self._aside():
                lock.acquire()
        try:
            yield
        finally:
            lock.release()

    def _again(self, request: Request, asked: _Asked) -> Response:
        had = self._had[asked]
        if isinstance(had, TransportError):
            raise type(had)(had.message, had.hint, had.kind)
        return had or self.replay.send(request)

    def _note(self, asked: _Asked, response: Response | None) -> None:
        size = len(response.body) if response else 0
        with self._lock:
            if self._held + size <= _MOST:
                self._held += size
                self._had[asked] = response

    def _ask(self, request: Request) -> tuple[Response, bool]:
        """Return the answer, and whether the store has it."""
        earlier = self._earlier(request)
        is_known = earlier is not None and not earlier.is_outage
        is_enough = earlier is not None and not (earlier.truncated and len(earlier.body) < request.limit)
        is_asked = earlier is not None and self._journal.has(record.key(request), earlier.recorded)
        if earlier is not None and is_known and is_enough and is_asked and not request.anew:
            return earlier, True
        self._journal.begin()
        try:
            live = self._transport.send(request)
        except (Unreachable, Refused) as error:
            is_plain = isinstance(error, Refused) and _is_plain(request)
            if not is_known and error.kind not in (STOPPED, BUDGET) and not is_plain:
                self._write(request, None, record.dump_fault(request, error, record.stamp(self._now())))
            raise
        kept = {name: value for name, value in sorted(live.headers.items()) if name in record.KEPT}
        response = Response(live.status, kept, live.body, live.truncated, record.stamp(self._now()))
        return self._keep(request, response, earlier)

    def _keep(self, request: Request, response: Response, earlier: Response | None) -> tuple[Response, bool]:
        is_same = earlier is not None and _same(earlier, response)
        if response.is_outage:
            self.tally.failed.append(f"{request.method} {urls.redact(request.url)}: {response.status}")
        elif is_same:
            self.tally.same += 1
        else:
            self.tally.new += 1
        if earlier is not None and is_same:
            self._journal.confirm(record.key(request), response.recorded)
            return earlier, True  # the file stays as it is: equal answers make equal stores
        if earlier is not None and response.is_outage and not earlier.is_outage:
            return response, False
        return response, self._write(request, response, record.dump(request, response))

    def _earlier(self, request: Request) -> Response | None:
        """Return the response on record; None if there is none, or a fault, or damage."""
        try:
            return self.replay.send(request) if self.replay.path(request) else None
        except (NotRecorded, Unreachable, Refused, StoreError):
            return None

    def _write(self, request: Request, response: Response | None, data: bytes) -> bool:
        for name, body in record.files_of(request, response).items():
            if name not in self._bodies and not self._put(files.join(self._folder, name), body):
                return False
            self._bodies.add(name)
        path = self.replay.path(request) or files.join(self._folder, *record.place(request))
        if not self._put(path, data):
            return False
        self.replay.learn(request, path)
        return True

    def _put(self, path: str, data: bytes) -> bool:
        if self._broken:
            return False
        try:
            files.write_atomically(path, data, _PRIVATE, durable=False)
        except ReportError as error:
            with self._lock:
                is_first, self._broken = not self._broken, True
            if is_first:
                self._warn(f"{error.message}; going on without keeping answers")
            return False
        return True


def _is_plain(request: Request) -> bool:
    """Tell whether a replay refuses this without a record."""
    try:
        guard.refuse(request.url)
    except Refused:
        return True
    return False


def _same(earlier: Response, later: Response) -> bool:
    pairs = ("status", "headers", "body", "truncated")
    return all(getattr(earlier, name) == getattr(later, name) for name in pairs)
