"""The second witness: the Wayback Machine's index of captures (CDX), asked through waybackpy.

waybackpy 3.0.6 builds the address and reads the rows. Its own way of sending has no timeout and reports a rate limit
as "no captures", so one overridden method sends through our transport instead
(https://github.com/akamhy/waybackpy/blob/3.0.6/waybackpy/cdx_api.py, `cdx_api_manager`).
"""

from collections.abc import Callable, Generator, Iterator
from typing import Any

from verifier import urls
from verifier.errors import InputError, StoreError, TransportError
from verifier.model.evidence import Witness
from verifier.playback import answers
from verifier.playback.answers import Row
from verifier.urls import moment
from verifier.values import frozen
from verifier.wayback.site import NOTICES
from verifier.web import Request, Response, Transport

SERVICE = "index"
_SHORTEST = 46  # characters: waybackpy drops a shorter line in silence
_REVISIT = "-"  # the status of a capture that was the same as an earlier one


@frozen
class Listed:
    """One capture that the index lists; `good` tells that it is a page, or the same as a listed page.

    `digest` is the SHA-1 of its content (base 32): equal ones mean equal content.
    """

    stamp: str
    original: str
    status: str
    digest: str
    good: bool


@frozen
class Statement:
    """What the index said: the captures it lists, or in `problem` why it said nothing.

    `problem` is a reason of a verdict ("rate-limited", "not-recorded" ...), "owner" or "robots" for an exclusion.
    """

    witness: Witness
    captures: tuple[Listed, ...] = ()
    problem: str = ""

    @property
    def stamps(self) -> tuple[str, ...]:
        """Return the times of all captures."""
        return tuple(each.stamp for each in self.captures)


def at_second(url: str, stamp: str, transport: Transport) -> Statement:
    """Ask for the captures of the page at exactly this second."""
    query = {"start_timestamp": stamp, "end_timestamp": stamp, "limit": 10}
    return _ask("at that second", url, transport, query, lambda row: _is_of(url, row))


def nearest(url: str, stamp: str, transport: Transport) -> Statement:
    """Ask for the captures of the page at any time, those nearest to the second first."""
    query = {"closest": stamp, "sort": "closest", "limit": 5}
    return _ask("at any time", url, transport, query, lambda row: _is_of(url, row))


def under(prefix: str, days: tuple[str, str], word: str, transport: Transport) -> Statement:
    """Ask for the captures between two days (8 digits each) of pages whose address begins so and holds the word.

    On large sites it takes the index too long (https://github.com/internetarchive/wayback/issues/285): it is asked
    once, and the caller keeps the prefix long and the days few. The word is of letters and digits.
    """
    query = {
        "match_type": "prefix",
        "start_timestamp": days[0],
        "end_timestamp": days[1],
        "filters": [f"original:.*{word}.*"],
        "limit": 200,
    }
    begin = urls.page_key(prefix)
    about = f'from {days[0]} to {days[1]}, and what begins so, with "{word}"'
    return _ask(about, prefix, transport, query, lambda row: _begins(begin, row), once=True)


def _ask(
    when: str,
    url: str,
    transport: Transport,
    query: dict[str, Any],
    is_meant: Callable[[Any], bool],
    *,
    once: bool = False,
) -> Statement:
    about = f"the index, asked for {urls.redact(url)} {when}"
    try:
        index = _client(transport, once)(url, **query)
        rows = list(index.snapshots())
    except TransportError as error:
        return Statement(Witness(SERVICE, f"{about}: {error.message}"), problem=error.kind)
    except StoreError as error:
        return Statement(Witness(SERVICE, f"{about}: {error.message}"), problem="store-damaged")
    captures = _captures([row for row in rows if is_meant(row)])
    problem = _problem(index.response, bool(captures))
    stamps = ", ".join(each.stamp for each in captures)
    said = f"no answer ({problem})" if problem else f"captures at {stamps}" if stamps else "no capture"
    witness = Witness(SERVICE, f"{about}: {said}", index.response.recorded)
    return Statement(witness, () if problem else captures, problem)


def _captures(rows: list[Any]) -> tuple[Listed, ...]:
    """Return each capture once. A revisit is as good as a row with its digest, or may be, if none is listed."""
    known = {row.digest: row.statuscode for row in rows if row.statuscode != _REVISIT}
    found: dict[Listed, None] = {}
    for row in rows:
        status = known.get(row.digest, _REVISIT) if row.statuscode == _REVISIT else row.statuscode
        good = status == _REVISIT or status.startswith("2")
        found.setdefault(Listed(row.timestamp, row.original, row.statuscode, row.digest, good))
    return tuple(found)


def _is_of(url: str, row: Any) -> bool:
    """Tell whether a row is about the page that was asked for: a wrong answer must not be taken for another date."""
    try:
        return urls.page_key(url) in (row.urlkey, urls.page_key(row.original))
    except InputError:  # the real index has rows of addresses that are none
        return False


def _begins(key: str, row: Any) -> bool:
    """Tell whether a row is about a page below the prefix with this key."""
    try:
        return urls.page_key(row.original).startswith(key)
    except InputError:
        return False


def _problem(response: Response, listed: bool) -> str:
    """Return why the answer is no statement, "" if it is one: a whole plain text of rows, or an empty one."""
    notice = answers.notice(response, NOTICES)
    if notice in (Row.OWNER, Row.ROBOTS):
        return "owner" if notice is Row.OWNER else "robots"
    if response.status != 200:
        named = {400: "bad-query", 429: "rate-limited"}
        return named.get(response.status, "archive-trouble" if response.status >= 500 else "unrecognised")
    plain = response.headers.get("content-type", "").lower().startswith("text/plain")
    readable = plain and not response.truncated and (listed or not response.body.strip())
    return "" if readable else "unrecognised"


def _client(transport: Transport, once: bool) -> Any:
    """Return waybackpy's class with our way of sending. It is imported late: waybackpy costs 100 ms."""
    from waybackpy.cdx_api import WaybackMachineCDXServerAPI
    from waybackpy.cdx_utils import full_url

    class Index(WaybackMachineCDXServerAPI):
        response = Response(0)

        def cdx_api_manager(self, payload: dict[str, str], headers: dict[str, str]) -> Generator[str, None, None]:
            url = full_url(self.endpoint, {**payload, "limit": self.limit})
            self.response = transport.send(Request(url, limit=answers.LIMIT, once=once))
            if self.response.status == 200:
                yield "\n".join(_rows(self.response))

    return Index


def _rows(response: Response) -> Iterator[str]:
    """Yield the lines that are rows: seven columns and a possible time. The real index holds others too."""
    for line in response.body.decode("utf-8", "replace").splitlines():
        columns = line.split(" ")
        if len(columns) == 7 and len(line) >= _SHORTEST and moment(columns[1]):
            yield line
