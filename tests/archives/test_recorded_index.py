"""Real answers of the index, 2020 to 2026, read as answers to our own questions."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from verifier.playback.answers import LIMIT
from verifier.wayback import index
from verifier.wayback.index import Listed, Statement
from verifier.web import Request, Response
from verifier.web.store import Replay

STAMP = "20200101000000"


class Answers:
    """A transport that gives one answer to every question."""

    def __init__(self, response: Response) -> None:
        self._response = response

    def send(self, request: Request) -> Response:
        return self._response


def recorded(shared: Path, name: str) -> Iterator[Response]:
    """Yield the answers of a cassette in the order of their addresses."""
    folder = shared / "data/archives/records"
    for path in sorted((folder / "web.archive.org").glob("cdx-*.json")):
        record = json.loads(path.read_text("utf-8"))
        if name in record["origin"]:
            yield Replay(str(folder)).send(Request(record["request"]["url"], limit=10 * LIMIT))


def said(url: str, response: Response) -> Statement:
    return index.nearest(url, STAMP, Answers(response))


# shared/data/archives/INDEX.md, its rows of the index: how many captures are distinct
@pytest.mark.parametrize(
    ("name", "url", "distinct"),
    [
        ("test_search.yaml", "http://nasa.gov/", 1),
        ("test_search_multipage", "http://cnn.com/", 96),
        ("test_search_does_not_repeat_results", "http://energystar.gov/", 15),
        ("tutorial", "http://nasa.gov/", 488),
    ],
)
def test_each_capture_is_listed_once(shared: Path, name: str, url: str, distinct: int) -> None:
    pages = [said(url, each) for each in recorded(shared, name)]
    captures = {capture for page in pages for capture in page.captures}

    assert pages
    assert {page.problem for page in pages} == {""}
    assert len(captures) == distinct


def test_revisits_are_as_good_as_what_they_repeat_and_redirects_are_not_pages(shared: Path) -> None:
    (answer,) = recorded(shared, "test_search_does_not_repeat_results")

    captures = said("http://energystar.gov/", answer).captures

    assert {each.original: False for each in captures if not each.good} == {"http://energystar.gov/": False}
    assert sum(each.good for each in captures) == len(captures) - 6


def test_a_blocked_page_is_excluded(shared: Path) -> None:
    (answer,) = recorded(shared, "test_search_raises_for_blocked_urls")

    assert said("https://nationalpost.com/health", answer).problem == "owner"


@pytest.mark.parametrize("name", ["test_search_with_filter_list", "test_search_with_filter_tuple"])
def test_rows_of_other_pages_are_no_captures_of_this_one(shared: Path, name: str) -> None:
    for answer in recorded(shared, name):
        assert said("http://nasa.gov/rye", answer).problem == "unrecognised"


@pytest.mark.parametrize(
    ("name", "url", "listed"),
    [
        ("bad_timestamp_cdx", "http://www.usatoday.com/2000/century/tech/004.htm", True),
        ("malformed_cdx", "https://www.epa.gov/", True),
        ("zero_length_cdx", "http://www.cnn.com/", True),
    ],
)
def test_odd_rows_crash_nothing_and_are_left_out(shared: Path, name: str, url: str, listed: bool) -> None:
    body = (shared / f"data/archives/edgi-wayback-cassettes/{name}.txt").read_bytes()

    found = said(url, Response(200, {"content-type": "text/plain"}, body))

    assert bool(found.captures) is listed
    assert all(isinstance(each, Listed) and len(each.stamp) == 14 for each in found.captures)
    assert not [each for each in found.captures if each.stamp[4:6] == "00" or each.stamp[6:8] == "00"]
