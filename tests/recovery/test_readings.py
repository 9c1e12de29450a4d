"""Readings: where a reader lands by the printed numbers, and where the corrected numbers lead."""

from dataclasses import replace

import pytest

from verifier.articles import plaintext
from verifier.model.article import Article
from verifier.model.recovery import Reading, Recovery, Shift
from verifier.recovery import readings, recover

from .diary import diary

NOTES = """\
Grain

Rye fell.[1][note 1] Oats rose.[2][a]

Notes

{label}In spring.[2]

References

1. "Rye". The Miller. 2016.
2. "Oats". The Miller. 2017.
"""


def landings(article: Article, reading: Reading) -> dict[str, str | None]:
    """Return for each marker's label the text of the entry it leads to."""
    found = {}
    for marker in article.markers:
        entry = readings.entry_of(article, reading, marker)
        found[marker.label] = entry.text if entry else None
    return found


def corrected(article: Article, recovery: Recovery | None = None) -> Reading | None:
    return readings.corrected(article, recovery or recover.of(article), readings.printed(article))


def titles(article: Article, reading: Reading) -> dict[int, int]:
    """Return for each plain number the position of the entry it leads to."""
    return {int(label): position + 1 for (group, label), (_, position) in reading.entries.items() if not group}


@pytest.mark.parametrize(
    ("label", "note"),
    [
        ("1. ", {"note 1": "In spring.[2]"}),
        ("[note 1] ", {"note 1": "In spring.[2]"}),
        ("a. ", {"note 1": None, "a": "In spring.[2]"}),
    ],
)
def test_every_marker_leads_to_the_entry_with_its_label(label: str, note: dict[str, str | None]) -> None:
    article = plaintext.parse(NOTES.format(label=label), "article.txt")
    found = landings(article, readings.printed(article))

    assert found == {"1": '"Rye". The Miller. 2016.', "2": '"Oats". The Miller. 2017.'} | note


def test_without_labels_the_position_counts_and_of_equal_labels_the_first() -> None:
    bullets = plaintext.parse('Rye.[2] Oats.[3]\n\nReferences\n\n* "Rye". 2016.\n* "Oats". 2017.\n', "a.txt")
    twice = plaintext.parse('Rye.[1]\n\nReferences\n\n1. "Rye". 2016.\n1. "Oats". 2017.\n', "a.txt")

    assert landings(bullets, readings.printed(bullets)) == {"2": '"Oats". 2017.', "3": None}
    assert landings(twice, readings.printed(twice)) == {"1": '"Rye". 2016.'}


def test_bullets_beside_numbers_are_nobodys_entries() -> None:
    text = 'Rye.[1][2]\n\nReferences\n\n1. "Rye". 2016.\n\nSources\n\n* "Hay". 2018.\n* "Straw". 2019.\n'
    article = plaintext.parse(text, "a.txt")

    assert landings(article, readings.printed(article)) == {"1": '"Rye". 2016.', "2": None}


def test_digits_of_other_scripts_lead_to_the_same_entry() -> None:
    article = plaintext.parse('Rye.[\u0662]\n\nReferences\n\n1. "Rye". 2016.\n2. "Oats". 2017.\n', "a.txt")

    assert landings(article, readings.printed(article)) == {"\u0662": '"Oats". 2017.'}


def test_pairs_are_those_markers_that_lead_somewhere_in_order() -> None:
    article = plaintext.parse('Rye.[2][9] Oats.[1]\n\nReferences\n\n1. "Rye". 2016.\n2. "Oats". 2017.\n', "a.txt")
    found = list(readings.pairs(article, readings.printed(article)))

    assert [(index, claim.text, marker.label, entry.printed) for index, claim, marker, entry in found] == [
        (0, "Rye.", "2", "2"),
        (1, "Oats.", "1", "1"),
    ]


def test_a_sound_article_has_no_other_reading() -> None:
    assert corrected(diary(20)) is None
    assert corrected(plaintext.parse("Rye fell.[1]", "a.txt")) is None


def test_the_mapping_of_a_damaged_list_is_followed() -> None:
    article = diary(20, (3, 7))
    found = corrected(article)

    assert found is not None
    kept = [number for number in range(1, 21) if number not in (3, 7)]
    assert titles(article, found) == {number: position for position, number in enumerate(kept, 1)}
    assert found.excused == {"3", "7"}
    assert (found.elsewhere, found.unsure) == (frozenset(), frozenset())
    assert titles(article, readings.printed(article)) == {number: number for number in range(1, 19)}


def test_lists_beside_the_damaged_one_keep_their_entries() -> None:
    article = diary(20, (3, 7), notes="[note 1]\n\nNotes\n\n1. In spring.\n")
    found = corrected(article)

    assert found is not None
    assert found.entries["note", "1"] == (0, 0)
    assert found.entries["", "4"] == (1, 2)


def test_a_shift_is_followed_where_no_mapping_is_proposed() -> None:
    article = diary(20, (7,))
    refused = replace(recover.of(article), refusals=("too little is known",), shift=Shift(1, 20.0, 6, 7, 8))
    found = corrected(article, refused)

    assert found is not None
    assert titles(article, found) == {number: number - (number >= 8) for number in range(1, 21) if number != 7}
    assert found.excused == {"7"}


def test_a_shift_by_entries_too_many_never_leads_below_one() -> None:
    article = diary(5)
    shifted = replace(recover.of(article), shift=Shift(-2, 20.0, 1, 1, 1))
    found = corrected(article, shifted)

    assert found is not None
    assert titles(article, found) == {1: 3, 2: 4, 3: 5}


def test_after_a_refusal_no_entry_is_called_uncited_and_no_lost_number_undefined() -> None:
    article = diary(20, range(2, 18))
    recovery = replace(recover.of(article), shift=None)
    found = corrected(article, recovery)

    assert recovery.refusals
    assert found is not None
    assert found.entries == {}
    assert found.excused == {str(number) for number in range(1, 21)}
    assert found.elsewhere == frozenset(range(1, 21))
    assert found.unsure == frozenset(range(4))


def test_a_hidden_prefix_is_cited_elsewhere() -> None:
    article = diary(12, cited=range(4, 13))
    found = corrected(article)

    assert found is not None
    assert found.elsewhere == {1, 2, 3}
    assert found.excused == frozenset()
    assert dict(found.entries) == dict(readings.printed(article).entries)


def test_labels_that_were_kept_excuse_those_that_are_gone() -> None:
    text = 'Rye.[1][2][3]\n\nReferences\n\n1. "Rye". 2016.\n3. "Oats". 2017.\n'
    article = plaintext.parse(text, "a.txt")
    found = corrected(article)

    assert found is not None
    assert found.excused == {"2"}
    assert landings(article, found) == {"1": '"Rye". 2016.', "2": None, "3": '"Oats". 2017.'}
