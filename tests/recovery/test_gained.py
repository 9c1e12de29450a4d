"""A list that gained entries: what was added is found, and each number is led to its own entry."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.diary import diary
from verifier.articles import plaintext
from verifier.model.article import Article
from verifier.model.recovery import Class
from verifier.recovery import gained, recover

ADDED = '"A view from {} windows". The Other Paper. {} April 2014.'


def padded(count: int, places: list[int], *, dated: bool = True) -> Article:
    """Return the diary of `count` days whose list has an added entry at each of these places (0-based)."""
    body, _, rest = diary(count, dated=dated).text.partition("\n\nReferences\n\n")
    entries = [line.partition(". ")[2] for line in rest.splitlines()]
    for place in sorted(places):
        entries.insert(place, ADDED.format(place, 1 + place % 28))
    printed = "\n".join(f"{number}. {each}" for number, each in enumerate(entries, 1))
    return plaintext.parse(f"{body}\n\nReferences\n\n{printed}\n", "article.txt")


def test_entries_put_in_at_several_places_are_found() -> None:
    found = recover.of(padded(24, [4, 11, 20]))

    assert found.gained == (4, 11, 20)
    assert found.proposes
    assert found.shift is None
    assert [placement.best for placement in found.placements] == list(range(1, 25))
    assert {placement.kind for placement in found.placements} == {Class.CONFIRMED}
    assert found.placement(4) is None
    assert (placement := found.placement(5)) is not None
    assert placement.best == 5


@pytest.mark.parametrize("places", [[24, 25], [24, 25, 26, 27, 28, 29, 30]])
def test_further_reading_at_the_end_is_no_fault(places: list[int]) -> None:
    found = recover.of(padded(24, places))

    assert (found.gained, found.placements, found.shift) == ((), (), None)


def test_by_words_alone_only_single_entries_are_confirmed() -> None:
    found = recover.of(padded(24, [4, 11, 20], dated=False))

    assert found.gained == (4, 11, 20)
    assert not found.proposes
    assert {placement.kind for placement in found.placements} == {Class.CONFIRMED, Class.AMBIGUOUS}
    assert all(
        placement.best == placement.entry + 1 - sum(place < placement.entry for place in found.gained)
        for placement in found.placements
    )


def test_one_place_alone_is_a_shift() -> None:
    found = recover.of(padded(24, [9]))

    assert found.shift is not None
    assert (found.shift.by, found.gained) == (-1, ())


@settings(max_examples=25, deadline=None)
@given(st.sets(st.integers(0, 20), min_size=2, max_size=5), st.booleans())
def test_whatever_is_put_in_no_number_is_confirmed_at_a_wrong_entry(places: set[int], dated: bool) -> None:
    article = padded(20, sorted(places), dated=dated)
    found = recover.of(article)
    main = article.main_list
    assert main is not None
    own = [index for index, each in enumerate(main.entries) if "Other Paper" not in each.text]

    for placement in found.placements:
        if placement.kind is Class.CONFIRMED:
            assert own[placement.best - 1] == placement.entry


@given(st.integers(1, 6), st.integers(0, 4), st.integers(0, 99))
def test_what_each_number_may_mean_is_turned_into_what_each_entry_may_be(rows: int, spare: int, seed: int) -> None:
    draw = random.Random(seed)
    posterior = [tuple((k, draw.random()) for k in range(spare + 1)) for _ in range(rows)]
    turned = gained.by_entry(posterior, rows + spare)

    assert sorted((number, number - 1 + k, chance) for number, row in enumerate(posterior, 1) for k, chance in row) == (
        sorted((number, place, chance) for place, row in enumerate(turned) for number, chance in row)
    )
    assert all(row == sorted(row, key=lambda pair: -pair[1]) for row in turned)
