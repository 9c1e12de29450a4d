"""Reference lists: which headings and labels start one, what belongs to an entry, and where the list ends."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.model.article import Citation, EntryList
from verifier.prose import lists
from verifier.text import lines, one_line

TWO = "\n\n1. Rye in spring. 2016.\n2. Oats in May. 2017.\n"
STYLES = {
    "[1]": "[{}] ",
    "1.": "{}. ",
    "1)": "{}) ",
    "(1)": "({}) ",
    "{1}": "{{{}}} ",
    "<1>": "<{}> ",
    "1": "{} ",
    "a.": "{}. ",
    "*": "* ",
    "^": "^ ",
}
PIECES = st.lists(
    st.sampled_from(
        ["References", "Notes", "7. References", "1. ", "2. ", "[1] ", "[a] ", "[note 1] ", "* ", "^ ", "(1) ", "3. ",
         "Rye", "oats fell",
         ' "Hay". 2016. ', "\n", "\n\n", "\n   ", "\r\n", "See also", "=", "[edit]", "."]
    ),
    max_size=25,
).map("".join)  # fmt: skip
CITED = st.lists(
    st.lists(st.sampled_from("Rye oats Hay 2016 barley, straw; 40".split()), min_size=1, max_size=6),
    min_size=1,
    max_size=8,
)


def find(text: str) -> tuple[EntryList, ...]:
    return lists.find(text, list(lines(text)), lambda entry: Citation(title=entry))


def labels(text: str) -> list[str | None]:
    return [entry.label for each in find(text) for entry in each.entries]


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

    assert lists.heading_word(heading)
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
    assert lists.heading_word(heading) is None
    assert find(f"Rye fell.[1]\n\n{heading}{TWO}") == ()


def test_a_heading_needs_an_entry_soon_below() -> None:
    filler = "and so the rye fell on.\n\n"

    assert find("Rye fell.\n\nReferences\n\n") == ()
    assert find(f"Rye fell.\n\nReferences\n\n{filler * 6}1. Rye\n") == ()
    assert labels(f"Rye fell.\n\nReferences\n\n{filler * 5}1. Rye\n") == ["1"]


@pytest.mark.parametrize(("style", "form"), STYLES.items())
@settings(deadline=None)
@given(CITED, st.sampled_from(["\n", "\n\n"]), st.sampled_from(["", "  ", "\t"]), st.sampled_from(["\n   ", "\n"]))
def test_entries_of_every_style_over_wrapped_lines(
    style: str, form: str, written: list[list[str]], gap: str, indent: str, wrap: str
) -> None:
    names = [chr(97 + index) if style == "a." else str(index + 1) for index in range(len(written))]
    bodies = [["Ott", "(2015)", *words] for words in written]
    entries = [indent + form.format(name) + wrap.join(words) for name, words in zip(names, bodies, strict=True)]
    if style == "1":  # a wrapped line that starts with the next number could not be told from an entry
        entries = [indent + form.format(name) + " ".join(words) for name, words in zip(names, bodies, strict=True)]
    text = "Rye fell.[1]\n\nReferences\n\n" + gap.join(entries) + "\n"
    (found,) = find(text)

    assert style == found.style
    assert ([None] * len(names) if style in "*^" else names) == [entry.label for entry in found.entries]
    assert [" ".join(words) for words in bodies] == [entry.text for entry in found.entries]
    assert [entry.text for entry in found.entries] == [entry.citation.title for entry in found.entries]
    assert [" ".join(each.split()) for each in entries] == [
        one_line(text[entry.span.start : entry.span.end]) for entry in found.entries
    ]


def test_backlinks_before_an_entry_are_no_words_of_it() -> None:
    (found,) = find("Rye.[1]\n\nReferences\n\n^ a b Rye falls. 2016.\n^ Jump up to: a b c Oats rise. 2017.\n")

    assert [entry.text for entry in found.entries] == ["Rye falls. 2016.", "Oats rise. 2017."]


def test_entries_without_labels_are_the_lines_that_look_like_citations() -> None:
    text = 'Rye.[1]\n\nReferences\n\n"Rye falls". The Miller.\nOtt, Ann (2016). Oats.\nhttps://example.org/hay\n'
    (found,) = find(text)

    assert found.style == "none"
    assert [(entry.label, entry.position, entry.printed) for entry in found.entries] == [
        (None, 1, "1"),
        (None, 2, "2"),
        (None, 3, "3"),
    ]


def test_a_list_without_labels_ends_where_nothing_looks_like_a_citation() -> None:
    text = 'Rye.[1]\n\nReferences\n\n"Rye falls". The Miller.\nOtt (2016). Oats.\n\nThe end of all crops.\n'
    (found,) = find(text)

    assert [entry.text for entry in found.entries] == ['"Rye falls". The Miller.', "Ott (2016). Oats."]


def test_a_wrapped_line_that_starts_with_a_number_is_no_entry() -> None:
    text = "Rye.[1]\n\nReferences\n\n1. Rye falls. The Miller. May\n2016. Archived from the original.\n2. Oats rise.\n"
    (found,) = find(text)

    assert [entry.label for entry in found.entries] == ["1", "2"]
    assert found.entries[0].text == "Rye falls. The Miller. May 2016. Archived from the original."


def test_printed_labels_are_kept_as_they_are() -> None:
    assert labels("Rye.\n\nReferences\n\n3. Rye.\n4. Oats.\n9. Hay.\n9. Straw.\n10. Corn.\n") == [
        "3",
        "4",
        "9",
        "9",
        "10",
    ]


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


def test_a_text_between_entries_belongs_to_the_entry_before_while_labels_go_on() -> None:
    (found,) = find("Rye.\n\nReferences\n\n1. Rye.\n\nwith a note\n\n2. Oats.\n\nwithout one\n")

    assert [entry.text for entry in found.entries] == ["Rye. with a note", "Oats."]


def test_the_last_list_is_taken_and_a_table_of_contents_is_none() -> None:
    text = f"Contents\n\n1 Fields\n\n2 References\n\n3 External links\n\nFields\n\nRye.[1]\n\nReferences{TWO}"
    (found,) = find(text)

    assert text.rindex("References") == found.span.start
    assert [entry.label for entry in found.entries] == ["1", "2"]


def test_letters_below_notes_are_a_list_of_their_own() -> None:
    notes, references = find(f"Rye.[a][1]\n\nNotes\n\na. In spring.[2]\nb. In May.\n\nReferences{TWO}")

    assert (notes.heading, notes.group, notes.style) == ("Notes", "", "a.")
    assert [entry.label for entry in notes.entries] == ["a", "b"]
    assert (notes.is_lettered, references.is_lettered) == (True, False)
    assert (references.heading, references.group) == ("References", "")


@pytest.mark.parametrize(
    ("label", "group"), [("1. ", "note"), ("[note 1] ", "note"), ("[n 1] ", "n"), ("[nb 1] ", "nb"), ("[NB 1] ", "nb")]
)
def test_numbered_notes_have_a_group(label: str, group: str) -> None:
    notes, references = find(f"Rye.[1]\n\nNotes\n\n{label}In spring.\n\nReferences{TWO}")

    assert (group, "") == (notes.group, references.group)


def test_notes_alone_are_the_list_that_numbers_point_into() -> None:
    (notes,) = find(f"Rye.[1]\n\nNotes{TWO}")

    assert (notes.group, notes.is_lettered) == ("", False)


def test_two_lists_of_one_kind_have_no_group() -> None:
    first, second = find(f"Rye.[1]\n\nNotes{TWO}\nFootnotes{TWO}")

    assert (first.group, second.group) == ("", "")


@settings(deadline=None, max_examples=300)
@given(PIECES | st.text(st.sampled_from("References\n123.[]()* ") | st.characters(), max_size=60))
def test_any_text_has_its_lists_in_order(text: str) -> None:
    found = find(text)

    for first, second in pairwise(found):
        assert first.span.end <= second.span.start
    for each in found:
        assert each.entries
        assert 0 <= each.span.start < each.entries[0].span.start
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
    (found,) = lists.joined(find(text))

    assert [(entry.label, entry.position) for entry in found.entries] == [("1", 1), ("2", 2), ("3", 3), ("4", 4)]
    assert found.heading == "References"
    assert text[found.entries[3].span.start : found.entries[3].span.end] == "4. Straw. 2019."


@pytest.mark.parametrize("first", ["1", "4", "a"])
def test_lists_that_begin_anew_or_elsewhere_stay_apart(first: str) -> None:
    text = f"Rye.[1]\n\nReferences{TWO}\nSources\n\n{first}. Hay in June. 2018.\n"

    assert len(lists.joined(find(text))) == 2


@pytest.mark.parametrize(
    ("first", "entries"),
    [
        ('60 Minutes. "Rye". 3 May 2016.', ['60 Minutes. "Rye". 3 May 2016.']),
        ("2 Oats (2017).", ["2 Oats (2017)."]),
        ('2016 was dry, says "Rye".', ['2016 was dry, says "Rye".']),
        ("5000. Rye.", []),
        ("[99999] Rye", []),
    ],
)
def test_a_first_line_whose_number_fits_no_list_is_no_label(first: str, entries: list[str]) -> None:
    text = f"Rye.[1]\n\nSources\n\n{first}\n"

    assert entries == [entry.text for each in find(text) for entry in each.entries]
    assert {None} >= set(labels(text))


@pytest.mark.parametrize("entry", ["1. {}\n2. {}\n", "* {}\n* {}\n"])
@pytest.mark.parametrize("heading", ["External links", "== External links ==", "External links[edit]"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_links_below_a_list_are_no_entries(entry: str, heading: str, gap: str) -> None:
    listed = entry.format("Rye in spring. 2016.", "Oats in May. 2017.")
    (found,) = find(f"Rye.[1]\n\nReferences\n\n{listed}\n{heading}{gap}* The mill\n* The oven\n")

    assert [each.text for each in found.entries] == ["Rye in spring. 2016.", "Oats in May. 2017."]


@pytest.mark.parametrize("second", ["2.", "2. ", "2.\t"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_an_entry_without_text_is_an_entry_of_its_own(second: str, gap: str) -> None:
    (found,) = find(f"Rye.[1]\n\nReferences\n\n1. Rye. 2016.{gap}{second}{gap}3. Hay. 2018.\n")

    assert [(entry.label, entry.text) for entry in found.entries] == [
        ("1", "Rye. 2016."),
        ("2", ""),
        ("3", "Hay. 2018."),
    ]


@pytest.mark.parametrize("notes", ["a. In spring.", "1. In spring.", "[note 1] In spring."])
def test_references_without_labels_stand_above_notes(notes: str) -> None:
    text = f'Rye.[1]\n\nReferences\n\n"Rye falls". The Miller. 2016.\nOtt (2016). Oats.\n\nNotes\n\n{notes}\n'
    references, found = find(text)

    assert [entry.text for entry in references.entries] == ['"Rye falls". The Miller. 2016.', "Ott (2016). Oats."]
    assert [entry.text for entry in found.entries] == ["In spring."]
