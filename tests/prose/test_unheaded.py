"""Lists without a heading, at the end of a text: footnotes of word processors, of pandoc, typed below a line."""

import pytest

from verifier.articles import markdown, plaintext
from verifier.articles.html import parse as html
from verifier.model.article import Article

BODY = "Rye fell in May.[1] Oats rose.[2] Rye rose.[1]"
NOTES = ["Doe. Rye. 2016.", "Roe. Oats. 2017."]


def read(text: str) -> Article:
    return plaintext.PARSER.parse(text, "a.txt", "legacy")


def labels(article: Article) -> list[list[str | None]]:
    return [[entry.label for entry in each.entries] for each in article.lists]


@pytest.mark.parametrize(
    "end",
    [
        f"\n\n[1] {NOTES[0]}\n[2] {NOTES[1]}\n",  # Word
        f"\r\n________________\r\n[1] {NOTES[0]}\r\n\r\n[2] {NOTES[1]}\r\n",  # Google Docs
        "\n\n[1] Doe. Rye.\n2016.\n\n[2] Roe.\nOats. 2017.\n",  # pandoc
        f"\n\n---\n\n1. {NOTES[0]}\n2. {NOTES[1]}\n",
        f"\n\n[1] {NOTES[0]}\n[2] {NOTES[1]}\n\nThanks for reading!\n",
    ],
)
def test_the_last_lines_are_the_list_if_the_text_cites_them(end: str) -> None:
    article = read(f"Grain\n\n{BODY}{end}")

    assert ["1", "2", "1"] == [marker.label for marker in article.markers]
    assert [["1", "2"]] == labels(article)
    assert NOTES == [entry.text for entry in article.lists[0].entries]


def test_a_list_that_lost_entries_is_one() -> None:
    body = "Rye fell.[1] Oats rose.[2] Rye rose.[3]"

    assert [["1", "3"]] == labels(read(f"{body}\n\n[1] Doe. Rye.\n[3] Roe. Oats.\n"))
    assert [["2", "3"]] == labels(read(f"{body}\n____\n[2] Doe. Rye.\n[3] Roe. Oats.\n"))


@pytest.mark.parametrize(
    "text",
    [
        "[1] The appeal is dismissed.\n\n[2] The court has heard the parties.\n\n[3] There is no order for costs.\n",
        f"{BODY}\n\n1. Sow the rye.\n2. Wait for rain.\n",  # steps
        f"{BODY}\n\n[7] Doe. Rye.\n[8] Roe. Oats.\n",
    ],
)
def test_other_lines_with_numbers_are_no_list(text: str) -> None:
    assert () == read(text).lists


def test_markdown_and_html_have_such_lists() -> None:
    typed = markdown.PARSER.parse(f"# Grain\n\n{BODY}\n\n---\n\n[1] Doe. Rye.\n\n[2] Roe. Oats.\n", "a.md", "legacy")
    page = html(f"<p>{BODY}</p><hr><p>[1] Doe. Rye.</p><p>[2] Roe. Oats.</p>", "a.html")

    for article in (typed, page):
        assert [["1", "2"]] == labels(article)
        assert ["1", "2", "1"] == [marker.label for marker in article.markers]


def test_raised_labels_are_numbers() -> None:
    article = read(
        "Rye fell.\u00b9 Oats rose.\u00b2 Rye rose.\u00b9\n\n\u00b9 Doe. Rye. 2016.\n\u00b2 Roe. Oats. 2017.\n"
    )

    assert [["1", "2"]] == labels(article)
    assert ["1", "2", "1"] == [marker.label for marker in article.markers]
