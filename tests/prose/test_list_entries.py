"""The entries of reference lists: their labels in every style, and what belongs to each."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.text import one_line

from .listed import TWO, find, labels

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
CITED = st.lists(
    st.lists(st.sampled_from("Rye oats Hay 2016 barley, straw; 40".split()), min_size=1, max_size=6),
    min_size=1,
    max_size=8,
)


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


def test_a_text_between_entries_belongs_to_the_entry_before_while_labels_go_on() -> None:
    (found,) = find("Rye.\n\nReferences\n\n1. Rye.\n\nwith a note\n\n2. Oats.\n\nwithout one\n")

    assert [entry.text for entry in found.entries] == ["Rye. with a note", "Oats."]


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


@pytest.mark.parametrize("second", ["2.", "2. ", "2.\t"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_an_entry_without_text_is_an_entry_of_its_own(second: str, gap: str) -> None:
    (found,) = find(f"Rye.[1]\n\nReferences\n\n1. Rye. 2016.{gap}{second}{gap}3. Hay. 2018.\n")

    assert [(entry.label, entry.text) for entry in found.entries] == [
        ("1", "Rye. 2016."),
        ("2", ""),
        ("3", "Hay. 2018."),
    ]


def test_another_list_behind_a_paragraph_is_none_of_entries() -> None:
    assert ["1", "2"] == labels(f"Rye.[1]\n\nReferences{TWO}\nAnnex A\nStations:\n1. Ober\n2. Nieder\n")


def test_a_full_stop_behind_a_bracket_belongs_to_the_label() -> None:
    (found,) = find("Rye.[1]\n\nReferences\n[1]. Doe, Rye.\n[2]. Roe, Oats.\n")

    assert ["Doe, Rye.", "Roe, Oats."] == [entry.text for entry in found.entries]


@pytest.mark.parametrize(
    "heading",
    [
        "LITERATURE CITED",
        "List of references",
        "Literatur",
        "\u041b\u0438\u0442\u0435\u0440\u0430\u0442\u0443\u0440\u0430",
        "Fu\u00dfnoten",
        "Quellenangaben:",
        "8 Tham kh\u1ea3o",
    ],
)
def test_more_headings_of_lists(heading: str) -> None:
    assert ["1", "2"] == labels(f"Rye.[1]\n\n{heading}{TWO}")
