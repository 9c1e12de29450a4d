"""Documents with markup become articles: text as a plain-text copy has it, and every character knows its place."""

from hypothesis import given
from hypothesis import strategies as st

from verifier.model.article import Article
from verifier.prose.flow import Block, Cite, Item, Listing, Words
from verifier.prose.layout import assemble

SOURCE = "<p>Rye  fell<sup>1</sup>, oats rose.</p><li>Smith. Rye.</li>"


def article(*parts: Block | Listing, source: str = SOURCE) -> Article:
    return assemble(source, parts, path="a.html", format="html")


def words(text: str, source: str = SOURCE) -> Words:
    return Words(text, source.index(text))


def cite(number: int = 1, **more: str) -> Cite:
    return Cite(str(number), "", number, SOURCE.index("<sup>"), len("<sup>1</sup>"), **more)  # type: ignore[arg-type]


def paragraph(*inlines: Words | Cite) -> Block:
    return Block("paragraph", inlines)


def test_a_page_reads_as_its_plain_text_copy() -> None:
    heading = Block("heading", [Words("References", 0)])
    listing = Listing("References", "", "ol", [Item("1", [words("Smith. Rye.")], SOURCE.index("<li>"))], 0)
    made = article(paragraph(words("Rye  fell"), cite(), words(", oats rose.")), heading, listing)

    assert made.text == "Rye fell[1], oats rose.\n\nReferences\n\n1. Smith. Rye.\n\n"
    assert [(claim.text, [marker.label for marker in claim.markers]) for claim in made.claims] == [("Rye fell", ["1"])]
    (entry,) = made.lists[0].entries
    assert (entry.label, entry.text, made.text[entry.body : entry.span.end]) == ("1", "Smith. Rye.", "Smith. Rye.")


def test_every_character_knows_its_place() -> None:
    made = article(paragraph(words("Rye  fell"), cite(), words(", oats rose.")))
    for word in ("Rye", "fell", "oats", "rose"):
        assert made.origin.at(made.text.index(word)) == (1, SOURCE.index(word) + 1)
    (marker,) = made.markers
    begin, end = made.origin.ends(marker.span.start, marker.span.end)
    assert SOURCE[begin[1] - 1 : end[1] - 1] == "<sup>1</sup>"


def test_replaced_characters_stand_as_a_whole() -> None:
    source = "A&amp;B"
    made = article(paragraph(Words("A", 0), Words("&", 1, 5), Words("B", 6)), source=source)

    assert made.text.startswith("A&B")
    assert made.origin.ends(1, 2) == ((1, 2), (1, 7))


def test_blanks_at_the_edges_of_runs_become_one() -> None:
    made = article(paragraph(Words(" Rye ", 0), Words("\n fell ", 5), Words(".", 12)), source=" " * 20)

    assert made.text == "Rye fell .\n\n"


def test_markers_with_nothing_but_commas_between_are_one_cluster() -> None:
    made = article(paragraph(Words("Rye", 3), cite(), Words(", ", 4), cite(2), Words(" fell", 5), cite(3)))

    assert [marker.cluster for marker in made.markers] == [0, 0, 1]


def test_a_hidden_marker_counts_and_shows_nothing() -> None:
    hidden = Cite("1", "", 1, 0, 5, hidden=True)
    made = article(paragraph(Words("Rye ", 3), hidden, Words("fell.", 8)))

    assert made.text == "Rye fell.\n\n"
    assert [(marker.label, marker.hidden) for marker in made.markers] == [("1", True)]


def test_a_row_of_a_table_is_one_claim_whatever_its_full_stops() -> None:
    made = article(Block("row", [Words("St. Ives. 1994 ", 0), cite()]))

    assert [claim.text for claim in made.claims] == ["St. Ives. 1994"]


def test_a_blank_line_stands_behind_a_table() -> None:
    made = article(Block("row", [Words("a", 0)]), Block("row", [Words("b", 0)]), paragraph(Words("c", 0)))

    assert made.text == "a\nb\n\nc\n\n"


def test_furniture_is_printed_and_backs_no_claim() -> None:
    made = article(Block("furniture", [Words("1 Early life", 0)]), paragraph(Words("Rye fell", 0), cite()))

    assert "1 Early life" in made.text
    assert len(made.paragraphs) == 1


def test_links_of_an_entry_are_its_urls() -> None:
    item = Item(
        "1", [Words('"Rye". Archived from the original on 3 May 2016.', 0)], 0,
        url="https://example.org/rye", archive_url="https://archive.example.org/rye",
    )  # fmt: skip
    (entry,) = article(Listing("Notes", "", "ol", [item], 0)).lists[0].entries

    assert entry.citation.title == "Rye"
    assert entry.citation.url == "https://example.org/rye"
    assert entry.citation.archive_url == "https://archive.example.org/rye"


RUNS = st.lists(
    st.builds(Words, st.text(" \n\tab.", max_size=8), st.integers(0, 50), st.none() | st.integers(0, 9))
    | st.builds(
        Cite, st.just("1"), st.just(""), st.just(1), st.integers(0, 50), st.integers(0, 9), hidden=st.booleans()
    ),
    max_size=12,
)


@given(st.lists(st.builds(Block, st.sampled_from(["paragraph", "row", "heading", "furniture"]), RUNS), max_size=6))
def test_whatever_the_parts_positions_stay_inside_the_text(blocks: list[Block]) -> None:
    made = article(*blocks, source="x\n" * 30)

    assert "  " not in made.text
    for marker in made.markers:
        assert 0 <= marker.span.start <= marker.span.end <= len(made.text)
        assert made.text[marker.span.start : marker.span.end] == ("" if marker.hidden else "[1]")
    assert sum(isinstance(each, Cite) for block in blocks for each in block.inlines) == len(made.markers)
    for offset in range(len(made.text) + 1):
        line, column = made.origin.at(offset)
        assert line >= 1 <= column
