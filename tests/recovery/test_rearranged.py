"""Entries that stand elsewhere than their numbers say, in a list that is as long as the numbers."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from recovery.diary import diary
from verifier.articles import plaintext
from verifier.model.article import Article
from verifier.model.recovery import Class, Move
from verifier.recovery import rearranged, recover

FOREIGN = '"A view from the window". The Other Paper. 5 April 2014.'


def reordered(order: Sequence[int | None], *, dated: bool = True) -> Article:
    """Return the diary whose list has, at each place, the entry of this number (from 1); None for a foreign one."""
    body, _, rest = diary(len(order), dated=dated).text.partition("\n\nReferences\n\n")
    entries = [line.partition(". ")[2] for line in rest.splitlines()]
    printed = "\n".join(
        f"{place}. {entries[number - 1] if number else FOREIGN}" for place, number in enumerate(order, 1)
    )
    return plaintext.parse(f"{body}\n\nReferences\n\n{printed}\n", "article.txt")


def moved(count: int, source: int, target: int) -> list[int | None]:
    order: list[int | None] = list(range(1, count + 1))
    order.insert(target - 1, order.pop(source - 1))
    return order


@pytest.mark.parametrize(
    ("order", "move", "place"),
    [
        (moved(24, 5, 17), Move.MOVED_DOWN, (5, 17)),
        (moved(24, 17, 5), Move.MOVED_UP, (5, 17)),
        ([each if each != 5 else None for each in moved(24, 5, 17)], Move.REPLACED_DOWN, (5, 17)),
        ([each if each != 17 else None for each in moved(24, 17, 5)], Move.REPLACED_UP, (5, 17)),
        ([{7: 15, 15: 7}.get(each, each) for each in range(1, 25)], Move.SWAPPED, (7, 15)),
    ],
)
def test_what_stands_elsewhere_is_found_and_led_back(
    order: list[int | None], move: Move, place: tuple[int, int]
) -> None:
    found = recover.of(reordered(order))

    assert found.rearranged is not None
    assert (found.rearranged.move, (found.rearranged.first, found.rearranged.last)) == (move, place)
    assert found.shift is None
    assert found.proposes
    for placement in found.placements:
        assert placement.best == order[placement.entry]
        if placement.best != placement.entry + 1:
            assert placement.kind is Class.CONFIRMED
    assert [entry for entry, number in enumerate(order) if number is None] == list(found.gained)
    assert [number for number, _ in found.lost] == [each for each in range(1, 25) if each not in order]


def test_a_list_that_is_whole_gives_no_alarm() -> None:
    found = recover.of(diary(24))

    assert (found.rearranged, found.disordered, found.placements) == (None, False, ())


@pytest.mark.parametrize("turn", [1, -1])
def test_a_sorted_list_is_called_disordered_and_nothing_is_placed(turn: int) -> None:
    found = recover.of(reordered([turn * place * 17 % 41 for place in range(1, 41)]))

    assert found.disordered
    assert (found.rearranged, found.placements) == (None, ())


@settings(max_examples=25, deadline=None)
@example(2565)  # after one move it fits better by chance, and more would
@example(2592)
@given(st.integers(0, 10**6))
def test_of_a_shuffled_list_nothing_is_said_to_have_moved(seed: int) -> None:
    order: list[int | None] = [*range(1, 31)]
    random.Random(seed).shuffle(order)
    found = recover.of(reordered(order))

    assert found.rearranged is None
    assert found.placements == ()


def test_a_list_that_is_longer_than_the_numbers_is_not_called_rearranged() -> None:
    text = reordered([*moved(24, 5, 17), None]).text.replace("[25]", "")
    found = recover.of(plaintext.parse(text, "article.txt"))

    assert (found.structure.greatest, found.structure.entries) == (24, 25)
    assert found.rearranged is None


def test_long_lags_alone_move_nothing() -> None:
    assert recover.of(diary(24, late=9)).rearranged is None  # each is published on the day of the next event


def test_neighbours_that_changed_places_are_called_so() -> None:
    found = recover.of(reordered(moved(24, 9, 10)))

    assert found.rearranged is not None
    assert rearranged.words(found.rearranged) == "entries 9 and 10 changed places"
