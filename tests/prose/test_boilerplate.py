"""What a mirror leaves of its page: every phrase is noticed, and nothing that is cited ever vanishes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.model.article import Remark, Span
from verifier.prose import boilerplate, headings
from verifier.text import lines


def rows(text: str) -> list[Span]:
    return [Span(start, end) for start, end in lines(text)]


def find(text: str, title: str = "", cited: list[Span] | None = None) -> list[tuple[str, str]]:
    return [(remark.kind, remark.text) for remark in boilerplate.find(text, rows(text), title, cited or [])]


def empty(text: str) -> list[Remark]:
    return list(boilerplate.empty_sections(text, rows(text), headings.word))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Quick Facts Area, Yield ...", "quick-facts"),
        ("  quick facts", "quick-facts"),
        ("More information", "quick-facts"),
        ("Close", "quick-facts"),
        ("Add article description", "add-description"),
        ("Add a description", "add-description"),
        ("Share this article:", "share-links"),
        ("Share on Facebook", "share-links"),
        ("Tweet", "share-links"),
        ("Print", "share-links"),
        ("Printable version", "share-links"),
        ("Download as PDF", "share-links"),
        ("This article uses material from the Grain Encyclopedia", "licence-footer"),
        ("Text is available under a free licence", "licence-footer"),
        ("All of it is licensed under the Creative Commons licence", "licence-footer"),
        ("From Wikipedia, the free encyclopedia", "site-furniture"),
        ("Jump to navigation", "site-furniture"),
        ("Toggle the table of contents", "site-furniture"),
        ("Categories: Rye | Oats", "site-furniture"),
        ("Hidden categories: none", "site-furniture"),
        ("This page was last edited on 3 May 2016", "site-furniture"),
        ("Last edited on 3 May 2016", "site-furniture"),
    ],
)
def test_phrases_of_mirrors(line: str, kind: str) -> None:
    assert [(kind, " ".join(line.split()))] == find(f"Rye fell.\n{line}\nOats rose.")


@pytest.mark.parametrize(
    "line",
    [
        "Close to the mill rye fell.",
        "More information came in May.",
        "Tweets about rye fell.",
        "Printers fell.",
        "Farmers share this view.",
        "Share this loaf with your neighbours.",
        "Share on the harvest was a third.",
        "The quick facts of rye",
        "",
    ],
)
def test_sentences_that_only_begin_alike_are_text(line: str) -> None:
    assert find(line) == []


def test_a_cited_line_is_never_boilerplate() -> None:
    text = "Share this loaf.[1]\nShare this article:\nJump to content[2]"

    assert find(text, "", [Span(16, 19), Span(55, 58)]) == [("share-links", "Share this article:")]


def test_a_title_is_remarked_where_it_is_said_again() -> None:
    text = "Rye_farming\nRye farming\n  RYE  Farming \nRye farming in spring\n"

    assert find(text, "Rye farming") == [("title-repeated", "Rye farming"), ("title-repeated", "RYE Farming")]
    assert find(text, "") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("See also\n\n\nReferences\n\n1. Rye", ["See also"]),
        ("See also\n\nBarley\n\nReferences\n\n1. Rye", []),
        ("See also\n\nExternal links\n\nThe mill", ["See also"]),
        ("Rye.\n\nFurther reading[edit]\n", ["Further reading[edit]"]),
        ("== Gallery ==\n== External links ==\n", ["== Gallery ==", "== External links =="]),
        ("Fields\n\nReferences\n\n1. Rye", []),
        ("See also the mill on the river, which fell in the year of the great flood\n", []),
    ],
)
def test_sections_without_text(text: str, names: list[str]) -> None:
    found = empty(text)

    assert names == [remark.text for remark in found]
    assert {"empty-section"} >= {remark.kind for remark in found}


@given(st.text(max_size=60).filter(str.strip), st.text(max_size=20))
def test_any_text_is_searched(text: str, title: str) -> None:
    found = [*boilerplate.find(text, rows(text), title, []), *empty(text)]

    for remark in found:
        assert remark.span in rows(text)
        assert remark.text == " ".join(text[remark.span.start : remark.span.end].split())
