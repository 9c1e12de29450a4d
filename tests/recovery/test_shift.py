"""The shift test: numbers that are off by a constant from one point on raise the alarm, and whole lists do not."""

import json
import random
from pathlib import Path

import pytest

from verifier.articles import plaintext
from verifier.inputs import file
from verifier.model.article import Article, Citation
from verifier.model.recovery import Class, Regime, Shift, Structure
from verifier.recovery import recover, shift
from verifier.recovery.score import Scores, Source

from .diary import DEEDS, PLACES, days, diary, entry, written


def found(article: Article) -> Shift:
    made = recover.of(article).shift

    assert made is not None
    return made


def chronicle(order: list[int], told: int) -> Article:
    """Return a chronicle of `told` days whose list has the entries of these days in this order."""
    dates = days(max(told, *order))
    body = [
        f"On {written(dates[number - 1])} the {PLACES[number - 1]} {DEEDS[number % 6]}.[{number}]"
        for number in range(1, told + 1)
    ]
    entries = [f"{place}. {entry(number, dates[number - 1])}" for place, number in enumerate(order, 1)]
    return plaintext.parse(
        "Chronicle\n\n" + "\n\n".join(body) + "\n\nReferences\n\n" + "\n".join(entries) + "\n", "a.txt"
    )


@pytest.mark.parametrize("lost", [1, 2, 9, 15])
def test_one_lost_entry_shifts_all_after_it(lost: int) -> None:
    made = found(diary(20, [lost]))

    assert made.by == 1
    assert made.first <= lost <= made.last
    assert made.best == lost
    assert made.gain > shift.CLEAR
    assert made.probability > 0.9


def test_neighbours_that_were_lost_shift_by_their_number() -> None:
    assert found(diary(20, [8, 9])).by == 2
    assert found(diary(20, [8, 9, 10])).by == 3


def test_an_entry_too_many_shifts_the_other_way() -> None:
    made = found(chronicle([1, 2, 3, 4, 20, 5, 6, 7, 8, 9, 10, 11, 12], 13))

    assert (made.by, made.best) == (-1, 6)


def test_a_shift_with_equal_sizes_is_found_too() -> None:
    article = chronicle([1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 20], 12)
    recovery = recover.of(article)

    assert recovery.structure.regime is Regime.IDENTITY
    assert recovery.shift is not None
    assert (recovery.shift.by, recovery.shift.best) == (1, 4)


def test_whole_lists_and_lists_without_dates_raise_no_alarm() -> None:
    assert recover.of(diary(20)).shift is None
    assert recover.of(chronicle([*range(1, 13)], 12)).shift is None
    assert recover.of(diary(20, [20])).shift is None


def test_one_or_two_entries_that_fit_better_are_no_proof() -> None:
    assert recover.of(diary(20, [17])).shift is not None
    assert recover.of(diary(20, [18])).shift is None


def test_sources_that_are_always_late_are_no_proof() -> None:
    article = diary(20, late=9)
    told = [f"{each}.[{number}]" for number, each in enumerate(["Something took place"] * 20, 1)]
    dates = days(20)
    body = "\n\n".join(f"On {written(day)} {each}" for day, each in zip(dates, told, strict=True))
    text = f"Chronicle\n\n{body}\n\n{article.text[article.lists[0].span.start :]}"

    assert recover.of(plaintext.parse(text, "a.txt")).shift is None


def test_lists_that_lost_more_are_not_tested() -> None:
    assert recover.of(diary(20, [3, 4, 5, 6])).shift is None


@pytest.mark.parametrize(("entries", "greatest"), [(0, 0), (20_001, 20_001), (5, 9), (9, 5)])
def test_empty_endless_and_unequal_lists_are_not_tested(entries: int, greatest: int) -> None:
    scores = Scores([Source(Citation(), ())] * 9, [], {})

    assert shift.find(scores, entries, Structure(greatest=greatest, entries=entries)) is None


@pytest.mark.parametrize("lost", [0, 2])
@pytest.mark.parametrize("seed", range(4))
def test_a_part_of_a_shuffled_list_that_fits_when_it_is_moved_is_no_shift(lost: int, seed: int) -> None:
    order = random.Random(seed).sample(range(1, 21), 20 - lost)
    made = recover.of(chronicle(order, 20))

    assert made.shift is None
    assert not made.proposes
    assert not any(each.best != order[each.entry] for each in made.placements if each.kind is Class.CONFIRMED)


def test_the_place_is_every_entry_without_evidence() -> None:
    told = days(12)
    body = [
        f"Nothing is known.[{number}]"
        if 4 <= number <= 7
        else f"On {written(told[number - 1])} the {PLACES[number - 1]} was lost.[{number}]"
        for number in range(1, 13)
    ]
    kept = [number for number in range(1, 13) if number != 6]
    entries = [
        f'{place}. "Untitled". Somewhere.' if 4 <= number <= 7 else f"{place}. {entry(number, told[number - 1])}"
        for place, number in enumerate(kept, 1)
    ]
    text = "Chronicle\n\n" + "\n\n".join(body) + "\n\nReferences\n\n" + "\n".join(entries) + "\n"
    made = found(plaintext.parse(text, "a.txt"))

    assert made.by == 1
    assert (made.first, made.last) == (4, 7)


@pytest.mark.parametrize("name", ["mozilla.intact.txt", "tsne.intact.txt", "tsne.del1.txt"])
def test_real_pages_without_a_shift_or_dates_raise_no_alarm(shared: Path, name: str) -> None:
    path = shared / "data/numbering/plaintext" / name

    assert recover.of(plaintext.parse(file.read(str(path)).text, name)).shift is None


def test_the_place_of_a_real_loss_is_found(shared: Path) -> None:
    folder = shared / "data/numbering/plaintext"
    (row,) = [
        row for row in json.loads((folder / "truth.json").read_text("utf-8")) if row["file"] == "mozilla.del1.txt"
    ]
    made = found(plaintext.parse(file.read(str(folder / row["file"])).text, row["file"]))

    assert made.by == 1
    assert made.gain > shift.ALARM
    assert made.first <= 30
    assert made.last >= 20
    assert abs(made.best - row["dropped"][0]) <= 5
