"""Refusal: every reason against proposing a mapping, and none where the mapping is good."""

from dataclasses import replace

import pytest

from verifier.articles import plaintext
from verifier.model.article import Article, Citation
from verifier.model.recovery import Class, Placement, Recovery
from verifier.recovery import recover, refusal
from verifier.recovery.score import Scores, Source

from .diary import days, diary, entry, written

LOST = (3, 7)


def reasons(article: Article) -> tuple[str, ...]:
    found = recover.of(article)

    assert found.placements
    return found.refusals


def refused(recovery: Recovery, article: Article, placements: list[Placement]) -> list[str]:
    """Ask for the reasons without any score."""
    scores = Scores([Source(Citation(), ())] * len(placements), [], {})
    return refusal.reasons(article, recovery, placements, scores, {}, {})


def test_a_chronicle_that_lost_two_entries_is_mapped() -> None:
    found = recover.of(diary(20, LOST))

    assert found.refusals == ()
    assert found.proposes


def test_without_days_nothing_ties_the_list_to_the_text() -> None:
    assert "no pair of an entry and a claim with a day on both sides" in reasons(diary(20, LOST, dated=False))


@pytest.mark.parametrize(("count", "said"), [(1, "only one pair"), (2, "only 2 pairs"), (3, "")])
def test_three_pairs_with_days_are_needed(count: int, said: str) -> None:
    told = days(8)
    body = [
        f"On {written(told[number - 1])} event number {number} took place.[{number}]"
        if number <= count else f"Event number {number} took place.[{number}]"
        for number in range(1, 9)
    ]  # fmt: skip
    entries = [f"{number}. {entry(number, told[number - 1])}" for number in range(1, 8)]
    text = "Chronicle\n\n" + "\n\n".join(body) + "\n\nReferences\n\n" + "\n".join(entries) + "\n"
    found = [each for each in reasons(plaintext.parse(text, "a.txt")) if "pair" in each]

    assert [f"{said} of an entry and a claim with a day on both sides"] * bool(said) == found


def test_with_most_entries_lost_nothing_is_mapped() -> None:
    assert "16 of 20 entries are lost, too many to place the rest" in reasons(diary(20, range(2, 18)))
    assert not [each for each in reasons(diary(20, range(2, 15))) if "too many" in each]


def test_a_list_in_the_order_of_its_dates_says_nothing_if_the_text_is_not() -> None:
    told = days(12)
    order = [6, 1, 9, 4, 11, 2, 8, 3, 12, 5, 10, 7]
    body = [
        f"On {written(told[place - 1])} the place {place} opened.[{number}]" for number, place in enumerate(order, 1)
    ]
    entries = [f"{number}. {entry(place, told[place - 1])}" for number, place in enumerate(range(1, 11), 1)]
    text = "Chronicle\n\n" + "\n\n".join(body) + "\n\nReferences\n\n" + "\n".join(entries) + "\n"
    backwards = "Chronicle\n\n" + "\n\n".join(body) + "\n\nReferences\n\n" + "\n".join(
        f"{number}. {entry(place, told[place - 1])}" for number, place in enumerate(range(10, 0, -1), 1)
    )  # fmt: skip
    said = "the list looks sorted by date, so its order tells nothing"

    assert said in reasons(plaintext.parse(text, "a.txt"))
    assert said in reasons(plaintext.parse(backwards, "a.txt"))
    assert said not in reasons(diary(20, LOST))


def test_a_best_path_through_an_impossible_pair_is_no_mapping() -> None:
    told = days(8)
    body = [f"On {written(told[number - 1])} the place {number} opened.[{number}]" for number in range(1, 9)]
    early = [*told[:6], told[0]]
    entries = [f"{number}. {entry(number, early[number - 1])}" for number in range(1, 8)]
    text = "Chronicle\n\n" + "\n\n".join(body) + "\n\nReferences\n\n" + "\n".join(entries) + "\n"

    assert "the best mapping has sources that are older than what they would prove" in reasons(
        plaintext.parse(text, "a.txt")
    )


def test_two_lists_that_numbers_may_point_into_cannot_be_told_apart() -> None:
    article = diary(20, LOST, notes='\n\nFootnotes\n\n1. "Town foundry". 2016.\n')
    notes, references = article.lists
    two = replace(article, lists=(references, replace(notes, group="")))
    found = recover.of(article)
    said = "the article has several lists that cannot be told apart"

    assert said not in refused(found, article, list(found.placements))
    assert said in refused(found, two, list(found.placements))


def test_where_the_entries_could_stand_anywhere_nothing_is_proposed() -> None:
    article = diary(20, LOST)
    found = recover.of(article)
    vague = [replace(each, alternatives=((each.best, 0.5), (each.best + 1, 0.4))) for each in found.placements]

    assert "the entries could stand in many places (mean probability of the best ones 0.50)" in refused(
        found, article, vague
    )


def test_where_the_numbers_prove_nothing_the_mapping_must_be_clearly_better() -> None:
    article = diary(20, LOST)
    found = recover.of(article)
    whole = replace(found, structure=replace(found.structure, greatest=18), best_score=10.0, printed_score=5.0)

    assert "the printed numbers fit about as well" in refused(whole, article, list(found.placements))
    assert "the printed numbers fit about as well" not in refused(
        replace(whole, printed_score=3.9), article, list(found.placements)
    )
    assert "the printed numbers fit about as well" not in refused(found, article, list(found.placements))


def test_after_a_refusal_single_confirmed_entries_stay() -> None:
    found = recover.of(diary(20, range(2, 18)))
    kinds = {each.kind for each in found.placements}

    assert found.refusals
    assert not found.proposes
    assert Class.CONFIRMED in kinds
    assert Class.LIKELY not in kinds


def test_what_does_not_go_with_the_order_of_the_numbers_is_no_mapping() -> None:
    article = diary(20, LOST)
    found = recover.of(article)
    said = "what the entries say does not go with the order of the numbers"

    assert said not in found.refusals
    assert said in refused(replace(found, best_score=0.1 * len(found.placements)), article, list(found.placements))


def test_where_the_order_tells_nothing_not_even_single_numbers_are_stated() -> None:
    article = diary(20, LOST)
    main = article.main_list
    assert main is not None
    turned = tuple(
        replace(each, label=str(place), position=place) for place, each in enumerate(reversed(main.entries), 1)
    )
    found = recover.of(replace(article, lists=(replace(main, entries=turned),)))

    assert "the list looks sorted by date, so its order tells nothing" in found.refusals
    assert {placement.value for placement in found.placements} == {None}
