"""Chapters: with a list at the end of each, a number means the list of its own chapter."""

import pytest

from verifier.articles import plaintext
from verifier.model.article import Article
from verifier.recovery import readings, recover


def chapter(name: str, entries: int) -> str:
    body = " ".join(f"{name} {number}.[{number}]" for number in range(1, entries + 1))
    listed = "".join(f'{number}. "{name}, part {number}". 2016.\n' for number in range(1, entries + 1))
    return f"{name}\n\n{body}\n\nReferences\n\n{listed}\n"


def landings(article: Article) -> list[tuple[str, str, str | None]]:
    """Return (group, label, title of the entry it leads to) of each marker."""
    return [
        (marker.group, marker.label, entry.citation.title)
        for _, _, marker, entry in readings.pairs(article, readings.printed(article))
    ]


@pytest.mark.parametrize(("first", "second"), [(2, 3), (3, 2), (2, 2), (1, 5)])
def test_the_numbers_of_a_chapter_lead_to_its_own_list(first: int, second: int) -> None:
    article = plaintext.parse(chapter("Rye", first) + chapter("Oats", second), "a.txt")

    assert landings(article) == [
        *(("", str(number), f"Rye, part {number}") for number in range(1, first + 1)),
        *(("part 2", str(number), f"Oats, part {number}") for number in range(1, second + 1)),
    ]
    assert recover.of(article).structure.lost == 0


def test_every_further_chapter_has_a_group_of_its_own() -> None:
    article = plaintext.parse(chapter("Rye", 2) + chapter("Oats", 1) + chapter("Hay", 2), "a.txt")

    assert [each.group for each in article.lists] == ["", "part 2", "part 3"]
    assert landings(article)[-1] == ("part 3", "2", "Hay, part 2")


def test_what_stands_behind_the_last_list_belongs_to_the_last_chapter() -> None:
    article = plaintext.parse(f"{chapter('Rye', 2)}{chapter('Oats', 3)}The end\n\nAll was eaten.[2]\n", "a.txt")

    assert landings(article)[-1] == ("part 2", "2", "Oats, part 2")


def test_lists_that_stand_together_are_no_chapters() -> None:
    text = 'Rye.[1]\n\nReferences\n\n1. "Rye". 2016.\n\nSources\n\n1. "Oats". 2017.\n'

    assert [each.group for each in plaintext.parse(text, "a.txt").lists] == ["", ""]


def test_a_list_that_goes_on_begins_no_chapter() -> None:
    text = 'Rye.[1]\n\nReferences\n\n1. "Rye". 2016.\n\nOats.[2]\n\nSources\n\n2. "Oats". 2017.\n'

    assert landings(plaintext.parse(text, "a.txt")) == [("", "1", "Rye"), ("", "2", "Oats")]
