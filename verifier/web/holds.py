"""What archives have asked us to leave alone, and until when: kept between runs in `.verifier/lanes.json`.

A firewall block lasts an hour and doubles each time it is ignored, so a second run must know of it
(https://github.com/edgi-govdata-archiving/wayback/issues/137).
"""

import datetime as dt
import json

from verifier import files, indented
from verifier.errors import InputError, ReportError
from verifier.web.record import stamp

_LIMIT = 1_000_000  # bytes
_SHORTEST = dt.timedelta(hours=1)
_LONGEST = dt.timedelta(days=1)  # one that is longer is a mistake in the file


class Holds:
    """The holds of one store, by service or owner; without a `folder` nothing is kept."""

    def __init__(self, folder: str) -> None:
        self._path = files.join(folder, "lanes.json") if folder else ""
        self._rows = _read(self._path) if folder else {}

    def until(self, name: str, now: dt.datetime) -> dt.datetime | None:
        """Return until when the service is to be left alone, None if it may be asked."""
        until = self._rows.get(name, (None, _SHORTEST))[0]
        return until if until is not None and now < until <= now + _LONGEST else None

    def add(self, name: str, now: dt.datetime, seconds: float = 0.0) -> None:
        """Leave the service alone for an hour or so many seconds; twice as long as last time, if that was of late."""
        last, span = self._rows.get(name, (None, _SHORTEST / 2))
        again = last is not None and now - last < _LONGEST
        span = max(dt.timedelta(seconds=min(seconds, 86_400)), span * 2 if again else _SHORTEST)
        self._rows[name] = (now + min(span, _LONGEST), min(span, _LONGEST))
        rows = {
            each: {"until": stamp(until), "seconds": int(span.total_seconds())}
            for each, (until, span) in sorted(self._rows.items())
        }
        if self._path:
            try:
                files.write_atomically(self._path, f"{indented.dumps(rows)}\n".encode())
            except ReportError:
                return  # a store that cannot be written is told of elsewhere


def _read(path: str) -> dict[str, tuple[dt.datetime, dt.timedelta]]:
    try:
        rows = json.loads(files.read_bytes(path, _LIMIT))
        return {
            str(name): (dt.datetime.fromisoformat(row["until"]), dt.timedelta(seconds=min(int(row["seconds"]), 86_400)))
            for name, row in rows.items()
        }
    except (InputError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return {}
