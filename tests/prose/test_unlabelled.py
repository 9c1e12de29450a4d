"""Lists without labels: their entries are as many as the text cites, whatever they look like."""

import pytest

from verifier.articles import plaintext

NAMES = ["Poe, Hay", "Doe, Rye (1999)", "Loe, Straw, p. 4", '"Oats". Roe. 2017.', "1984. Moe", "2. Bundesliga. 2001."]


def entries(text: str) -> list[tuple[str, list[str]]]:
    lists = plaintext.parse(text, "a.txt").lists
    return [(each.heading, [entry.text for entry in each.entries]) for each in lists]


def cite(count: int) -> str:
    return " ".join(f"Rye.[{number}]" for number in range(1, count + 1))


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(("before", "behind"), [("", ""), ("Texts from Ober:\n", ""), ("", "Ober Press\nContact\n")])
def test_every_line_is_an_entry_if_there_are_as_many_as_are_cited(between: str, before: str, behind: str) -> None:
    text = f"{cite(6)}\n\nReferences\n\n{before}{between.join(NAMES)}\n{behind}"

    assert [("References", NAMES)] == entries(text)


def test_notes_before_a_bibliography_are_the_list() -> None:
    notes = ["Doe, p. 4", "Ibid.", "Roe, p. 3"]
    text = f"{cite(3)}\n\nNotes\n" + "\n".join(notes) + "\n\nBibliography\nDoe, A. Rye. 2001.\nRoe, B. Oats. 2002.\n"

    article = plaintext.parse(text, "a.txt")

    assert ("Notes", notes) == entries(text)[0]
    assert ["Notes"] == [each.heading for each in article.plain_lists]  # nothing is ambiguous


@pytest.mark.parametrize("lost", range(6))
def test_a_list_that_lost_an_entry_keeps_the_others(lost: int) -> None:
    names = [f"Doe {year}, Rye. {year}." for year in range(2001, 2006)]
    names.insert(0, "Poe, Hay")
    kept = [name for index, name in enumerate(names) if index != lost]

    assert [("References", kept)] == entries(f"{cite(6)}\n\nReferences\n" + "\n".join(kept) + "\n")


def test_labels_count_more_than_the_number_of_lines() -> None:
    text = f"{cite(3)}\n\nReferences\n1. Doe, Rye,\n2001.\n2. Roe, Oats. 2002.\n"

    assert [("References", ["Doe, Rye, 2001.", "Roe, Oats. 2002."])] == entries(text)
