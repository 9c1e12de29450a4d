"""Answers of wikis and sites written by hand, on invented pages, and a transport that gives only these."""

import json
from collections.abc import Mapping
from typing import Any

from verifier.errors import NotRecorded, VerifierError
from verifier.web import Request, Response

SEEN = "2026-11-24T12:00:00Z"
HOST = "en.wikipedia.org"
RYE = (
    '<div class="mw-content-ltr mw-parser-output" lang="en" dir="ltr"><p>Rye fell in 2016.'
    '<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup></p>'
    '<ol class="references"><li id="cite_note-1"><span class="reference-text">Doe. "Rye falls". 3 May 2016.</span></li>'
    "</ol></div>"
)
Answers = Mapping[str, Response | VerifierError]


class Scripted:
    """A transport of known answers; anything else is not recorded. `asked` lists the URLs in order."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def send(self, request: Request) -> Response:
        self.asked.append(request.url)
        answer = self.answers.get(request.url) or NotRecorded(f"GET {request.url} is not recorded", "run it online")
        if isinstance(answer, VerifierError):
            raise answer
        return answer


def said(value: object, status: int = 200, **headers: str) -> Response:
    """Return an answer in JSON; underscores in header names are dashes."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Response(
        status, {"content-type": "application/json; charset=utf-8", **named}, json.dumps(value).encode(), recorded=SEEN
    )


def html(text: str, status: int = 200, kind: str = "text/html; charset=utf-8", location: str = "") -> Response:
    """Return a page, or a redirect to `location`."""
    headers = {"content-type": kind} | ({"location": location} if location else {})
    return Response(status, headers, text.encode(), recorded=SEEN)


def which(title: str, host: str = HOST, name: str = "titles", more: str = "") -> str:
    """Return the question for the newest revision of a page; `title` is percent-encoded."""
    return (
        f"https://{host}/w/api.php?action=query&prop=info&redirects=1&converttitles=1&{name}={title}{more}"
        "&format=json&formatversion=2&maxlag=5"
    )


def text(revision: int, host: str = HOST, more: str = "") -> str:
    """Return the question for the HTML of a revision."""
    return (
        f"https://{host}/w/api.php?action=parse&oldid={revision}&prop=text%7Crevid%7Cdisplaytitle&usearticle=1"
        f"&disableeditsection=1&disablelimitreport=1{more}&format=json&formatversion=2&maxlag=5"
    )


def newest(title: str, revision: int, **query: Any) -> Response:
    """Return the answer that names the newest revision of a page."""
    page = {"pageid": 7, "ns": 0, "title": title, "contentmodel": "wikitext", "lastrevid": revision, "length": 99}
    return said({"batchcomplete": True, "query": {**query, "pages": [page]}})


def parsed(title: str, revision: int, body: str = RYE, shown: str = "") -> Response:
    """Return the answer that holds the HTML of a revision."""
    page = {"title": title, "pageid": 7, "revid": revision, "text": body, "displaytitle": shown or title}
    return said({"parse": page})


def failed(code: str, info: str = "", **headers: str) -> Response:
    """Return the answer of a wiki that says why not."""
    return said({"error": {"code": code, "info": info}}, 200, **headers)


RYE_URL = f"https://{HOST}/wiki/Rye"
RYE_PERMANENT = f"https://{HOST}/w/index.php?title=Rye&oldid=123"
WIKI: Answers = {which("Rye"): newest("Rye", 123), text(123): parsed("Rye", 123)}
