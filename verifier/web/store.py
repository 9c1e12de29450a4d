"""The store: a folder of recorded answers. `Replay` reads it and asks nobody; verifier.web.recorder writes it.

A miss is `NotRecorded`, damage is `StoreError`; neither says anything about the page.
"""

import datetime as dt
import threading

from verifier import files, urls
from verifier.errors import InputError, NotRecorded, StoreError
from verifier.web import Request, Response, guard, record

RECORD_LIMIT = 1_000_000  # bytes
BODY_LIMIT = 20_000_000


class Replay:
    """A `Transport` that answers from the store only, and equally on every day."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._names: dict[str, dict[str, str]] = {}
        self._lock = threading.Lock()
        self.used: set[str] = set()  # the paths of the records that were asked for

    def send(self, request: Request) -> Response:
        """See `Transport.send`. Raises NotRecorded, Refused, Unreachable as recorded, or StoreError for damage."""
        path = self.path(request)
        if path is None:
            guard.refuse(request.url)  # what is never asked is no miss
            message = f"{request.method} {urls.redact(request.url)} is not recorded"
            raise NotRecorded(message, "run once without --offline")
        self.used.add(path)
        try:
            return record.load(files.read_bytes(path, RECORD_LIMIT), request, self._read_body)
        except StoreError as error:
            raise StoreError(f"{path}: {error.message}", error.hint) from error
        except InputError as error:  # unreadable, too large, or its body is missing
            raise StoreError(error.message, "delete it and run once without --offline") from error

    def path(self, request: Request) -> str | None:
        """Return the path of the record of this request, whatever its slug; None if there is none."""
        return self._known(record.place(request)[0]).get(record.key(request))

    def learn(self, request: Request, path: str) -> None:
        """Note that the record of this request now exists."""
        self._known(record.place(request)[0])[record.key(request)] = path

    def _known(self, host: str) -> dict[str, str]:
        """Return the records of the host, path by key."""
        with self._lock:
            if host not in self._names:
                self._names[host] = self._listed(host)
            return self._names[host]

    def _listed(self, host: str) -> dict[str, str]:
        folder = files.join(self._folder, host)
        if not files.is_dir(folder):
            return {}
        return {path.removesuffix(".json")[-16:]: path for path in reversed(files.list_files(folder, (".json",)))}

    def _read_body(self, name: str) -> bytes:
        return files.read_bytes(files.join(self._folder, name), BODY_LIMIT)


def newest(folder: str) -> dt.date | None:
    """Return the day of the newest recording, the clock of offline runs; None if nothing readable is recorded."""
    days = []
    for path in files.list_files(folder, (".json",), deep=True) if files.is_dir(folder) else ():
        if files.name_of(files.folder_of(path)) == "bodies":
            continue
        try:
            days.append(record.recorded(record.parse(files.read_bytes(path, RECORD_LIMIT))).date())
        except InputError:  # reported when its answer is asked for
            continue
    return max(days, default=None)
