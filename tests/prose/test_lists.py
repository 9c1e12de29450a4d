"""Reference lists: which headings start one, and where it ends."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.prose import headings, joining
from verifier.text import one_line

from .listed import TWO, find, labels

PIECES = st.lists(
    st.sampled_from(
        ["References", "Notes", "7. References", "1. ", "2. ", "[1] ", "[a] ", "[note 1] ", "note 1. ",
         "* ", "^ ", "(1) ", "3. ",
         "Rye", "oats fell",
         ' "Hay". 2016. ', "\n", "\n\n", "\n   ", "\r\n", "See also", "=", "[edit]", "."]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@pytest.mark.parametrize(
    "heading",
    [
        "References", "REFERENCES", "Reference", "Refs", "Bibliography", "Bibliographie", "Références",
        "Literaturverzeichnis",
        "Citations", "Notes", "Footnotes", "Endnotes", "Sources", "Works cited", "Quellen", "Fuentes", "Bibliografía",
        "Notes and references", "7 References", "7. References", "7.1 References", "References[edit]",
        "References [ edit ]",
        "R e f e r e n c e s", "== References ==", "## References", "**References**", "References:", "  References  ",
    ],
)  # fmt: skip
def test_headings_of_lists(heading: str) -> None:
    text = f"Rye fell.[1]\n\n{heading}{TWO}"

    assert headings.word(heading)
    assert labels(text) == ["1", "2"]


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "The references",
        "References to rye",
        "See also",
        "External links",
        "References. Rye fell",
        "Note: rye" + " " * 80,
        "[1]",
    ],
)
def test_other_lines_are_no_heading(heading: str) -> None:
    assert headings.word(heading) is None
    assert find(f"Rye fell.[1]\n\n{heading}{TWO}") == ()


def test_a_heading_needs_an_entry_soon_below() -> None:
    filler = "and so the rye fell on.\n\n"

    assert find("Rye fell.\n\nReferences\n\n") == ()
    assert find(f"Rye fell.\n\nReferences\n\n{filler * 6}1. Rye\n") == ()
    assert labels(f"Rye fell.\n\nReferences\n\n{filler * 5}1. Rye\n") == ["1"]


def test_a_list_without_labels_ends_where_nothing_looks_like_a_citation() -> None:
    text = 'Rye.[1]\n\nReferences\n\n"Rye falls". The Miller.\nOtt (2016). Oats.\n\nThe end of all crops.\n'
    (found,) = find(text)

    assert [entry.text for entry in found.entries] == ['"Rye falls". The Miller.', "Ott (2016). Oats."]


@pytest.mark.parametrize(
    "after",
    [
        "\nSee also\n\nBarley\n",
        "\nShare this article:\n",
        "\nThe rye fell on. It never rose again.\n",
        "\n== External links ==\n\nThe mill\n",
        "\nSources\n\nNone of them are here.\n",
    ],
)
def test_a_list_ends_before_what_is_no_entry(after: str) -> None:
    text = f"Rye.[1]\n\nReferences{TWO}{after}"
    (found,) = find(text)

    assert [entry.text for entry in found.entries] == ["Rye in spring. 2016.", "Oats in May. 2017."]
    assert text[found.span.start : found.span.end].endswith("2017.")


def test_the_last_list_is_taken_and_a_table_of_contents_is_none() -> None:
    text = f"Contents\n\n1 Fields\n\n2 References\n\n3 External links\n\nFields\n\nRye.[1]\n\nReferences{TWO}"
    (found,) = find(text)

    assert text.rindex("References") == found.span.start
    assert [entry.label for entry in found.entries] == ["1", "2"]


@settings(deadline=None, max_examples=300)
@given(PIECES | st.text(st.sampled_from("References\n123.[]()* ") | st.characters(), max_size=60))
def test_any_text_has_its_lists_in_order(text: str) -> None:
    found = find(text)

    for first, second in pairwise(found):
        assert first.span.end <= second.span.start
    for each in found:
        assert each.entries
        assert 0 <= each.span.start <= each.entries[0].span.start
        assert each.entries[-1].span.end == each.span.end <= len(text)
        assert list(range(1, len(each.entries) + 1)) == [entry.position for entry in each.entries]
        for entry, following in pairwise(each.entries):
            assert entry.span.start <= entry.span.end <= following.span.start
        for entry in each.entries:
            assert one_line(text[entry.span.start : entry.span.end]).endswith(entry.text)


def test_a_long_list_is_read_in_time() -> None:
    text = "Rye.[1]\n\nReferences\n\n" + "".join(f"{number}. Rye fell.\n   Then oats.\n\n" for number in range(1, 5001))

    assert len(find(text)[0].entries) == 5000


def test_a_list_that_goes_on_with_the_numbers_of_another_is_part_of_it() -> None:
    text = f"Rye.[1]\n\nReferences{TWO}\nSources\n\n3. Hay in June. 2018.\n4. Straw. 2019.\n"
    (found,) = joining.joined(find(text))

    assert [(entry.label, entry.position) for entry in found.entries] == [("1", 1), ("2", 2), ("3", 3), ("4", 4)]
    assert found.heading == "References"
    assert text[found.entries[3].span.start : found.entries[3].span.end] == "4. Straw. 2019."


@pytest.mark.parametrize("first", ["1", "4", "a"])
def test_lists_that_begin_anew_or_elsewhere_stay_apart(first: str) -> None:
    text = f"Rye.[1]\n\nReferences{TWO}\nSources\n\n{first}. Hay in June. 2018.\n"

    assert len(joining.joined(find(text))) == 2


@pytest.mark.parametrize("entry", ["1. {}\n2. {}\n", "* {}\n* {}\n"])
@pytest.mark.parametrize("heading", ["External links", "== External links ==", "External links[edit]"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_links_below_a_list_are_no_entries(entry: str, heading: str, gap: str) -> None:
    listed = entry.format("Rye in spring. 2016.", "Oats in May. 2017.")
    (found,) = find(f"Rye.[1]\n\nReferences\n\n{listed}\n{heading}{gap}* The mill\n* The oven\n")

    assert [each.text for each in found.entries] == ["Rye in spring. 2016.", "Oats in May. 2017."]
