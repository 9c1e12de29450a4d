"""Whatever a page is: it is read, in linear time, and everything that is said of it stands inside it."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from places import must_hold

from verifier.articles.html import parse

PAGES = [path.read_text("utf-8") for path in sorted((Path(__file__).parent / "html_pages").glob("*.html"))]
PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<ol>",
            "</ol>",
            "<li>",
            "<li id='cite_note-1'>",
            "<li id=fn1>",
            "<h2>References</h2>",
            "<sup>",
        ),
        *(
            "</sup>",
            "<a href='#cite_note-1'>",
            "<a href='#fn1' id=r1>",
            "<a href='#r1'>",
            "</a>",
            "[1]",
            "1",
            "a",
            "(2)",
        ),
        *(
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<dl class=footnote>",
            "<dt id=x>",
            "<dd>",
            "<aside role=doc-footnote>",
        ),
        *("<a href='#x'>[1]</a>", "<span hidden>", "</span>", "&#91;", "&amp;", "\n", " ", "Rye fell. ", "<!--", "-->"),
        *(
            "<ol start=3 type=i>",
            "<img alt='[1]'>",
            "<b data-mw='<a href=\"#cite_note-1\">[1]</a>'>",
            "<title>",
            "<svg/>",
        ),
        *("<p>[1] Doe.</p>", "<p>1. Roe.</p>", "<xref ref-type=bibr rid='x y'>", "<ul>", "<nav>", "<main>", "<code>"),
    ]
)
MARKUP = st.lists(PIECES, max_size=40).map("".join)


@given(MARKUP)
@settings(max_examples=300)
def test_any_markup_is_read(page: str) -> None:
    must_hold(page, parse(page, "a.html"))


@given(st.text(max_size=200))
def test_any_text_is_read(page: str) -> None:
    must_hold(page, parse(page, "a.html"))
    must_hold("<p>" + page, parse("<p>" + page, "a.html"))


@given(
    st.sampled_from(PAGES),
    st.integers(0, 3000),
    st.integers(0, 80),
    st.sampled_from(["", "<", '"', "<p>", "</li>", "<!--"]),
)
def test_a_damaged_page_is_read(page: str, start: int, length: int, put: str) -> None:
    damaged = page[: start % len(page)] + put + page[start % len(page) + length :]
    must_hold(damaged, parse(damaged, "a.html"))


@given(st.sampled_from(PAGES), st.integers(0, 60))
def test_a_page_without_one_of_its_tags_is_read(page: str, number: int) -> None:
    tags = list(re.finditer(r"<[^>]*>", page))
    gone = tags[number % len(tags)]
    damaged = page[: gone.start()] + page[gone.end() :]
    must_hold(damaged, parse(damaged, "a.html"))


def test_every_character_of_a_text_stands_where_it_says(shared: Path) -> None:
    page = (shared / "data/numbering/html/readability-wikipedia.expected.html").read_text("utf-8")
    article = parse(page, "a.html")
    lines = page.split("\n")
    wrong = 0
    for offset, char in enumerate(article.text):
        line, column = article.origin.at(offset)
        if char.isalpha() and lines[line - 1][column - 1] not in (char, "&", "<"):
            wrong += 1

    assert 0 == wrong


HOSTILE = {
    "tags cut off": "<a " * 33_000,
    "quotes cut off": '<a b="' * 16_000,
    "open brackets": "<" * 100_000,
    "depth": "<div>" * 20_000,
    "lists in lists": '<ol><li id="cite_note-1">' * 4_000,
    "tables in tables": "<table><tr><td>" * 6_000,
    "markers": '<sup><a href="#cite_note-1">[1]</a></sup>' * 2_400,
    "links in one superscript": '<sup><a href="#cite_note-1">' * 3_500,
    "links back": "<ol><li id=cite_note-1>" + '<a href="#cite_ref-1">a</a>' * 3_700,
    "hidden": '<div hidden><a href="#cite_note-1">1</a>' * 2_500,
    "navigation": "<main></main>" + "<nav>" * 10_000 + '<a href="#cite_note-1">1</a>' * 1_700,
    "headings and lists": "<h2>References</h2><p>1. x</p>" * 3_300,
    "printed lists": "<p>References</p><p>[1] x 2001.</p>" * 2_800,
    "references of entities": "&" * 100_000,
    "one attribute": "<a b='" + "x " * 49_000 + "'>",
    "ids of one marker": f'<article xmlns:xlink=""><xref ref-type="bibr" rid="{"B1 " * 33_000}">1</xref>',
    "numbers of one marker": '<a href="#cite_note-1">' + "1," * 49_000 + "</a>",
    "ranges": '<a href="#cite_note-1">1</a>-<a href="#cite_note-1">19</a>' * 1_700,
    "labels": "<ol type=i class=references>" + "<li>" * 24_000,
    "terms": "<dl class=footnote>" + "<dt id=a>1<dd>x" * 6_600,
    "data": "<b data-mw='#cite_note-<a href=\"#cite_note-1\">[1]'>" * 2_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_takes_linear_time(name: str) -> None:
    page = HOSTILE[name]
    half = _seconds(page[: len(page) // 2])
    whole = _seconds(page)

    assert whole < 60  # under a second on a quiet machine; bench/html.py measures
    assert whole < 6 * half + 1  # twice, if it is linear


def _seconds(page: str) -> float:
    start = time.process_time()
    must_hold(page, parse(page, "a.html"))
    return time.process_time() - start


def test_twenty_thousand_references_are_read() -> None:
    """bench/html.py reads a hundred thousand."""
    uses = "".join(f'<p>R.<sup><a href="#cite_note-{number}">[{number}]</a></sup>' for number in range(1, 20_001))
    entries = "".join(f'<li id="cite_note-{number}">T' for number in range(1, 20_001))
    article = parse(f"{uses}<h2>References</h2><ol>{entries}</ol>", "a.html")

    assert (20_000, 20_000) == (len(article.markers), len(article.lists[0].entries))
    assert "20000" == article.lists[0].entries[-1].label


def test_lists_in_lists_have_no_label_that_grows_with_each() -> None:
    article = parse('<ol><li id="cite_note-1">Rye. 2016.' * 500, "page.html")
    labels = [entry.label for each in article.lists for entry in each.entries]

    assert labels[:3] == ["1", "1.1", None]
    assert len(article.text) < 500 * 40
