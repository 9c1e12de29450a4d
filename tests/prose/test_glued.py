"""Numbers without brackets: glued to words, in the order of the list; numerals; brackets of East Asia."""

import pytest

from verifier.articles import plaintext
from verifier.model.article import Article

NOTES = ["Doe. Rye. 2016.", "Roe. Oats. 2017.", "Poe. Hay. 2018.", "Loe. Straw. 2019.", "Moe. Corn. 2020."]
NUMBERED = "".join(f"{number}. {note}\n" for number, note in enumerate(NOTES, 1))


def read(text: str) -> Article:
    return plaintext.parse(text, "a.txt")


def cited(text: str) -> list[str]:
    return [marker.label for marker in read(text).markers]


@pytest.mark.parametrize(
    "text",
    [
        "Rye fell.1 Oats rose.2,3 Hay burned.4 Corn stood.5",
        "Rye fell.1 Oats rose.2-4 Corn stood.5 Öl floss.1",
        "La digue est vieille1. Elle a un feu2,3. Elle tient4, dit-on5.",
        "La digue est de 19541. Elle a un feu en 20142,3. Elle tient4. Elle sert5.",
    ],
)
def test_numbers_glued_to_words_are_markers_if_they_go_on_in_the_order_of_the_list(text: str) -> None:
    assert ["1", "2", "3", "4", "5"] == cited(f"{text}\n\nReferences\n{NUMBERED}")[:5]


@pytest.mark.parametrize(
    "text",
    [
        "CO2 and B12 and H2. The mp3. An x4, and y5.",  # too few in order
        "Rye7. Oats9. Hay3. Straw12. Corn5. Beans8.",
        "Rye1. Oats2. Hay3.",
    ],
)
def test_other_digits_glued_to_words_are_none(text: str) -> None:
    assert [] == cited(f"{text}\n\nReferences\n{NUMBERED}")


def test_footnotes_of_a_text_without_brackets_are_its_list() -> None:
    notes = "1 Doe, Rye, p. 3.\n2 Ibid.\n3 Poe (note 1), p. 5.\n4 Ibid.\n5 Moe.\n"
    article = read(f"Rye fell.1 Oats rose.2 Hay burned.3 Straw stayed.4 Corn stood.5\n\n{notes}")

    assert ["1", "2", "3", "4", "5"] == [marker.label for marker in article.markers]
    assert ["1", "2", "3", "4", "5"] == [entry.label for entry in article.lists[0].entries]


@pytest.mark.parametrize("heading", ["Endnotes\n", ""])
def test_numerals_are_labels(heading: str) -> None:
    """Word counts endnotes so, and writes them into plain text without a heading."""
    notes = "".join(f"[{label}] {note}\n" for label, note in zip(("i", "ii", "iii", "iv"), NOTES, strict=False))
    article = read(f"Rye fell.[i] Oats rose.[ii] Hay burned.[iii] Straw stayed.[iv]\n\n{heading}{notes}")

    assert ["i", "ii", "iii", "iv"] == [marker.label for marker in article.markers]
    assert [("i", NOTES[0]), ("ii", NOTES[1]), ("iii", NOTES[2]), ("iv", NOTES[3])] == [
        (entry.label, entry.text) for entry in article.lists[0].entries
    ]


def test_a_numeral_whose_entry_is_lost_is_still_a_marker() -> None:
    text = f"Rye fell.[i] Oats rose.[ii] Hay burned.[iii]\n\nEndnotes\n[i] {NOTES[0]}\n[ii] {NOTES[1]}\n"

    assert ["i", "ii", "iii"] == cited(text)


@pytest.mark.parametrize("around", ["［］", "【】", "〔〕"])
def test_brackets_of_east_asia_are_brackets(around: str) -> None:
    def label(number: int) -> str:
        return f"{around[0]}{number}{around[1]}"

    notes = "".join(f"{label(number)} {note}\n" for number, note in enumerate(NOTES[:2], 1))
    article = read(f"Rye fell{label(1)}. Oats rose{label(2)}.\n\nReferences\n{notes}")

    assert ["1", "2"] == [marker.label for marker in article.markers]
    assert ["1", "2"] == [entry.label for entry in article.lists[0].entries]
