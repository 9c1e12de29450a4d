"""A registry with a reference whose address is lost, and an archive that holds the page."""

import datetime as dt

from verifier.lost import search
from verifier.lost.search import Found
from verifier.model.registry import Registry
from verifier.registry.parse import parse
from verifier.web import Request, Response, Transport

from .scripted import NOT_ARCHIVED, SEEN, Answers, at, elsewhere
from .test_arrival import plays

TODAY = dt.date(2026, 11, 26)
TITLE = "Council approves the new harbour plan"
SLUG = "council-approves-the-new-harbour-plan"
PAGE = (
    f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{'The plan was approved. ' * 90}</body></html>"
)
NOON, TAKEN, TAKEN_MOMENT = "20190305120000", "20190305081500", "Tue, 05 Mar 2019 08:15:00 GMT"
OUTLET = '[[outlet]]\nnames = ["The Courier"]\nhosts = ["courier.example"]\n'
ARTICLES = 'articles = ["https://courier.example/news/{slug}/"]\n'
FOLDERS = 'folders = ["https://courier.example/{year}/{month}/{day}/"]\n'
GUESS = f"https://courier.example/news/{SLUG}/"
LISTED = f"https://courier.example/2019/03/03/{SLUG}"
LOST = f"""
[[reference]]
id = "plan"
title = "{TITLE}"
outlet = "Courier"  # the paper
published = 2019-03-03
archived = 2019-03-05
# not in the article's list: url, archive_url

"""


def registry(extra: str = "") -> Registry:
    return parse(f"schema = 1\n{extra}{LOST}".encode(), "references.toml", today=TODAY)


def found(extra: str, transport: Transport, most: int = 60) -> Found:
    known = registry(f'[article]\npath = "a"\n{extra}')
    (only,) = search.search(known, search.wanted(known), transport, most)
    return only


class Anything:
    """A transport that plays some pages, lists some rows, and holds nothing else. `asked` are the URLs."""

    def __init__(self, answers: Answers, rows: str = "", status: int = 200) -> None:
        self.answers, self.asked, self.requests = answers, list[str](), list[Request]()
        self._listing = Response(status, {"content-type": "text/plain"}, rows.encode(), recorded=SEEN)

    def send(self, request: Request) -> Response:
        self.asked.append(request.url)
        self.requests.append(request)
        if "/cdx/" in request.url:
            return self._listing
        answer = self.answers.get(request.url, NOT_ARCHIVED)
        assert isinstance(answer, Response)
        return answer


def row(url: str, stamp: str = TAKEN, status: str = "200") -> str:
    from verifier.urls import page_key

    return f"{page_key(url)} {stamp} {url} text/html {status} {'A' * 32} 999\n"


GUESSED: Answers = {at(GUESS, NOON): elsewhere(TAKEN, GUESS), at(GUESS, TAKEN): plays(PAGE, TAKEN_MOMENT)}
