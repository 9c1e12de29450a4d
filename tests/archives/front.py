"""A Wayback Machine in memory: it plays the captures of a WARC as web.archive.org would, for tests only.

The shape of its answers is that of the recordings in the shared data: redirects to the closest capture with their
reason, captured redirects rewritten, the archive's own notices, and an index of seven columns.
"""

import datetime as dt
import gzip
import re
from dataclasses import dataclass
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import parse_qs, urljoin

from verifier import urls
from verifier.errors import InputError, NotRecorded
from verifier.urls import moment
from verifier.web import Request, Response

from .scripted import CANARY, NOT_ARCHIVED, SEEN, page

_PLAY = re.compile(r"https://web\.archive\.org/web/([0-9]{14})id_/(.+)", re.S)
EXCLUDED = page("This URL has been excluded from the Wayback Machine.")


@dataclass(frozen=True)
class Held:
    """One capture: when, of which URL, and the answer as it was."""

    stamp: str
    url: str
    status: int
    headers: dict[str, str]
    body: bytes
    digest: str
    revisit: bool = False


class Front:
    """A transport that answers from captures. `asked` lists the URLs in order."""

    def __init__(self, held: list[Held], excluded: tuple[str, ...] = ()) -> None:
        self.excluded = excluded
        self.asked: list[str] = []
        self._by_key: dict[str, list[Held]] = {}
        for each in held:
            self._by_key.setdefault(urls.page_key(each.url), []).append(each)

    def send(self, request: Request) -> Response:
        self.asked.append(request.url)
        if request.url in CANARY:
            answer = CANARY[request.url]
            assert isinstance(answer, Response)
            return answer
        if not request.url.startswith("https://web.archive.org/"):
            raise NotRecorded(f"GET {request.url} is not recorded")
        play = _PLAY.fullmatch(request.url)
        return self._play(play[1], play[2]) if play else self._index(request.url)

    def _play(self, stamp: str, url: str) -> Response:
        if urls.parse(url).host in self.excluded:
            return EXCLUDED
        held = self._held(url)
        if not held:
            return NOT_ARCHIVED
        closest = min(held, key=lambda each: _gap(each.stamp, stamp))
        address = f"https://web.archive.org/web/{closest.stamp}id_/"
        if closest.stamp != stamp:
            reason = f"found capture at {closest.stamp}"
            return Response(302, {"location": address + url, "x-archive-redirect-reason": reason}, recorded=SEEN)
        taken = moment(stamp)
        assert taken is not None
        headers = {**closest.headers, "memento-datetime": format_datetime(taken, usegmt=True)}
        if "location" in headers:
            headers["location"] = address + urljoin(closest.url, headers["location"])
        return Response(closest.status, headers, closest.body, recorded=SEEN)

    def _held(self, url: str) -> list[Held]:
        try:
            return self._by_key.get(urls.page_key(url), [])
        except InputError:
            return []

    def _index(self, address: str) -> Response:
        query = {name: values[0] for name, values in parse_qs(address.partition("?")[2]).items()}
        held = self._held(query["url"])
        if "from" in query:
            held = [each for each in held if query["from"] <= each.stamp <= query["to"]]
        held = sorted(held, key=lambda each: _gap(each.stamp, query.get("closest", each.stamp)))
        rows = [_row(each) for each in held[: int(query["limit"])]]
        return Response(200, {"content-type": "text/plain"}, "".join(rows).encode(), recorded=SEEN)


def _row(held: Held) -> str:
    kind = "warc/revisit -" if held.revisit else f"text/html {held.status}"
    return f"{urls.page_key(held.url)} {held.stamp} {held.url} {kind} {held.digest} {len(held.body) + 99}\n"


def _gap(stamp: str, other: str) -> dt.timedelta:
    first, second = moment(stamp), moment(other)
    assert first is not None and second is not None
    return abs(first - second)


def read_warc(path: Path) -> list[Held]:
    """Return the captures of a WARC (ISO 28500), revisits with the body of the record they repeat."""
    held: list[Held] = []
    data = gzip.decompress(path.read_bytes())
    while data:
        head, _, rest = data.partition(b"\r\n\r\n")
        about = _headers(head)
        size = int(about["content-length"])
        block, data = rest[:size], rest[size:].lstrip(b"\r\n")
        if about["warc-type"] in ("response", "revisit"):
            held.append(_capture(about, block, held))
    return held


def _capture(about: dict[str, str], block: bytes, earlier: list[Held]) -> Held:
    head, _, body = block.partition(b"\r\n\r\n")
    digest = about["warc-payload-digest"].partition(":")[2]
    first = next((each for each in earlier if each.digest == digest), None)
    revisit = about["warc-type"] == "revisit"
    stamp = re.sub("[^0-9]", "", about["warc-date"])
    if revisit and first:
        return Held(stamp, about["warc-target-uri"], first.status, first.headers, first.body, digest, True)
    status = int(head.split(b" ", 2)[1])
    kept = {name: value for name, value in _headers(head).items() if name in ("content-type", "location")}
    return Held(stamp, about["warc-target-uri"], status, kept, body, digest, revisit)


def _headers(head: bytes) -> dict[str, str]:
    pairs = (line.partition(": ") for line in head.decode("utf-8", "replace").split("\r\n")[1:])
    return {name.lower(): value for name, _, value in pairs}
