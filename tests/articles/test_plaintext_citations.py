"""Citations in plain text: what is a marker, which claim it backs, and which list it leads to."""

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.articles import plaintext
from verifier.errors import VerifierError
from verifier.inputs import file
from verifier.model.article import Marker
from verifier.recovery import readings

from .test_plaintext import labels, parse


def test_a_note_with_plain_brackets_for_labels_makes_no_markers_of_them() -> None:
    article = parse("Rye fell.[1][2]\n\nReferences\n\n[1] Rye, as in [2]. 2016.\n[2] Oats. 2017.\n")

    assert labels(article) == ["1", "2", "2"]
    assert article.claims[1].text.endswith("Rye, as in")


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["Rye fell", "Oats rose, too", "Hay burned"]), st.integers(1, 30)),
        min_size=1,
        max_size=12,
    ),
    st.data(),
)
def test_every_printed_marker_is_in_exactly_one_claim(written: list[tuple[str, int]], data: st.DataObject) -> None:
    gaps = data.draw(
        st.lists(
            st.sampled_from([" ", "\n", "\n\n", "\n\nFields\n\n", "\nShare this article:\n"]),
            min_size=len(written),
            max_size=len(written),
        )
    )
    text = "".join(f"{gap}{words}.[{number}]" for gap, (words, number) in zip(gaps, written, strict=True))
    text += "\n\nReferences\n\n1. Rye. 2016.\n2. Oats. 2017.\n"
    article = parse(text)

    assert [number for _, number in written] == [marker.number for marker in article.markers]
    assert [f"{words}." for words, _ in written] == [claim.text for claim in article.claims]


def test_the_article_that_started_this(shared: Path) -> None:
    data = shared / "data"
    article = parse(file.read(str(data / "articles/eastern-qalamoun-offensive-2016.txt")).text)
    truth = json.loads((data / "numbering/plaintext/seed-truth.json").read_text("utf-8"))

    assert truth["markers_in_order"] == [marker.number for marker in article.markers]
    assert len(article.claims) == 28
    assert truth["list_entries"] == len(article.lists[0].entries)
    assert all(entry.citation.published is not None for entry in article.lists[0].entries)
    assert {"quick-facts", "add-description", "title-repeated", "empty-section", "share-links", "licence-footer"} == {
        remark.kind for remark in article.remarks
    }
    clusters = [[marker.number for marker in claim.markers] for claim in article.claims if len(claim.markers) > 1]
    assert clusters == [[16, 17], [28, 29]]


@pytest.mark.parametrize(("page", "markers"), [("mozilla", 76), ("tsne", 13)])
def test_copies_of_real_pages(shared: Path, page: str, markers: int) -> None:
    folder = shared / "data/numbering/plaintext"
    for row in json.loads((folder / "truth.json").read_text("utf-8")):
        if not row["file"].startswith(page) or "noprefix" in row["file"]:
            continue
        article = parse(file.read(str(folder / row["file"])).text)

        assert markers == len(article.markers)
        assert article.main_list is not None
        assert [str(number) for number in range(1, row["entries"] + 1)] == [
            entry.label for entry in article.main_list.entries
        ]


def test_hostile_articles_are_refused_or_read_with_every_citation(shared: Path) -> None:
    folder = shared / "data/hostile"
    rows = list(csv.DictReader((folder / "expected.tsv").read_text("utf-8").splitlines(), delimiter="\t"))
    texts = [row for row in rows if row["group"] == "article" and row["file"].endswith(".txt")]

    assert len(texts) > 10
    for row in texts:
        try:
            article = parse(file.read(str(folder / row["file"])).text)
        except VerifierError as error:
            assert "2" in row["expect"].split("|")
            assert error.hint
            continue
        least, _, most = row["citations"].partition("-")
        assert int(least) <= len(article.claims) <= int(most or least)


def test_a_marker_is_what_it_is_printed_as() -> None:
    assert parse("Rye.[1]\n\nReferences\n\n1. Rye.\n").markers == (
        Marker("1", "", 1, parse("Rye.[1]").markers[0].span, 0),
    )


def test_a_list_that_goes_on_under_another_heading_is_one() -> None:
    lists = 'References\n\n1. "Rye". 2016.\n2. "Oats". 2017.\n\nSources\n\n3. "Hay". 2018.'
    text = f"Rye.[1][2][3]\n\n{lists}\n\nThe end.[1]\n"
    article = parse(text)

    assert article.main_list is not None
    assert [entry.label for entry in article.main_list.entries] == ["1", "2", "3"]
    assert labels(article) == ["1", "2", "3", "1"]
    assert [text[span.start : span.end] for span in article.paragraphs] == ["Rye.[1][2][3]", "The end.[1]"]


def test_bullets_beside_a_numbered_list_are_nobodys_numbers() -> None:
    article = parse('Rye.[1]\n\nReferences\n\n1. "Rye". 2016.\n\nSources\n\n* "Hay". 2018.\n* "Straw". 2019.\n')

    assert [each.is_numbered for each in article.lists] == [True, False]
    assert article.plain_lists == (article.lists[0],)


REFERENCES = 'References\n\n1. "Rye". 2016.\n'


@pytest.mark.parametrize("marker", ["n 1", "nb 1", "note 1", "Note 1"])
@pytest.mark.parametrize(
    "lists", [f"1. In spring.\n\n{REFERENCES}", f"[note 1] In spring.\n\n{REFERENCES}", "[note 1] In spring."]
)
def test_a_marker_of_a_note_leads_to_the_notes(marker: str, lists: str) -> None:
    article = parse(f"Rye fell.[{marker}]\n\nNotes\n\n{lists}")
    ((index, _, found, entry),) = readings.pairs(article, readings.printed(article))

    assert (index, found.label, entry.text) == (0, marker, "In spring.")


def test_a_cited_text_between_the_heading_and_the_list_is_a_claim_of_its_own() -> None:
    article = parse(
        'Rye fell.[1]\n\nReferences\n\nMost are from the archive.[2]\n\n1. "Rye". 2016.\n2. "Oats". 2017.\n'
    )

    assert [claim.text for claim in article.claims] == ["Rye fell.", "Most are from the archive."]


@pytest.mark.parametrize("text", ["See http://example.org/a[1] there.", "See `a[1]` there.", "See $x[2]$ there."])
def test_addresses_code_and_formulas_hold_no_markers(text: str) -> None:
    assert labels(parse(text)) == []
    assert labels(parse(f"{text} Rye fell.[3]")) == ["3"]


def test_prices_are_no_formulas() -> None:
    assert labels(parse("Rye is $5[1] and oats are $6.[2]")) == ["1", "2"]


def test_the_mark_of_an_item_or_a_note_is_no_word_of_its_claim() -> None:
    text = "* Rye fell.[1]\n* Oats rose.[1]\n\nNotes\n\na. In spring.[1]\n\nReferences\n\n1. Rye. 2016.\n"

    assert [claim.text for claim in parse(f"Grain\n\n{text}").claims] == ["Rye fell.", "Oats rose.", "In spring."]


@pytest.mark.parametrize("end", [".[1]", ",[1]", ")[1]", ").[1]"])
def test_a_url_ends_before_a_marker(end: str) -> None:
    read = plaintext.parse(f"See https://example.org/a{end}\n\nReferences\n\n1. Doe. Bread.\n", "a.txt")
    assert [marker.label for marker in read.markers] == ["1"]
