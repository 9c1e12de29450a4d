"""Recovery of made-up articles: any loss, what is told of each entry, and what is left alone."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import dates
from verifier.articles import plaintext
from verifier.model.recovery import Class, Event, Regime
from verifier.recovery import recover
from verifier.recovery.explain import lag_words

from .diary import diary


@settings(max_examples=40, deadline=None)
@given(st.sets(st.integers(1, 20), max_size=13), st.booleans(), st.integers(0, 2))
def test_after_any_loss_the_path_increases_and_the_chances_add_up(lost: set[int], dated: bool, late: int) -> None:
    article = diary(20, lost, dated=dated, late=late)
    found = recover.of(article)
    best = [placement.best for placement in found.placements]

    assert all(first < second for first, second in pairwise(best))
    assert bool(lost) == found.ran
    assert {number for number, _ in found.lost} == ({*range(1, 21)} - {*best} if found.ran else set())
    for placement in found.placements:
        assert placement.entry + 1 <= placement.best <= placement.entry + 1 + len(lost)
        assert sum(p for _, p in placement.alternatives) <= 1 + 1e-6
        assert 0.0 <= placement.probability <= 1.0 + 1e-9
        assert placement.evidence
    if found.ran:
        assert sum(p for _, p in found.lost) <= len(lost) + 1e-3


@settings(max_examples=20, deadline=None)
@given(st.sets(st.integers(1, 20), min_size=1, max_size=8))
def test_a_chronicle_with_a_date_in_every_sentence_is_mapped_right(lost: set[int]) -> None:
    found = recover.of(diary(20, lost))
    kept = [number for number in range(1, 21) if number not in lost]

    assert kept == [placement.best for placement in found.placements]
    assert found.proposes
    assert sum(placement.kind is Class.CONFIRMED for placement in found.placements) >= 0.8 * len(kept)


@settings(deadline=None)
@given(st.integers(1, 25), st.booleans(), st.integers(0, 400))
def test_with_no_loss_the_identity_is_never_left(count: int, dated: bool, late: int) -> None:
    found = recover.of(diary(count, dated=dated, late=late))

    assert found.structure.regime is Regime.IDENTITY
    assert not found.ran
    assert (found.placements, found.refusals, found.lost) == ((), (), ())


def test_a_list_that_kept_its_labels_is_not_aligned() -> None:
    text = "Rye.[1][2][3]\n\nReferences\n\n1. Rye. 2016.\n3. Oats. 2017.\n"
    found = recover.of(plaintext.parse(text, "a.txt"))

    assert found.structure.regime is Regime.LABELLED
    assert not found.ran


def test_articles_without_lists_or_markers_have_nothing_to_recover() -> None:
    for text in ("Rye fell.", "Rye fell.[1] Oats rose.[2]", "Rye fell.\n\nReferences\n\n1. Rye. 2016.\n"):
        found = recover.of(plaintext.parse(text, "a.txt"))
        assert found.structure.regime is Regime.NONE
        assert not found.ran


def test_a_typing_error_is_no_lost_entry() -> None:
    text = "Rye.[1][2][3] Oats.[190]\n\nReferences\n\n1. Rye. 2016.\n2. Oats. 2017.\n3. Hay. 2018.\n"
    found = recover.of(plaintext.parse(text, "a.txt"))

    assert found.structure.wild == (190,)
    assert not found.ran


def test_what_no_visible_claim_cites_is_said_to_be_so() -> None:
    found = recover.of(diary(20, (3, 7), cited=[*range(1, 12), *range(13, 21)]))
    (placement,) = (each for each in found.placements if each.best == 12)

    assert "nothing in this text cites [12]" in placement.evidence


def test_numbered_notes_are_no_plain_numbers() -> None:
    cited = [*range(1, 12), *range(13, 21)]
    notes = " The mayor slept.[note 12]\n\nNotes\n\n" + "\n".join(f"{number}. A note." for number in range(1, 13))
    found = recover.of(diary(20, (3, 7), cited=cited, notes=notes))
    (placement,) = (each for each in found.placements if each.best == 12)

    assert "nothing in this text cites [12]" in placement.evidence


def test_what_an_entry_does_not_say_is_said_to_be_so() -> None:
    text = (
        "Rye fell on 3 May 2016.[1] Oats rose.[2] Hay burned.[3]\n\nReferences\n\n1. Rye. The Miller.\n2. Oats. 2016.\n"
    )
    found = recover.of(plaintext.parse(text, "a.txt"))
    told = [sentence for placement in found.placements for sentence in placement.evidence]

    assert "the entry gives no publication date" in told
    assert (
        "published 2016, the claim gives no date" in told or "published 2016, the paragraph tells of 2016-05-03" in told
    )


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("3 May 2016", ": the same day"),
        ("4 May 2016", ": 1 day later"),
        ("13 May 2016", ": 10 days later"),
        ("2 May 2016", ": 1 day earlier"),
        ("1 May 2016", ": 2 days earlier"),
        ("May 2016", ""),
    ],
)
def test_lags_are_told_in_words(published: str, words: str) -> None:
    event, date = dates.parse("3 May 2016"), dates.parse(published)

    assert date is not None
    assert words == lag_words(Event(event), date)


def test_impossible_numbers_are_told_up_to_three_away_and_the_printed_one() -> None:
    found = recover.of(diary(20, (3, 7)))
    (placement,) = (each for each in found.placements if each.best == 10)

    assert [each for each in placement.evidence if each.startswith("not ")] == [
        f"not [{number}]: that tells of {when}, after the publication"
        for number, when in ((11, "2016-05-30"), (12, "2016-06-08"), (13, "2016-06-17"))
    ]


def test_a_list_too_long_for_so_many_numbers_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recover, "_MOST_CELLS", 50)
    found = recover.of(diary(20, (3, 7)))

    assert found.refusals == ("the list is too long to be aligned with so many numbers",)
    assert not found.ran
    assert not found.proposes


def test_four_hundred_entries_take_seconds() -> None:
    found = recover.of(diary(400, range(100, 200)))

    assert len(found.placements) == 300
    assert found.structure.lost == 100


def test_a_paragraph_that_backs_everything_is_no_context() -> None:
    body = " ".join(f"On {day} May 2016 the mill {day} opened.[{day}]" for day in range(1, 32))
    body += " " + " ".join(f"Another thing.[{number}]" for number in range(32, 52))
    entries = "\n".join(f'{place}. "Mill {place} opened". The Miller. {place} May 2016.' for place in range(1, 32))
    found = recover.of(plaintext.parse(f"Mills\n\n{body}\n\nReferences\n\n{entries}\n", "a.txt"))

    assert [placement.best for placement in found.placements] == [*range(1, 32)]


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Rye fell on 3 May 2016", "Oats rose", "two days later", "[1]", "[2]", "[3, 5]", "[40]", "[note 1]", ". ",
             "\n\n", "References\n\n",
             "Notes\n\n", '1. "Rye". 3 May 2016.\n', '2. "Oats". 2017.\n', "3. Hay.\n", "a. Straw.\n", "will fall"]
        ),
        max_size=40,
    ).map(lambda pieces: "Grain\n\n" + "".join(pieces))
)  # fmt: skip
def test_any_article_is_recovered_or_left_alone(text: str) -> None:
    article = plaintext.parse(text, "a.txt")
    found = recover.of(article)

    assert len(article.claims) == len(found.events)
    assert found.ran == (found.structure.regime is Regime.SUBSET)
    for placement in found.placements:
        assert 1 <= placement.best <= found.structure.greatest
