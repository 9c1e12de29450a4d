"""Answers of the Wayback Machine written by hand, on reserved domains, and a transport that gives only these."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from verifier import urls
from verifier.archives.wayback import ARCHIVE
from verifier.errors import NotRecorded, VerifierError
from verifier.model.dates import Dates
from verifier.model.evidence import Lookup
from verifier.model.registry import Reference
from verifier.web import Request, Response

TS = "20200102030405"
MOMENT = "Thu, 02 Jan 2020 03:04:05 GMT"
PAGE = "http://example.org/news/story"
MOVED = "http://example.org/2020/story"
NEAR, FAR = "20200102030505", "20200301000000"
NEAR_MOMENT, FAR_MOMENT = "Thu, 02 Jan 2020 03:05:05 GMT", "Sun, 01 Mar 2020 00:00:00 GMT"
SEEN = "2026-05-12T23:52:58Z"
Answers = Mapping[str, Response | VerifierError]


class Scripted:
    """A transport of known answers; anything else is not recorded. `asked` lists the URLs in order."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def send(self, request: Request) -> Response:
        self.asked.append(request.url)
        answer = self.answers.get(request.url) or NotRecorded(f"GET {urls.redact(request.url)} is not recorded")
        if isinstance(answer, VerifierError):
            raise answer
        return answer


def snapshot(url: str = PAGE, stamp: str = TS) -> str:
    """Return the address that people cite."""
    return f"https://web.archive.org/web/{stamp}/{url}"


def at(url: str = PAGE, stamp: str = TS) -> str:
    """Return the address that is asked."""
    return f"https://web.archive.org/web/{stamp}id_/{url}"


def capture(status: int = 200, when: str = MOMENT, location: str = "") -> Response:
    """Return a captured answer of the site."""
    headers = {"content-type": "text/html", "memento-datetime": when}
    return Response(status, headers | ({"location": location} if location else {}), b"<p>Story", recorded=SEEN)


def elsewhere(stamp: str, url: str = PAGE) -> Response:
    """Return the archive's redirect to the closest capture."""
    headers = {"x-archive-redirect-reason": f"found capture at {stamp}", "location": at(url, stamp)}
    return Response(302, headers, recorded=SEEN)


def page(text: str, status: int = 200, **headers: str) -> Response:
    """Return a page of the archive itself; underscores in header names are dashes."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(status, {"content-type": "text/html", **named}, text.encode(), recorded=SEEN)


NOT_ARCHIVED = page("<p>The Wayback Machine has not archived that URL.", 404)


def index(*stamps: str, status: int = 200, text: str | None = None) -> Response:
    """Return an answer of the index with a row per stamp, or with this text."""
    digest = "A" * 32
    rows = "".join(f"org,example)/news/story {stamp} {PAGE} text/html 200 {digest} 99\n" for stamp in stamps)
    return Response(status, {"content-type": "text/plain"}, (rows if text is None else text).encode(), recorded=SEEN)


def exact(url: str = PAGE, stamp: str = TS) -> str:
    """Return the question to the index for one second."""
    query = f"from={stamp}&to={stamp}&gzip=false&url={quote(url, safe='')}&limit=10"
    return f"https://web.archive.org/cdx/search/cdx?{query}"


def nearest(url: str = PAGE, stamp: str = TS) -> str:
    """Return the question to the index for the captures nearest to a second."""
    query = f"gzip=false&closest={stamp}&sort=closest&url={quote(url, safe='')}&limit=5"
    return f"https://web.archive.org/cdx/search/cdx?{query}"


CANARY: Answers = {
    at("http://www.nasa.gov/", "19961231235847"): capture(when="Tue, 31 Dec 1996 23:58:47 GMT"),
    at("https://this-is-not-real-url.whatever/", "20170929002712"): NOT_ARCHIVED,
}
SICK: Answers = {at("http://www.nasa.gov/", "19961231235847"): NOT_ARCHIVED}


def redirected(target: str, answer: Response | None = None) -> Answers:
    """Return a captured redirect to the target, and what the archive says there."""
    start = {at(): capture(301, location=at(target))}
    return start if answer is None else {**start, at(target): answer}


def day(text: str) -> Dates:
    """Return the date a reference states."""
    parsed = dt.date.fromisoformat(text)
    return Dates(parsed, parsed)


@dataclass
class Case:
    """What is cited, what the archive answers, and the verdict and reason that must follow."""

    name: str
    expected: str
    answers: Answers = field(default_factory=dict)
    archive_url: str = snapshot()
    cited: Reference = field(default_factory=lambda: Reference("a", 1))
    also: tuple[str, ...] = ()
    proposal: str | None = None
    evidence: str = ""
    today: dt.date | None = None

    def look(self) -> tuple[Lookup, Scripted]:
        """Return the lookup and the transport that was asked."""
        transport = Scripted(self.answers)
        cited = replace(self.cited, archive_url=self.archive_url)
        return ARCHIVE.look(cited, transport, today=self.today), transport

    def check(self) -> None:
        """Fail unless verdict, reason and all that belongs to them are as expected."""
        lookup, transport = self.look()

        assert f"{lookup.verdict} {lookup.reason}".strip() == self.expected, lookup.evidence
        assert lookup.also == self.also
        assert lookup.proposal == self.proposal
        assert self.evidence in " ".join(lookup.evidence)
        assert all(url.startswith("https://web.archive.org/") for url in transport.asked)
        assert len(transport.asked) == len(set(transport.asked))


class Forbidden:
    """A transport that must not be used."""

    def send(self, request: Request) -> Response:
        raise AssertionError(f"asked for {request.url}")
