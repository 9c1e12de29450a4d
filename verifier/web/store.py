"""The store: a folder of recorded answers. `Replay` reads it and asks nobody; `Recorder` asks and keeps the answer.

A miss is `NotRecorded`, damage is `StoreError`; neither says anything about the page.
"""

import datetime as dt
from collections.abc import Callable

from verifier import files, urls
from verifier.errors import InputError, NotRecorded, ReportError, StoreError, Unreachable
from verifier.web import Request, Response, Transport, record

_RECORD_LIMIT = 1_000_000  # bytes
_BODY_LIMIT = 20_000_000
_PRIVATE = 0o600  # answers may hold what a signed URL shows


class Replay:
    """A `Transport` that answers from the store only, and equally on every day."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._names: dict[str, dict[str, str]] = {}

    def send(self, request: Request) -> Response:
        """See `Transport.send`. Raises NotRecorded, Refused, Unreachable as recorded, or StoreError for damage."""
        path = self.path(request)
        if path is None:
            message = f"{request.method} {urls.redact(request.url)} is not recorded"
            raise NotRecorded(message, "run once without --offline")
        try:
            return record.load(files.read_bytes(path, _RECORD_LIMIT), request, self._read_body)
        except StoreError as error:
            raise StoreError(f"{path}: {error.message}", error.hint) from error
        except InputError as error:  # unreadable, too large, or its body is missing
            raise StoreError(error.message, "delete it and run once without --offline") from error

    def path(self, request: Request) -> str | None:
        """Return the path of the record of this request, whatever its slug; None if there is none."""
        host, _ = record.place(request)
        if host not in self._names:
            self._names[host] = self._listed(host)
        return self._names[host].get(record.key(request))

    def learn(self, request: Request, path: str) -> None:
        """Note that the record of this request now exists."""
        if self.path(request) is None:
            self._names[record.place(request)[0]][record.key(request)] = path

    def _listed(self, host: str) -> dict[str, str]:
        folder = files.join(self._folder, host)
        if not files.is_dir(folder):
            return {}
        return {path.removesuffix(".json")[-16:]: path for path in reversed(files.list_files(folder, (".json",)))}

    def _read_body(self, name: str) -> bytes:
        return files.read_bytes(files.join(self._folder, name), _BODY_LIMIT)


class Recorder:
    """A `Transport` around another that keeps every answer, and gives what a later replay will give.

    Within one run the same request is asked once. `now` is aware; `warn` is told, once, when the store cannot be
    written, and the run goes on without it.
    """

    def __init__(
        self, transport: Transport, folder: str, *, now: Callable[[], dt.datetime], warn: Callable[[str], None]
    ) -> None:
        self._transport = transport
        self._folder = folder
        self._now = now
        self._warn = warn
        self._replay = Replay(folder)
        self._asked: set[tuple[str, int]] = set()
        self._broken = False

    def send(self, request: Request) -> Response:
        """See `Transport.send`."""
        asked = (record.key(request), request.limit)
        if asked in self._asked:
            return self._replay.send(request)
        try:
            live = self._transport.send(request)
        except Unreachable as error:
            if self._earlier(request) is None:
                self._write(request, record.dump_fault(request, error, record.stamp(self._now())))
            raise
        kept = {name: value for name, value in sorted(live.headers.items()) if name in record.KEPT}
        response = Response(live.status, kept, live.body, live.truncated, record.stamp(self._now()))
        return self._keep(request, response, asked)

    def _keep(self, request: Request, response: Response, asked: tuple[str, int]) -> Response:
        earlier = self._earlier(request)
        if earlier is not None and _is_outage(response):
            return response
        if earlier is not None and _same(earlier, response):
            self._asked.add(asked)
            return earlier  # the file stays as it is: equal answers make equal stores
        name = record.body_file(response)
        body_kept = name is None or self._put(files.join(self._folder, name), response.body)
        if body_kept and self._write(request, record.dump(request, response)):
            self._asked.add(asked)
        return response

    def _earlier(self, request: Request) -> Response | None:
        """Return the response on record; None if there is none, or a fault, or damage."""
        try:
            return self._replay.send(request)
        except (NotRecorded, Unreachable, StoreError):
            return None

    def _write(self, request: Request, data: bytes) -> bool:
        path = self._replay.path(request) or files.join(self._folder, *record.place(request))
        if not self._put(path, data):
            return False
        self._replay.learn(request, path)
        return True

    def _put(self, path: str, data: bytes) -> bool:
        if self._broken:
            return False
        try:
            files.write_atomically(path, data, _PRIVATE)
        except ReportError as error:
            self._broken = True
            self._warn(f"{error.message}; going on without keeping answers")
            return False
        return True


def newest(folder: str) -> dt.date | None:
    """Return the day of the newest recording, the clock of offline runs; None if nothing readable is recorded."""
    days = []
    for path in files.list_files(folder, (".json",), deep=True) if files.is_dir(folder) else ():
        if files.name_of(files.folder_of(path)) == "bodies":
            continue
        try:
            days.append(record.recorded(record.parse(files.read_bytes(path, _RECORD_LIMIT))).date())
        except InputError:  # reported when its answer is asked for
            continue
    return max(days, default=None)


def _is_outage(response: Response) -> bool:
    failed = response.status == 429 or response.status >= 500
    return response.is_busy or (failed and "memento-datetime" not in response.headers)


def _same(earlier: Response, later: Response) -> bool:
    pairs = ("status", "headers", "body", "truncated")
    return all(getattr(earlier, name) == getattr(later, name) for name in pairs)
