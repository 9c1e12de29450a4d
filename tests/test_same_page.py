"""One page, whatever its format: the same labels in the same order, and the same entries.

The wikitext engine is held to MediaWiki's legacy and Parsoid's HTML in articles/test_html_conformance.py; here the
chain goes on to the plain-text copy of the page, and to what a registry would be drafted from.
"""

from pathlib import Path

import pytest
from citetests import Case, load
from wikitext.pages import body_markers, evaluate

from verifier.articles import html, plaintext, wikitext
from verifier.model.article import Article


def labels(article: Article) -> list[str]:
    return [marker.label for marker in body_markers(article)]


def entries(article: Article) -> list[tuple[str | None, str]]:
    return [(entry.label, entry.text) for entry in article.main_list.entries] if article.main_list else []


def plain(shared: Path) -> list[Case]:
    """Return the cases that number plainly: a copy of no more than text holds no group and no note inside a note."""
    found = []
    for case in load(shared / "data" / "numbering" / "cite"):
        article = evaluate(case).article
        in_heading = case.id == "citeParserTests:4077"  # a lone heading with a marker, and none for the list
        flat = not in_heading and all(marker.label.isdecimal() and not marker.hidden for marker in article.markers)
        if flat and article.markers and len(body_markers(article)) == len(article.markers):
            found.append(case)
    return found


def test_wikitext_and_its_plain_text_copy_have_the_same_labels(shared: Path) -> None:
    found = plain(shared)
    wrong = {}
    for case in found:
        article = evaluate(case).article
        copy = plaintext.parse(article.text, "copy.txt")
        if labels(copy) != labels(article):
            wrong[case.id] = (labels(article), labels(copy))

    assert len(found) > 100
    assert wrong == {}


@pytest.mark.parametrize("page", ["readability-wikipedia.source", "readability-wikipedia-3.source"])
def test_a_page_and_its_plain_text_copy_have_the_same_labels_and_entries(shared: Path, page: str) -> None:
    text = (shared / "data" / "numbering" / "html" / f"{page}.html").read_text("utf-8")
    article = html.parse(text, "page.html")
    copy = plaintext.parse(article.text, "copy.txt")

    assert labels(copy) == labels(article)
    assert entries(copy) == entries(article)


@pytest.mark.parametrize("name", ["Arts_Club_of_Chicago", "Bodmin", "Harry-McPherson", "jodie_emery", "Antique-(band)"])
def test_a_real_article_and_its_plain_text_copy_have_the_same_labels_and_entries(shared: Path, name: str) -> None:
    text = (shared / "data" / "numbering" / "wikitext" / f"{name}.txt").read_text("utf-8")
    article = wikitext.parse(text, "page.wiki")
    copy = plaintext.parse(article.text, "copy.txt")

    assert labels(copy) == labels(article)
    assert entries(copy) == entries(article)
