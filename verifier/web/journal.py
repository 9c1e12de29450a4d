"""What the next run must know of this one, beside the records: whether it got to its end, and which answers were equal.

Two files in `.verifier/` beside the store, neither of them evidence: `run.json` is there while a run is under way or
did not end, and says since when; `confirmed.jsonl` has a line for each answer that was had again and was the same.
"""

import datetime as dt
import json
import threading

from verifier import files
from verifier.errors import InputError, ReportError
from verifier.web.record import stamp

FOLDER = ".verifier"
_LIMIT = 50_000_000  # bytes
_STALE = dt.timedelta(days=1)  # what was asked longer ago is asked again, even if the run did not end


class Journal:
    """The journal of one store; without a `folder` nothing is read or written. `now` is aware.

    A journal that cannot be read or written is done without: then more is asked than needed.
    """

    def __init__(self, folder: str, now: dt.datetime | None = None, *, fresh: bool = False) -> None:
        self._run = files.join(folder, "run.json") if folder else ""
        self._lines = files.join(folder, "confirmed.jsonl") if folder else ""
        self._confirmed = dict(_confirmations(self._lines)) if folder else {}
        self._now = stamp(now) if now else ""
        self._since = _since(self._run, now) if folder and now and not fresh else ""
        self._is_begun = False
        self._lock = threading.Lock()

    def begin(self) -> None:
        """Note that this run asks; after the first time nothing happens."""
        with self._lock:
            is_first, self._is_begun = not self._is_begun, bool(self._run)
        if is_first and self._run and not self._since:
            try:
                files.write_atomically(self._run, json.dumps({"since": self._now}).encode() + b"\n")
            except ReportError:
                return

    def has(self, key: str, recorded: str) -> bool:
        """Tell whether an earlier run asked this and did not get to its end."""
        return bool(self._since) and self.last(key, recorded) >= self._since

    def last(self, key: str, recorded: str) -> str:
        """Return when the answer of this key was had last, as a record of this moment has it."""
        return max(recorded, self._confirmed.get(key, ""))

    def confirm(self, key: str, when: str) -> None:
        """Note that the answer of this key was had again and is the one on record."""
        with self._lock:
            self._confirmed[key] = when
        if self._lines:
            try:
                files.append_line(self._lines, json.dumps({"key": key, "when": when}))
            except ReportError:
                return

    def finish(self) -> None:
        """Note that the run got to its end."""
        if self._is_begun:
            try:
                files.remove(self._run)
            except ReportError:
                return


def _since(path: str, now: dt.datetime) -> str:
    """Return since when the run that did not end has asked, "" without one, or if that is too long ago."""
    try:
        since = json.loads(files.read_bytes(path, _LIMIT))["since"]
        began = dt.datetime.fromisoformat(since)
        return stamp(began) if dt.timedelta(0) <= now - began <= _STALE else ""
    except (InputError, ValueError, TypeError, KeyError, RecursionError):
        return ""


def _confirmations(path: str) -> list[tuple[str, str]]:
    try:
        lines = files.read_bytes(path, _LIMIT).decode("utf-8", "replace").splitlines()
    except InputError:
        return []
    found = []
    for line in lines:
        try:
            fields = json.loads(line)
            found.append((str(fields["key"]), stamp(dt.datetime.fromisoformat(fields["when"]))))
        except (ValueError, TypeError, KeyError, RecursionError):  # cut short by a kill, or not ours
            continue
    return found
