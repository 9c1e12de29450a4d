"""A transport of known outcomes with a recorder around it, and what a store holds."""

import datetime as dt
from pathlib import Path

from verifier.errors import TransportError
from verifier.web import Request, Response
from verifier.web.recorder import Recorder

URL = "https://web.archive.org/web/20200102030405id_/http://example.org/a?b=c"
REQUEST = Request(URL)
NOW = dt.datetime(2026, 11, 24, 12, 0, 0, 999, tzinfo=dt.timezone(dt.timedelta(hours=1)))
BUSY = Response(200, {"mediawiki-api-error": "maxlag"}, b"{}")  # a wiki's
GOOD = Response(200, {"content-type": "text/html", "memento-datetime": "Thu, 02 Jan 2020 03:04:05 GMT"}, b"<p>a")


class Scripted:
    """A transport that gives one outcome after the other, the last one for ever."""

    def __init__(self, *outcomes: Response | TransportError) -> None:
        self.outcomes = list(outcomes)
        self.asked = 0

    def send(self, request: Request) -> Response:
        self.asked += 1
        outcome = self.outcomes.pop(0) if len(self.outcomes) > 1 else self.outcomes[0]
        if isinstance(outcome, TransportError):
            raise outcome
        return outcome


def recorder(folder: Path, *outcomes: Response | TransportError, now: dt.datetime = NOW) -> Recorder:
    def warn(message: str) -> None:
        raise AssertionError(message)

    return Recorder(Scripted(*outcomes), str(folder), now=lambda: now, warn=warn)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
