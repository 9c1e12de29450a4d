"""Markdown: GitHub's footnotes numbered as GitHub numbers them, links with numbers, typed lists, citation keys."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from places import must_hold

from verifier import api
from verifier.articles import html
from verifier.articles.markdown import PARSER
from verifier.model.article import Article

PIECES = [
    *"[^ ] [^a] [^b]: [^a]: [1] [1]: ( ) ! ` ``` > - * # ~~~ --- | @doe; ---\n <div> <!-- --> \\ https://example.org".split(),
    *[" ", "\n", "\n\n", "    ", "word"],
]  # fmt: skip


def parse(text: str) -> Article:
    return PARSER.parse(text, "page.md", "legacy")


def shown(article: Article) -> tuple[list[str], list[str]]:
    """Return the labels of notes that readers see, in order, and the texts of the notes without their blanks.

    Links with numbers, which are read as citations too, are no notes.
    """
    spans = [each.span for each in article.lists]
    labels = [
        marker.label
        for claim in article.claims
        for marker in claim.markers
        if not marker.hidden
        and not marker.anchor.startswith("link-")
        and not any(span.start <= claim.span.start < span.end for span in spans)
    ]
    return labels, [
        "".join(entry.text.split()) for each in article.lists if each.style != "link" for entry in each.entries
    ]


def test_footnotes_have_the_numbers_of_their_first_calls() -> None:
    article = parse("Rye fell.[^b] Oats rose.[^7] Rye again.[^b]\n\n[^7]: Mill. Oats.\n[^b]: Doe. Rye.\n[^c]: Roe.\n")

    assert shown(article)[0] == ["1", "2", "1"]
    assert [entry.text for entry in article.lists[0].entries] == ["Doe. Rye.", "Mill. Oats."]
    assert [claim.text for claim in article.claims[:2]] == ["Rye fell.", "Oats rose."]


def test_a_marker_stands_where_its_call_stands() -> None:
    text = "# Crops\n\n> Rye fell.[^b]\n\n[^b]: Doe.\n"
    article = parse(text)
    (marker,) = article.markers
    (line, start), (_, end) = article.origin.ends(marker.span.start, marker.span.end)

    assert text.splitlines()[line - 1][start - 1 : end - 1] == "[^b]"


def test_every_call_of_githubs_own_fixtures_shows_the_number_that_github_shows(shared: Path) -> None:
    folder = shared / "data" / "numbering" / "markdown" / "micromark-gfm-footnote"
    pairs = sorted(folder.glob("*.md"))
    wrong = {}
    for path in pairs:
        ours = shown(parse(path.read_text("utf-8")))
        theirs = shown(html.parse(path.with_suffix(".html").read_text("utf-8"), path.name))
        if ours[0] != theirs[0] or len(ours[1]) != len(theirs[1]):
            wrong[path.name] = (ours[0], theirs[0], len(ours[1]), len(theirs[1]))

    assert len(pairs) == 29
    assert wrong == {}


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@example("---\n---")
@example("---\n\n---\nRye [1].\n")
def test_whatever_is_written_is_read_and_stays_in_its_place(text: str) -> None:
    must_hold(text, parse(text))


LIST = "\n\n## References\n\n1. Doe. Rye. 2016.\n2. Roe. Oats. 2017.\n3. Poe. Hay. 2018.\n"


@pytest.mark.parametrize(
    "text",
    [
        'Rye.<sup id="a1">[1](#f1)</sup> Oats.<sup>[2](#f2)</sup> Hay.<a href="#f3"><sup>3</sup></a>',
        "Rye.[1](#f1) Oats [2](#f2) and hay.[3](#f3)",
        "Rye ([1](https://a.org)). Oats ([2](https://b.org), [3](https://c.org)).",
        "Rye.[[1](https://a.org)] Oats.[[2]](https://b.org) Hay.[\\[3\\]](https://c.org)",
    ],
)
def test_links_that_show_a_number_are_markers(text: str) -> None:
    assert ["1", "2", "3"] == [marker.label for marker in parse(text + LIST).markers]


def test_a_number_in_a_sentence_is_no_marker_because_it_is_a_link() -> None:
    text = "Rye.[1] It has [2](https://a.org) ears and [3](https://b.org) leaves, see issue [3](https://c.org)."

    assert ["1"] == [marker.label for marker in parse(text + LIST).markers]


@pytest.mark.parametrize("unit", ["[^", "[", "> ", "[^a] ", "`", "* ", "![", "[^a]: x\n\n"])
def test_a_long_row_of_one_mark_is_read(unit: str) -> None:
    assert parse(unit * (30_000 // len(unit))).format == "markdown"


@pytest.mark.parametrize(
    ("name", "louder"),
    [
        ("github-footnote-syntax.md", set()),
        ("lists-inside-footnote.md", set()),
        ("markdown-extra-footnote.md", set()),
        ("pandoc-footnotes.md", set()),
        ("reference-links-and-images.md", {145}),  # "[^2]" without a definition: that linter says nothing of footnotes
    ],
)
def test_the_lines_that_markdownlint_marks_are_told_and_no_others(name: str, louder: set[int], shared: Path) -> None:
    path = shared / "data" / "numbering" / "markdown" / "markdownlint" / name
    lines = path.read_text("utf-8").split("\n")
    marked = {number for number, line in enumerate(lines, 1) if "{MD052}" in line or "{MD053}" in line}

    assert told(path) == marked | louder


def told(path: Path) -> set[int]:
    """Return the lines on which a footnote or a link is undefined, unused or doubled."""
    job = api.Job(str(path), None, api.open_transport("store", offline=True))
    report = api.verify([job], today=dt.date(2026, 11, 26), offline=True)
    rules = ("footnote-undefined", "footnote-unused", "link-reference-undefined", "link-definition-unused")
    return {each["line"] for each in report["findings"] if each["rule"] in rules}


def test_text_around_a_task_and_an_escaped_reference_is_shown_as_it_is_written() -> None:
    article = parse("- [x] Rye [1] fell.\n- Oats [rye][no \\] 2 more] rose.\n\nHay [wheat][7] too, and [8].\n")

    assert "[x]" not in article.text
    assert "Rye [1] fell." in article.text
    assert "Oats [rye][no ] 2 more] rose." in article.text
    assert "Hay [wheat][7] too, and [8]." in article.text
    assert [marker.label for marker in article.markers] == ["1", "8"]


def test_scripts_and_comments_in_html_are_no_text_whatever_their_case() -> None:
    dotted = "\u0130" * 40  # two characters each in lower case
    text = parse(f"<div>\n{dotted}<SCRIPT>a [1]</Script >Rye<!-- b --> fell [2].\n</div>\n").text

    assert text.split() == [f"{dotted}Rye", "fell", "[2]."]


@pytest.mark.parametrize("around", [("", ""), ("<p>", "</p>")])
def test_raised_numbers_are_markers_where_a_list_has_them_and_a_square_is_none(around: tuple[str, str]) -> None:
    text = (
        f"{around[0]}Rye fell.<sup>1</sup> Oats rose on 5 m<sup>2</sup>.<sup>2, 3</sup> Hay.<sup class='r'>1-3</sup> "
        f"Straw.<sup>th</sup>{around[1]}\n\n## References\n\n"
        "1. Doe. Rye. 2016.\n2. Roe. Oats. 2017.\n3. Poe. Hay. 2018.\n"
    )
    article = parse(text)

    assert [each.label for each in article.markers] == ["1", "2", "3", "1", "2", "3"]
    first = article.markers[0].span
    assert text[slice(*article.origin.places(first.start, first.end))] == "<sup>1</sup>"


@pytest.mark.parametrize(
    "text",
    [
        "See chapters [1](#c1), [2](#c2), [3](#c3) and [4](#c4). Rye.[1] Oats.[2] Hay.[3]",
        "See #[4](https://a.test/4), #[5](https://a.test/5) and PR#[6](https://a.test/6). Rye.[1] Oats.[2] Hay.[3]",
        "Rye [1] fits x<sup>4</sup>, R<sup>2</sup> and y<sup>4</sup>. Oats.[2] Hay.[3]",
    ],
)
def test_numbers_of_chapters_issues_and_powers_are_no_markers(text: str) -> None:
    assert [marker.label for marker in parse(text + LIST).markers] == ["1", "2", "3"]
