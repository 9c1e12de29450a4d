"""HTML pages as articles: every known program, with and without its classes, and pages that only print numbers."""

import re
from pathlib import Path

import pytest

from verifier.articles.html import PARSER, parse
from verifier.model.article import Article

PAGES = {path.stem: path.read_text("utf-8") for path in sorted((Path(__file__).parent / "html_pages").glob("*.html"))}
UNLINKED = ("printed", "printed_labels", "raised")
_LOOKS = re.compile(r"""\s(?:class|role|rel|title|typeof|data-[\w-]+|epub:type|frame|rules)(?:="[^"]*"|='[^']*')?""")


def bare(page: str) -> str:
    """Return a page as extractors leave it: without classes, roles and whatever else says what is what."""
    return _LOOKS.sub("", page)


def read(page: str) -> Article:
    return parse(page, "a.html")


def entries(article: Article) -> list[tuple[str, list[tuple[str | None, str]]]]:
    return [(each.heading, [(entry.label, entry.text) for entry in each.entries]) for each in article.lists]


@pytest.mark.parametrize(
    "page", [*PAGES.values(), *map(bare, PAGES.values())], ids=[*PAGES, *(f"{n}-bare" for n in PAGES)]
)
def test_every_program_is_read_alike_with_and_without_its_classes(page: str) -> None:
    article = read(page)

    assert ["1", "2", "1"] == [marker.label for marker in article.markers]
    assert [1, 2, 1] == [marker.number for marker in article.markers]
    assert ["Rye fell.", "Oats rose.", "Rye rose."] == [claim.text for claim in article.claims]
    assert [("References", [("1", "Doe. Rye."), ("2", "Roe. Oats.")])] == entries(article)


@pytest.mark.parametrize("name", [name for name in PAGES if name not in UNLINKED])
def test_every_linked_marker_leads_to_its_entry(name: str) -> None:
    article = read(PAGES[name])

    first, second = article.lists[0].entries
    assert [first.anchor, second.anchor, first.anchor] == [marker.anchor for marker in article.markers]
    assert all(marker.anchor for marker in article.markers)


@pytest.mark.parametrize("name", PAGES)
def test_every_marker_knows_its_place_in_the_file(name: str) -> None:
    page = PAGES[name]
    article = read(page)
    for marker in article.markers:
        (line, column), (_, end) = article.origin.ends(marker.span.start, marker.span.end)
        shown = page.splitlines()[line - 1][column - 1 : end - 1]
        assert marker.label == re.sub(r"<[^>]*>|&#\d+;|[\[\]]", "", shown)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_recognised(name: str) -> None:
    assert PARSER.recognises(PAGES[name], ".html") >= 60
