"""Labels that are no plain numbers, and marks that hold several: each is read, and one that no entry has is told."""

import pytest

from verifier.articles import plaintext
from verifier.recovery import readings

SOURCES = "1. Rye in spring. 2016.\n2. Oats in May. 2017.\n"


def leads(text: str) -> list[tuple[str, str | None]]:
    """Return each marker's label and the text of the entry it leads to, if any."""
    article = plaintext.parse(text, "a.txt")
    reading = readings.printed(article)
    entries = ((marker, readings.entry_of(article, reading, marker)) for marker in article.markers)
    return [(marker.label, entry.text if entry else None) for marker, entry in entries]


@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("i", "ii"), ("\u03b1", "\u03b2")])
def test_notes_with_letters_of_any_kind_are_a_list(first: str, second: str) -> None:
    text = (
        f"Rye fell.[{first}][1] Oats rose.[2][{second}]\n\n"
        f"Notes\n\n{first}. In May.\n{second}. Or June.\n\nReferences\n\n{SOURCES}"
    )

    assert leads(text) == [
        (first, "In May."),
        ("1", "Rye in spring. 2016."),
        ("2", "Oats in May. 2017."),
        (second, "Or June."),
    ]


def test_the_letter_behind_the_last_note_leads_nowhere_and_a_word_in_brackets_is_none() -> None:
    notes = "Notes\n\na. In May.\nb. Or June.\n\n"
    text = f"Rye fell.[a] Oats rose.[c][1] [b]oth grew.[z][2]\n\n{notes}References\n\n{SOURCES}"

    assert [label for label, entry in leads(text) if entry is None] == ["c"]
    assert [label for label, _ in leads(text)] == ["a", "c", "1", "2"]


def test_keys_of_names_and_years_are_labels() -> None:
    text = (
        "Rye fell [Abc99] and [Smi01, Xyz00].\n\nReferences\n\n[Abc99] Abcson. One. 1999.\n[Smi01] Smith. Two. 2001.\n"
    )

    assert leads(text) == [("Abc99", "Abcson. One. 1999."), ("Smi01", "Smith. Two. 2001."), ("Xyz00", None)]
    assert leads(f"{text}\nNotes\n\n1. In May.\n")[:3] == leads(text)


def test_three_rows_that_count_are_a_list_without_a_full_stop() -> None:
    text = "Rye [1], oats [2] and hay [3].\n\nReferences\n\n1 Smith. One.\n2 Jones. Two.\n3 Brown. Three.\n"

    assert [entry for _, entry in leads(text)] == ["Smith. One.", "Jones. Two.", "Brown. Three."]


def test_round_brackets_hold_several_numbers_and_ranges() -> None:
    text = "Rye (1). Oats (2, 3). Hay (1\u20133). Straw (4-6); 100 (99) guests.\n\nReferences\n\n"
    text += "".join(f"{number}. Doe. Rye {number}. 2016.\n" for number in range(1, 7))

    assert [label for label, _ in leads(text)] == ["1", "2", "3", "1", "2", "3", "4", "5", "6"]


def test_each_part_of_a_bracket_may_have_its_own_page() -> None:
    article = plaintext.parse(f"Rye fell [2, p. 4; 1].\n\nReferences\n\n{SOURCES}", "a.txt")

    assert [(each.label, each.page) for each in article.markers] == [("2", "p. 4"), ("1", None)]


def test_glued_digits_count_behind_a_comma_too_and_somewhat_beyond_the_list() -> None:
    text = (
        "It opened,1 it closed;2 and it fell.3 It rose,4 as told.5 It hid.9 In May,200 they left.88\n\nReferences\n\n"
    )
    text += "".join(f"{number}. Doe. Rye {number}. 2016.\n" for number in range(1, 7))

    assert [label for label, _ in leads(text)] == ["1", "2", "3", "4", "5", "9"]


def test_a_list_of_bare_numbers_may_have_lost_some_and_a_date_is_none_of_them() -> None:
    text = "Rye [1], oats [2], hay [3] and straw [5].\n\nReferences\n\n"
    text += '1 Doe, Ann. "One".\n3 May 2016.\n2 Roe, Ben. Two.\n4 June 2017, p. 5.\n5 "Straw". The Gazette.\n'

    assert leads(text) == [
        ("1", 'Doe, Ann. "One". 3 May 2016.'),
        ("2", "Roe, Ben. Two. 4 June 2017, p. 5."),
        ("3", None),
        ("5", '"Straw". The Gazette.'),
    ]


def test_a_bracket_goes_on_in_the_next_line_and_not_behind_a_blank_one() -> None:
    text = f"Rye fell [1\u2013\n2]. Oats rose [1,\n2]. Hay [\n2\n] grew.\n[1\n\n2] Straw.\n\nReferences\n\n{SOURCES}"

    assert [label for label, _ in leads(text)] == ["1", "2", "1", "2", "2"]


def test_a_number_may_be_followed_by_its_pages() -> None:
    text = (
        f"Rye fell [2: 45]. Oats rose [1: pp. 4\u20135, 2: 7]. Hay [1: 45, 47] at [12:30].\n\nReferences\n\n{SOURCES}"
    )
    found = plaintext.parse(text, "a.txt").markers

    assert [(each.label, each.page) for each in found] == [("2", "45"), ("1", "pp. 4\u20135"), ("2", "7"), ("1", "45")]


def test_parts_of_an_entry_lead_to_it_where_the_text_counts_them() -> None:
    text = (
        f"Rye fell.[1.1] Oats rose.[1.2][2] Hay grew 1.4 [1.2, 1.6] times, [1.9] or [3.1].\n\nReferences\n\n{SOURCES}"
    )

    assert [label for label, _ in leads(text)] == ["1", "1", "2"]
    assert leads(text.replace("[1.2]", "[1.7]")) == [("2", "Oats in May. 2017.")]


def test_an_editors_letter_in_a_quotation_is_no_note() -> None:
    text = (
        'Rye was lit at low water.[a] The mayor said that they "close[d] the gate".[1] It rose[b] twice.[2]\n\n'
        f"Notes\n\n^ At low water.\n^ Twice a day.\n\nReferences\n\n{SOURCES}"
    )

    assert [label for label, _ in leads(text)] == ["a", "1", "b", "2"]


def test_exponents_of_variables_and_names_with_numbers_are_no_markers() -> None:
    text = "Rye [1] fits x\u2074, R\u00b2 and y\u2074 in mol\u207b\u00b9. Oats [2] fit z\u2074.\n\nReferences\n\n"
    text += SOURCES
    names = "The inputs x1, x2, x3, x4, x5 go to usb1, usb2.\n\nReferences\n\n"
    names += "".join(f"{number}. Doe. Rye {number}. 2016.\n" for number in range(1, 6))

    assert [label for label, _ in leads(text)] == ["1", "2"]
    assert leads(names) == []
