"""Plain text: one article as its reader sees it, whatever its line ends and the remains of its page."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.articles import plaintext
from verifier.inputs import file
from verifier.model.article import Article
from verifier.recovery import readings

ARTICLE = """\
Bread_of_Leeds

Bread of Leeds

Add article description

Bread was baked in Leeds before 1800.[1] The oldest oven,[2][3] of brick, fell in
on 3 May 1912.[a]

Quick Facts Loaf, Crust ...

Ovens[edit]

Most ovens were built by Ann Ott,[2, 4] who died in 1870.[5-6]

See also


Notes

a. The oven was never rebuilt.[3]

References

  1. "Bread before steam". The Miller. 3 May 2016. Retrieved 4 May 2016.
  2. Ott, Jo (2 June 2015). "Ovens of brick,
     and how they fell". Leeds Herald.
  3. "A century of ovens". The Miller. 1 May 2012.
  4. https://example.org/ott
  5. "Ann Ott". Leeds Herald. 1970.

Share this article:
"""
PIECES = st.lists(
    st.sampled_from(
        ["Rye fell.", "Oats rose", "[1]", "[2, 3]", "[a]", "[note 1]", "[4\u20136]", "\n", "\n\n", "\r\n",
         "References", "Notes", "See also",
         "1. ", "2. ", "[1] ", "a. ", '"Hay". 2016.', "Share this", " ", "== Fields ==", "\u00b9", "\ufeff", "(3)",
         "Rye fell."]
    ),
    max_size=40,
).map("".join)  # fmt: skip


def parse(text: str) -> Article:
    return plaintext.parse(text, "article.txt")


def labels(article: Article) -> list[str]:
    return [marker.label for marker in article.markers]


def told(article: Article) -> object:
    """Return what an article says, without its offsets."""
    lines = article.origin
    return (
        article.title,
        [(claim.text, claim.section, lines.at(claim.span.start)) for claim in article.claims],
        [(marker.label, marker.cluster, lines.at(marker.span.start)) for marker in article.markers],
        [
            (each.heading, each.style, [(entry.label, entry.citation) for entry in each.entries])
            for each in article.lists
        ],
        [(remark.kind, remark.text, lines.at(remark.span.start)) for remark in article.remarks],
    )


def test_an_article_is_read_whole() -> None:
    article = parse(ARTICLE)

    assert (article.path, article.format, article.title) == ("article.txt", "plaintext", "Bread of Leeds")
    assert [
        (claim.text, [marker.label for marker in claim.markers], claim.section) for claim in article.claims[:5]
    ] == [
        ("Bread was baked in Leeds before 1800.", ["1"], ""),
        ("The oldest oven,", ["2", "3"], ""),
        ("of brick, fell in on 3 May 1912.", ["a"], ""),
        ("Most ovens were built by Ann Ott,", ["2", "4"], "Ovens"),
        ("who died in 1870.", ["5", "6"], "Ovens"),
    ]
    assert article.claims[5].text.endswith("The oven was never rebuilt.")
    assert (article.claims[5].section, labels(article)[-1]) == ("Notes", "3")
    assert [(each.heading, [entry.label for entry in each.entries]) for each in article.lists] == [
        ("Notes", ["a"]),
        ("References", ["1", "2", "3", "4", "5"]),
    ]
    assert article.main_list is article.lists[1]
    assert article.marker_styles == ("brackets",)


def test_entries_are_read_as_citations() -> None:
    first, second, _, fourth, fifth = parse(ARTICLE).lists[1].entries

    assert (first.citation.title, first.citation.outlet) == ("Bread before steam", "The Miller")
    assert (str(first.citation.published), str(first.citation.accessed)) == ("2016-05-03", "2016-05-04")
    assert second.citation.title == "Ovens of brick, and how they fell"
    assert (second.citation.author, str(second.citation.published)) == ("Ott, Jo", "2015-06-02")
    assert fourth.citation.url == "https://example.org/ott"
    assert str(fifth.citation.published) == "1970"


def test_what_the_mirror_left_is_remarked_and_is_no_claim() -> None:
    article = parse(ARTICLE)

    assert [(remark.kind, remark.text) for remark in article.remarks] == [
        ("title-repeated", "Bread of Leeds"),
        ("add-description", "Add article description"),
        ("quick-facts", "Quick Facts Loaf, Crust ..."),
        ("empty-section", "See also"),
        ("share-links", "Share this article:"),
    ]
    assert not [paragraph for paragraph in article.paragraphs if "Quick" in ARTICLE[paragraph.start : paragraph.end]]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_make_no_difference(end: str) -> None:
    assert told(parse(ARTICLE)) == told(parse(ARTICLE.replace("\n", end)))


@pytest.mark.parametrize(
    ("text", "labels", "entries"),
    [
        ("محصول کم شد.[۱] جو زیاد شد.[۲]\n\nمنابع\n\n۱. دو. ۲۰۱۶.\n۲. میل. ۲۰۱۶.\n", ["۱", "۲"], ["۱", "۲"]),
        ("هبط الجاودار.[١] ارتفع.[٢]\n\nالمراجع\n\n[١] دو.\n[٢] ميل.\n", ["١", "٢"], ["١", "٢"]),
        ("রাই কমেছে।[১] ওট বেড়েছে।[২]\n\nতথ্যসূত্র\n\n১. ডো।\n২. মিল।\n", ["১", "২"], ["১", "২"]),
        ("ライ麦が減った[1]。オーツ麦が増えた[2]。\n\n出典\n\n1. ドウ。\n2. ミル。\n", ["1", "2"], ["1", "2"]),
        ("Рожь упала.[1] Овёс вырос.[2]\n\nПримечания\n\n1. Доу.\n2. Милл.\n", ["1", "2"], ["1", "2"]),
    ],
)
def test_lists_are_found_in_other_scripts_with_their_own_digits(
    text: str, labels: list[str], entries: list[str]
) -> None:
    article = parse(text)
    reading = readings.printed(article)
    (each,) = article.lists

    assert [marker.label for marker in article.markers] == labels
    assert [marker.number for marker in article.markers] == [1, 2]
    assert [entry.label for entry in each.entries] == entries
    assert [readings.entry_of(article, reading, marker) for marker in article.markers] == list(each.entries)


@settings(deadline=None)
@given(PIECES.filter(lambda text: text.strip() and "\r" not in text and not re.search(r"\w\[", text)))
def test_line_ends_never_make_a_difference(text: str) -> None:
    assert told(parse(text)) == told(parse(text.replace("\n", "\r\n")))


def test_a_byte_order_mark_makes_no_difference(tmp_path: Path) -> None:
    contents = {
        "lf.txt": ARTICLE.encode(),
        "bom.txt": ARTICLE.encode("utf-8-sig"),
        "crlf.txt": ARTICLE.replace("\n", "\r\n").encode("utf-8-sig"),
        "wide.txt": ARTICLE.encode("utf-16"),
    }
    articles = []
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
        articles.append(told(parse(file.read(str(tmp_path / name)).text)))

    assert articles == [told(parse(ARTICLE))] * 4


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Bread_of_Leeds", "Bread of Leeds"),
        ("= Bread of Leeds =", "Bread of Leeds"),
        ("# Bread of Leeds", "Bread of Leeds"),
        ("\n\n  Bread   of Leeds  ", "Bread of Leeds"),
        ("Bread was baked in Leeds before 1800.", ""),
        ("Bread " * 60, ""),
    ],
)
def test_the_title_is_the_first_line_if_that_is_no_sentence(first: str, title: str) -> None:
    assert title == parse(f"{first}\n\nRye fell.[1]\n").title


def test_text_without_line_breaks_is_one_paragraph() -> None:
    article = parse("Rye fell.[1] " * 50)

    assert len(article.claims) == 50
    assert len(article.paragraphs) == 1


def test_without_a_list_or_markers_it_is_still_an_article() -> None:
    assert parse("Rye fell.[1] Oats rose.[2]").lists == ()
    assert parse("Rye fell.[1] Oats rose.[2]").main_list is None
    assert parse("Rye fell.\n").claims == ()


def test_the_reader_knows_its_suffixes() -> None:
    assert plaintext.PARSER.name == "plaintext"
    assert plaintext.PARSER.recognises("Rye", ".txt") > plaintext.PARSER.recognises("Rye", ".md") > 0


@settings(max_examples=300, deadline=None)
@given((PIECES | st.text(st.sampled_from("Rye. [1]\n2(),*") | st.characters(), max_size=80)).filter(str.strip))
def test_any_text_is_an_article_and_its_parts_stand_in_order(text: str) -> None:
    article = parse(text)
    markers = [marker.span for marker in article.markers]

    for first, second in pairwise(article.claims):
        assert first.span.end <= second.span.start
    assert sorted(markers) == markers
    for claim in article.claims:
        assert (
            0 <= claim.paragraph.start <= claim.sentence.start <= claim.sentence.end <= claim.paragraph.end <= len(text)
        )
        assert 0 <= claim.span.start <= claim.markers[0].span.start < claim.span.end <= len(text)
    for paragraph, following in pairwise(article.paragraphs):
        assert paragraph.end <= following.start
    for each in article.lists:
        assert all(entry.citation.title is None or entry.citation.title.strip() for entry in each.entries)
    assert sorted(article.remarks, key=lambda remark: remark.span) == list(article.remarks)


def test_a_megabyte_is_read_in_time() -> None:
    text = "The rye fell on 3 May 2016,[1] and so did the oats.[2][3]\n\n" * 16_000 + "References\n\n1. Rye. 2016.\n"

    assert len(parse(text).claims) == 32_000


@pytest.mark.parametrize("text", ["a (2) " * 40_000 + "\n\nReferences\n\n1. x\n2. y", "References\n2. x\n" * 20_000])
def test_round_brackets_and_headings_in_masses_are_read_in_time(text: str) -> None:
    assert len(parse(text).text) == len(text)


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "References"])
def test_a_text_of_next_to_nothing_is_an_empty_article(text: str) -> None:
    article = parse(text)

    assert (article.claims, article.lists) == ((), ())


@pytest.mark.parametrize("first", ["Rye fell in May[1] and oats rose", "Rye fell[2]", "Rye[1][2]"])
def test_a_first_line_with_a_marker_is_no_title(first: str) -> None:
    assert parse(f"{first}\n\nOats rose.[1]\n").title == ""


def test_notes_beside_an_unnumbered_list_are_what_the_numbers_mean() -> None:
    text = "Rye fell.[1] Oats rose.[2]\n\nReferences\n\n* Doe, J. Rye. 1990.\n\nNotes\n\n1. Doe, p. 4.\n2. Doe, p. 5.\n"
    found = parse(text).main_list

    assert found is not None
    assert [entry.label for entry in found.entries] == ["1", "2"]


def test_a_dash_between_two_markers_stands_for_the_numbers_between() -> None:
    listed = "".join(f"[{number}] Doe {number}.\n" for number in range(1, 8))
    article = parse(
        f"Rye fell [1]\u2013[3]. Oats rose [4]-[6], and hay [7]\u2014[1]. Set b[i] + c[2].\n\nReferences\n\n{listed}"
    )

    assert [marker.label for marker in article.markers] == ["1", "2", "3", "4", "5", "6", "7", "1"]
    assert [claim.text for claim in article.claims][:2] == ["Rye fell", "Oats rose"]
    assert len({marker.cluster for marker in article.markers[:3]}) == 1


def test_what_a_site_prints_below_a_page_is_no_entry() -> None:
    end = (
        "Last edited 3 months ago by Doe\nWikipedia\nContent is available under CC BY-SA 4.0 unless otherwise noted.\n"
    )
    body = "Rye.[1] Oats.[2]\n\nReferences\nDoe (2016). Rye.\nRoe (2017). Oats.\n"
    article = plaintext.parse(body + end, "a.txt")

    assert ["Doe (2016). Rye.", "Roe (2017). Oats."] == [entry.text for entry in article.lists[0].entries]
