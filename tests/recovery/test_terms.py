"""Words as evidence: which count, which are one word, and how much a rare one weighs."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.dates import MONTHS, SEASONS
from verifier.recovery import synonyms
from verifier.recovery.stemming import stem
from verifier.recovery.terms import Context, Idf, shared, stems


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Attacks", "attack"),
        ("attacker", "attacking"),
        ("harvested", "HARVESTING"),
        ("the baker's", "bakers"),
        ("l\u2019\u00e9t\u00e9", "L'\u00c9t\u00e9"),
        ("Qalam\u016bn", "qalamun"),
        ("warplane", "jet"),
        ("an aircraft", "the MiG"),
        ("Daesh", "ISIS"),
        ("opposition", "rebels"),
        ("militants", "fighter"),
        ("quake", "earthquake"),
        ("acquire", "takeover"),
    ],
)
def test_forms_and_synonyms_are_one_word(first: str, second: str) -> None:
    assert stems(first) == stems(second) != frozenset()


@pytest.mark.parametrize(
    "text",
    [
        *MONTHS,
        *SEASONS,
        "2016",
        "12th",
        "3rd",
        "40",
        "of",
        "TV",
        "the",
        "Retrieved",
        "archived",
        "original",
        "first",
        "",
        "!?",
    ],
)
def test_dates_numbers_and_common_words_are_no_evidence(text: str) -> None:
    assert stems(text) == frozenset()


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("fields", "field"),
        ("field", "field"),
        ("baking", "baking"),
        ("milling", "mill"),
        ("millers", "mill"),
        ("cities", "citi"),
        ("glass", "glass"),
        ("buses", "buse"),
        ("national", "nation"),
        ("miller's", "mill"),
        ("miller\u2019s", "mill"),
        ("bus", "bus"),
    ],
)
def test_endings_are_cut_if_four_letters_remain(word: str, cut: str) -> None:
    assert cut == stem(word)


def test_no_stem_stands_in_two_groups() -> None:
    groups: dict[str, set[str]] = defaultdict(set)
    for line in synonyms._GROUPS.strip().splitlines():
        for word in line.split():
            groups[stem(word)].add(line)

    assert len(groups) > 100
    assert [] == [word for word, lines in groups.items() if len(lines) > 1]


def test_synonyms_lead_to_a_word_that_leads_nowhere() -> None:
    assert not {*synonyms.SYNONYMS.values()} & {word for word, first in synonyms.SYNONYMS.items() if word != first}


def test_rare_words_weigh_more() -> None:
    idf = Idf.of([frozenset({"rye", "field"}), frozenset({"rye"}), frozenset({"rye", "oven"})])

    assert idf.total == 3
    assert idf.weight("barley") > idf.weight("oven") > idf.weight("rye") > 0
    assert idf.weight("oven") == pytest.approx(0.9808, abs=1e-4)  # ln(4 / 1.5)


def test_a_word_that_is_everywhere_weighs_nothing() -> None:
    assert Idf(3, {"rye": 9}).weight("rye") == 0.0
    assert Idf.of([]).weight("rye") > 0


def test_nearness_falls_from_clause_to_paragraph() -> None:
    context = Context(frozenset({"rye"}), frozenset({"rye", "oat"}), frozenset({"rye", "oat", "hay"}))

    assert [context.nearness(word) for word in ("rye", "oat", "hay", "straw")] == [1.0, 0.6, 0.3, 0.0]
    assert context.near == {"rye", "oat"}
    assert context.all == {"rye", "oat", "hay"}


def test_shared_words_are_those_of_the_sentence_the_rarest_first() -> None:
    idf = Idf.of([frozenset({"rye", "oat"}), frozenset({"rye"}), frozenset({"mill"})])
    contexts = [
        Context(frozenset({"rye"}), frozenset({"rye", "oat"}), frozenset({"hay"})),
        Context(frozenset({"mill"}), frozenset(), frozenset()),
    ]

    assert shared(frozenset({"rye", "oat", "hay", "mill", "straw"}), contexts, idf) == ("mill", "oat", "rye")
    assert shared(frozenset({"straw"}), contexts, idf) == ()


@given(st.text(max_size=60))
def test_any_text_gives_folded_words(text: str) -> None:
    for word in stems(text):
        assert word
        assert word == word.casefold()
        assert not word[0].isdigit()
    assert stems(text) == stems(text.upper().lower()) or not text.isascii()


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_a_stem_begins_its_word_and_is_not_empty(word: str) -> None:
    cut = stem(word)

    assert word.startswith(cut)
    assert len(cut) >= min(3, len(word))


@pytest.mark.parametrize(
    "alike",
    ["acquire acquires acquired acquiring buy buys", "warplane warplanes jet jets", "open opens opened opening"],
)
def test_forms_and_synonyms_of_a_word_meet(alike: str) -> None:
    assert len({stems(word) for word in alike.split()}) == 1
