"""Notes beside references: each marker leads into its own list, however a copy prints the labels."""

import time

import pytest

from verifier.articles import plaintext
from verifier.model.article import Article
from verifier.recovery import readings

from .listed import TWO, find, labels


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


@pytest.mark.parametrize("notes", ["a. In spring.", "1. In spring.", "[note 1] In spring."])
def test_references_without_labels_stand_above_notes(notes: str) -> None:
    text = f'Rye.[1]\n\nReferences\n\n"Rye falls". The Miller. 2016.\nOtt (2016). Oats.\n\nNotes\n\n{notes}\n'
    references, found = find(text)

    assert [entry.text for entry in references.entries] == ['"Rye falls". The Miller. 2016.', "Ott (2016). Oats."]
    assert [entry.text for entry in found.entries] == ["In spring."]


@pytest.mark.parametrize(
    "form",
    [
        "note {}. ",
        "Note {}. ",
        "note {}: ",
        "(note {}) ",
        "note {}) ",
        "n {}. ",
        "[note {}]: ",
        "{}. ^ ",
        "^ a b ",
        "^ ",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_notes_are_found_by_their_numbers_however_a_copy_prints_them(form: str, gap: str) -> None:
    notes = gap.join(form.format(number) + text for number, text in enumerate(["In spring.", "In May,\nor June."], 1))
    article = plaintext.parse(
        f"Rye fell.[note 1][1] Oats rose.[2][note 2]\n\nNotes\n\n{notes}\n\nReferences{TWO}", "a.txt"
    )

    assert meant(article) == ["In spring.", "Rye in spring. 2016.", "Oats in May. 2017.", "In May, or June."]


def test_links_back_alone_are_left_of_both_lists_of_a_copied_page() -> None:
    article = plaintext.parse(
        "Rye fell.[note 1][1] Oats rose.[2]\n\nNotes\n\n^ In spring.\n\n"
        "References\n\n^ a b Rye. 2016.\n^ Oats. 2017.\n",
        "a.txt",
    )

    assert meant(article) == ["In spring.", "Rye. 2016.", "Oats. 2017."]


def test_notes_in_the_text_are_no_list() -> None:
    body = (
        "Rye fell.[note 1][1]\n\nNote 1: rye is a grass.\nNote 2: so are oats.\n\nNotes on rye\n\nNote 3: it is grey.\n"
    )
    article = plaintext.parse(f"{body}\nReferences{TWO}", "a.txt")

    assert [each.heading for each in article.lists] == ["References"]
    assert meant(article) == [None, "Rye in spring. 2016."]


@pytest.mark.parametrize("line", ["Note 1 tells of rye.", "Note 99: rye.", "Note 1a: rye.", "Notes 1: rye."])
def test_a_line_below_notes_that_is_no_label_begins_no_list(line: str) -> None:
    assert labels(f"Rye.[1]\n\nNotes\n\n{line}\n\nReferences{TWO}") == ["1", "2"]


def test_a_single_letter_behind_a_link_back_is_a_word() -> None:
    assert [entry.text for entry in find("Rye.[1]\n\nNotes\n\n^ a rye field\n^ a b a rye field\n")[0].entries] == [
        "a rye field",
        "a rye field",
    ]


def meant(article: Article) -> list[str | None]:
    """Return the texts of the entries that the markers lead to, in order."""
    reading = readings.printed(article)
    entries = (readings.entry_of(article, reading, marker) for marker in article.markers)
    return [entry.text if entry else None for entry in entries]


@pytest.mark.parametrize("headings", [("Notes", "Footnotes"), ("Footnotes", "Notes")])
def test_marks_with_a_word_lead_to_the_list_of_notes_that_is_as_long_wherever_it_stands(
    headings: tuple[str, str],
) -> None:
    first, second = headings
    body = "Rye fell[1] early[nb 1] and rose.[2]\n\n"
    notes, sources = "1. In May.\n", "1. Rye. 2016.\n2. Oats. 2017.\n"

    for below in (f"{first}\n\n{notes}\n{second}\n\n{sources}", f"{first}\n\n{sources}\n{second}\n\n{notes}"):
        assert meant(plaintext.parse(body + below, "a.txt")) == ["Rye. 2016.", "In May.", "Oats. 2017."]


def test_of_two_lists_as_long_the_one_called_notes_is_that_of_the_notes() -> None:
    article = plaintext.parse(
        "Rye fell[1] early.[nb 1]\n\nFootnotes\n\n1. Rye. 2016.\n\nNotes\n\n1. In May.\n", "a.txt"
    )

    assert meant(article) == ["Rye. 2016.", "In May."]


COPY = (
    "Rye fell.[a][1] Oats rose.[2][b]\n\nNotes[edit]\n^ In spring.[2]\n^ In May.\n"
    "References[edit]\n^ Doe. Rye. 2016.\n^ Jump up to: a b Roe. Oats. 2017.\n"
)


def test_letters_lead_to_notes_that_lost_theirs_in_a_copy() -> None:
    article = plaintext.parse(COPY, "a.txt")
    reading = readings.printed(article)
    led = [readings.entry_of(article, reading, marker) for marker in article.markers]

    assert ["a", "1", "2", "b", "2"] == [marker.label for marker in article.markers]
    assert ["In spring.[2]", "Doe. Rye. 2016.", "Roe. Oats. 2017.", "In May.", "Roe. Oats. 2017."] == [
        entry.text for entry in led if entry
    ]


def test_a_letter_whose_note_is_lost_leads_nowhere() -> None:
    article = plaintext.parse(COPY.replace("^ In May.\n", ""), "a.txt")
    reading = readings.printed(article)

    assert ["b"] == [each.label for each in article.markers if readings.entry_of(article, reading, each) is None]


def test_an_inserted_letter_is_no_marker() -> None:
    article = plaintext.parse(COPY.replace("[a]", " [a] lot").replace("[b]", ""), "a.txt")

    assert ["1", "2", "2"] == [marker.label for marker in article.markers]


BOTH = (
    "Rye fell.{0} Oats rose [1]. Hay burned.{1} Straw stayed [2, 3].\n\n"
    "Notes\n\n1. By a tenth.\n2. In May.\n\nReferences\n"
)


def test_raised_numbers_lead_to_notes_where_others_lead_to_references() -> None:
    entries = "[1] Doe. 2001.\n[2] Roe. 2002.\n[3] Poe. 2003.\n"
    article = plaintext.parse(BOTH.format("\u00b9", "\u00b2") + entries + "\nRye rose.\u00b9", "a.txt")
    reading = readings.printed(article)
    led = [readings.entry_of(article, reading, marker) for marker in article.markers[:4]]

    assert ["By a tenth.", "Doe. 2001.", "In May.", "Roe. 2002."] == [entry.text for entry in led if entry]
    assert ("brackets",) == article.marker_styles


@pytest.mark.parametrize(
    "text",
    [
        "x\u00b9 y[1] " * 12_000 + "\n\nNotes\n1. a\n2. b\n\nReferences\n1. c\n2. d\n",
        "x[9]\n" + "Notes\n^ x\n^ y\n" * 7_000,
        "x[5]\n" + "Notes\na 2001.\nb 2002.\n\n" * 4_000,
    ],
)
def test_many_marks_and_many_lists_are_told_apart_in_time(text: str) -> None:
    start = time.process_time()
    plaintext.parse(text, "a.txt")

    assert time.process_time() - start < 20  # seconds; quadratic it would take a minute
