"""Structure: what the numbers alone say of a list that is whole, cut, or has lost its beginning."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.articles import plaintext
from verifier.model.article import Article
from verifier.model.recovery import Regime, Structure
from verifier.recovery import structure


def article(cited: Sequence[int | str], labels: Sequence[int | str], extra: str = "") -> Article:
    body = "Grain\n\n" + "".join(f"Rye fell in field {place}.[{number}]\n\n" for place, number in enumerate(cited, 100))
    entries = "".join(f'{label}. "Rye of {label}". The Miller. 2016.\n' for label in labels)
    return plaintext.parse(f"{body}{extra}References\n\n{entries}" if labels else body, "article.txt")


def of(cited: Sequence[int | str], labels: Sequence[int | str], extra: str = "") -> Structure:
    return structure.of(article(cited, labels, extra))


def test_a_whole_list_is_the_identity() -> None:
    assert of([1, 2, 3, 2], [1, 2, 3]) == Structure((1, 2, 3), (), 3, 3, 0, (), Regime.IDENTITY)
    assert of([1, 2], [1, 2, 3, 4]).regime is Regime.IDENTITY


def test_a_list_that_is_shorter_than_the_numbers_lost_some() -> None:
    found = of([1, 2, 4, 5, 7], [1, 2, 3])

    assert (found.regime, found.greatest, found.entries, found.lost) == (Regime.SUBSET, 7, 3, 4)
    assert found.never_cited == (3, 6)


def test_labels_that_were_kept_say_which_entries_are_left() -> None:
    assert of([1, 2, 3, 4], [1, 3, 4]).regime is Regime.LABELLED
    assert of([1, 2], [1, 1]).regime is Regime.LABELLED


def test_without_a_list_or_numbers_there_is_no_regime() -> None:
    assert of([], [1, 2]) == Structure(entries=2)
    assert of([2, 1], []) == Structure((2, 1), greatest=2)


def test_a_list_without_labels_is_numbered_afresh() -> None:
    text = 'Rye.[1] Oats.[4]\n\nReferences\n\n* "Rye". 2016.\n* "Oats". 2017.\n'

    assert structure.of(plaintext.parse(text, "article.txt")).regime is Regime.SUBSET


@pytest.mark.parametrize(
    ("order", "hidden"),
    [
        ([], 0),
        ([1, 2, 3], 0),
        ([1, 2, 5, 6], 0),
        ([3, 4, 5], 2),
        ([5, 8, 10, 11, 9, 7, 1, 12], 9),
        ([2, 1, 3], 1),
        ([2, 4, 3, 5], 3),
        ([1, 3, 2, 4], 0),
        ([4, 5, 2], 3),
    ],
)
def test_the_hidden_prefix(order: list[int], hidden: int) -> None:
    assert hidden == structure.hidden_prefix(order)


@given(st.integers(0, 8), st.integers(1, 12), st.data())
def test_numbers_cited_first_in_content_that_is_gone_are_hidden(hidden: int, more: int, data: st.DataObject) -> None:
    again = data.draw(st.lists(st.integers(1, hidden), max_size=4)) if hidden else []
    order = list(range(hidden + 1, hidden + more + 1))
    for number in again:
        order.insert(data.draw(st.integers(0, len(order))), number)
    found = structure.hidden_prefix(dict.fromkeys(order))

    assert found <= hidden
    assert found == hidden or order[0] <= hidden


def test_markers_inside_a_note_say_nothing_about_the_order() -> None:
    text = (
        "Rye.[1][a] Oats.[3] Hay.[4]\n\nNotes\n\na. Rye in spring.[2]\n\n"
        'References\n\n1. "A". 2016.\n2. "B". 2016.\n3. "C". 2016.\n4. "D". 2016.\n'
    )
    found = structure.of(plaintext.parse(text, "article.txt"))

    assert found.cited == (1, 3, 4, 2)
    assert found.hidden_prefix == 0


def test_a_list_sorted_by_its_authors_hides_nothing() -> None:
    names = ["Adams", "Baker", "Baker", "Davis", "\u00c9variste"]
    listed = "".join(f'{place}. {name}, Jo (2016). "Rye". The Miller.\n' for place, name in enumerate(names, 1))
    body = "Grain\n\nRye.[4] Oats.[2] Hay.[1] Corn.[5] Beans.[3]\n\nReferences\n\n"
    mixed = listed.replace("Adams", "Young")

    assert structure.of(plaintext.parse(body + listed, "a.txt")).hidden_prefix == 0
    assert structure.of(plaintext.parse(body + mixed, "a.txt")).hidden_prefix == 3
    assert structure.of(plaintext.parse(body + listed.replace("Davis, Jo ", "Davis "), "a.txt")).hidden_prefix == 0
    assert (
        structure.of(plaintext.parse(body + listed.replace("4. Davis, Jo (2016). ", "4. "), "a.txt")).hidden_prefix == 3
    )


def test_letters_and_groups_are_no_plain_numbers() -> None:
    made = article([1, "note 2", 2], [1, 2])

    assert [marker.label for marker in made.markers] == ["1", "note 2", "2"]
    assert [marker.number for marker in structure.plain_markers(made)] == [1, 2]


@pytest.mark.parametrize(
    ("cited", "entries", "wild"),
    [
        ([1, 2, 3, 111], 20, (111,)),
        ([1, 2, 3, 52], 20, (52,)),
        ([1, 2, 3, 51], 20, (51,)),
        ([1, 2, 3, 50], 20, ()),
        ([1, 2, 3, 30], 14, ()),
        ([*range(1, 31)], 3, ()),
        ([5000], 3, (5000,)),
        ([1, 500, 2000], 3, ()),
        ([*range(1, 41), 500, 2000], 40, (500, 2000)),
        ([*range(1, 41), 500, 2000, 9000], 40, ()),
        ([*range(1, 15), 17], 14, (17,)),
        ([*range(1, 15), 15], 14, ()),  # the list may have lost any entry
        ([*range(1, 15), 16], 14, ()),  # it may have lost two, of which one was not cited
        ([*range(1, 15), 17, 18], 14, ()),
        ([*range(1, 41), 53, 59], 40, (53, 59)),
        ([*range(1, 14), 17], 14, ()),  # entry 14 is not cited either
    ],
)
def test_numbers_far_above_all_others_are_typing_errors(cited: list[int], entries: int, wild: tuple[int, ...]) -> None:
    assert wild == structure.wild_numbers(cited, entries)


def test_a_typing_error_makes_no_lost_entries() -> None:
    found = of([1, 2, 3, 111], [1, 2, 3])

    assert (found.regime, found.greatest, found.wild, found.lost) == (Regime.IDENTITY, 3, (111,), 0)
    assert found.never_cited == ()
    assert found.hidden_prefix == 0


def test_a_text_that_cites_next_to_nothing_has_no_gaps() -> None:
    assert of([900, 901], [*range(1, 1000)]).never_cited == ()
    assert len(of([1, 100], [*range(1, 101)]).never_cited) == 98


@settings(deadline=None)
@given(st.lists(st.integers(1, 40), max_size=20), st.integers(0, 20))
def test_any_numbers_have_a_structure(cited: list[int], count: int) -> None:
    found = of(cited, [*range(1, count + 1)])

    assert tuple(dict.fromkeys(cited)) == found.cited
    assert not {*found.never_cited} & {*cited}
    assert 0 <= found.hidden_prefix <= max(cited, default=0)
    assert (found.regime is Regime.NONE) == (not cited or not count)
    assert {*found.wild} <= {*cited}
    assert found.lost == max(0, found.greatest - count)
