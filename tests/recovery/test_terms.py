"""Words and figures as evidence: which count, which are one word, and what an entry says with them."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.dates import MONTHS, SEASONS
from verifier.model.article import Citation
from verifier.recovery import synonyms
from verifier.recovery.stemming import stem
from verifier.recovery.terms import Kind, figures, of_citation, stems, terms, web_words


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rose to $163M", {"163"}),
        ("version 3.5 and 1.0", {"3.5", "1.0"}),
        ("in 2011, 12,500 tons", {"2011", "12500"}),
        ("on 3 May, 31 of them", set()),
        ("32 of them", {"32"}),
        ("the A320 and H.264", set()),
        ("9" * 5000, {"9" * 5000}),
        ("", set()),
    ],
)
def test_figures_are_numbers_that_are_no_day(text: str, found: set[str]) -> None:
    assert found == figures(text)
    assert stems(text) | found == terms(text)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        (
            "https://www.rye-news.example.org/2016/05/mill-opens.html?x=oven",
            ["rye", "news", "example", "mill", "opens"],
        ),
        ("https://example.org/a/b.php", ["example"]),
        ("http://[broken", []),
        ("", []),
    ],
)
def test_the_words_of_an_address_are_those_people_wrote(url: str, found: list[str]) -> None:
    assert found == list(web_words(url))


def test_each_term_of_an_entry_is_there_once_as_what_says_most() -> None:
    citation = Citation(
        author="Miller, Ann",
        title="Bakery of Ryeton sold 450 loaves in 2016",
        outlet="The Ryeton Herald",
        url="https://example.org/oven-news",
        details=("Mill Press", "pp. 44"),
    )
    found = dict(of_citation(citation, {"ryeton"}))

    assert found["ryeton"] is Kind.NAME
    assert found["bakery"] is Kind.TITLE
    assert (found["450"], found["2016"]) == (Kind.FIGURE, Kind.AUTHOR)
    assert found["mill"] is Kind.AUTHOR  # "Miller" and "Mill" are one word
    assert {found[word] for word in ("herald", "press", "oven", "exampl")} == {Kind.OTHER}
    assert "44" not in found


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
