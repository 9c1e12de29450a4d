"""The second witness: the Wayback Machine's index of captures (CDX), asked through waybackpy.

waybackpy 3.0.6 builds the address and reads the rows. Its own way of sending has no timeout and reports a rate limit
as "no captures", so one overridden method sends through our transport instead
(https://github.com/akamhy/waybackpy/blob/3.0.6/waybackpy/cdx_api.py, `cdx_api_manager`).
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any

from verifier import urls
from verifier.archives.wayback import answers
from verifier.archives.wayback.answers import Row
from verifier.errors import StoreError, TransportError
from verifier.urls import moment
from verifier.web import Request, Response, Transport

_SHORTEST = 46  # characters: waybackpy drops a shorter line in silence


@dataclass(frozen=True, slots=True)
class Statement:
    """What the index said: `stamps` of the captures it lists, or in `problem` why it said nothing.

    `problem` is a reason of a verdict ("rate-limited", "not-recorded" ...), "owner" or "robots" for an exclusion.
    """

    sentence: str
    stamps: tuple[str, ...] = ()
    problem: str = ""


def at_second(url: str, stamp: str, transport: Transport) -> Statement:
    """Ask for the captures of the page at exactly this second."""
    return _ask("at that second", url, transport, start_timestamp=stamp, end_timestamp=stamp, limit=10)


def nearest(url: str, stamp: str, transport: Transport) -> Statement:
    """Ask for the captures of the page at any time, those nearest to the second first."""
    return _ask("at any time", url, transport, closest=stamp, sort="closest", limit=5)


def _ask(when: str, url: str, transport: Transport, **query: Any) -> Statement:
    about = f"the index, asked for {urls.redact(url)} {when}"
    try:
        index = _client(transport)(url, **query)
        stamps = tuple(row.timestamp for row in index.snapshots())
    except TransportError as error:
        return Statement(f"{about}: {error.message}", problem=error.kind)
    except StoreError as error:
        return Statement(f"{about}: {error.message}", problem="store-damaged")
    problem = _problem(index.response, stamps)
    said = f"no answer ({problem})" if problem else f"captures at {', '.join(stamps)}" if stamps else "no capture"
    recorded = f", recorded {index.response.recorded[:10]}" if index.response.recorded else ""
    return Statement(f"{about}: {said}{recorded}", () if problem else stamps, problem)


def _problem(response: Response, stamps: tuple[str, ...]) -> str:
    """Return why the answer is no statement, "" if it is one: a whole plain text of rows, or an empty one."""
    notice = answers.notice(response)
    if notice in (Row.OWNER, Row.ROBOTS):
        return "owner" if notice is Row.OWNER else "robots"
    if response.status != 200:
        named = {400: "bad-query", 429: "rate-limited"}
        return named.get(response.status, "archive-trouble" if response.status >= 500 else "unrecognised")
    plain = response.headers.get("content-type", "").lower().startswith("text/plain")
    readable = plain and not response.truncated and (stamps or not response.body.strip())
    return "" if readable else "unrecognised"


def _client(transport: Transport) -> Any:
    """Return waybackpy's class with our way of sending. It is imported late: waybackpy costs 100 ms."""
    from waybackpy.cdx_api import WaybackMachineCDXServerAPI
    from waybackpy.cdx_utils import full_url

    class Index(WaybackMachineCDXServerAPI):
        response = Response(0)

        def cdx_api_manager(self, payload: dict[str, str], headers: dict[str, str]) -> Generator[str, None, None]:
            url = full_url(self.endpoint, {**payload, "limit": self.limit})
            self.response = transport.send(Request(url, limit=answers.LIMIT))
            if self.response.status == 200:
                yield "\n".join(_rows(self.response))

    return Index


def _rows(response: Response) -> Iterator[str]:
    """Yield the lines that are rows: seven columns and a possible time. The real index holds others too."""
    for line in response.body.decode("utf-8", "replace").splitlines():
        columns = line.split(" ")
        if len(columns) == 7 and len(line) >= _SHORTEST and moment(columns[1]):
            yield line
