"""Spellings of one name are one, and names of two people are not; pairs of our own beside the measured ones."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from verifier.support import misspelt, names
from verifier.support.language import language
from verifier.support.words import cut, fold

ENGLISH = language("en")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Jaysh al-Nur", "Jaish an-Nour"),
        ("Yusuf al-Tamimi", "Yousuf Tamimi"),
        ("Abdel Karim", "Abd al-Kareem"),
        ("Łukasz Wójcik", "Lukasz Wojcik"),
        ("Jürgen Möller", "Juergen Moeller"),
        ("Sergei Orlov", "Sergey Orlov"),
        ("Qasim", "Kasim"),
        ("Tchekhov", "Chekhov"),
        ("Bunny MacDougal", "Bunny McDougal"),
    ],
)
def test_spellings_of_one_name_are_one(first: str, second: str) -> None:
    assert names.same_name(first, second, ENGLISH)
    assert names.same_name(second, first, ENGLISH)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Jaysh al-Nur", "Jaysh al-Izza"),
        ("Karim", "Karam"),
        ("Rashid", "Rashad"),
        ("Ali", "Alia"),
        ("Samir", "Samira"),
        ("East Harbour", "West Harbour"),
        ("First Brigade", "Third Brigade"),
        ("Hamid", "Ahmad"),
        ("Nadir", "Nazir"),
        ("Simone Brandt", "Simon Brandt"),
        ("Christine Olsen", "Christian Olsen"),
        ("Danielle Olsen", "Daniel Olsen"),
    ],
)
def test_names_of_two_are_two(first: str, second: str) -> None:
    assert not names.same_name(first, second, ENGLISH)


@pytest.mark.parametrize(
    ("first", "second"), [("catterall", "cattrall"), ("basindawa", "basindwa"), ("frederick", "fredrick")]
)
def test_a_vowel_more_between_consonants_of_a_long_name_is_a_slip(first: str, second: str) -> None:
    assert misspelt.one_vowel(first, second)
    assert misspelt.one_vowel(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        *(("australia", "austria"), ("prospects", "prospectus"), ("minister", "minster"), ("skeleton", "skelton")),
        *(("marian", "marina"), ("iran", "iraq"), ("peterson", "peters"), ("alberta", "albert"), ("helena", "helen")),
        *(("alexandria", "alexandra"), ("christiane", "christine"), ("gabriele", "gabriel"), ("josephine", "joseph")),
    ],
)
def test_other_names_are_no_slips(first: str, second: str) -> None:
    assert not misspelt.one_vowel(first, second)


def test_the_measured_pairs_are_a_floor(shared: Path) -> None:
    rows = [line.split("\t") for line in (shared / "data/support/names/variants.tsv").read_text("utf-8").splitlines()]
    told = {
        kind: [names.same_name(a, b, ENGLISH) for sort, a, b, *_ in rows if sort == kind] for kind in ("same", "diff")
    }

    assert sum(told["same"]) >= 0.9 * len(told["same"])
    assert sum(told["diff"]) <= 0.03 * len(told["diff"])


@example("O", "OE")
@given(st.text(max_size=40), st.text(max_size=40))
def test_sameness_is_symmetric(first: str, second: str) -> None:
    assert names.same_name(first, second, ENGLISH) == names.same_name(second, first, ENGLISH)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöüßéłđ-' ", min_size=1, max_size=60))
def test_a_name_equals_itself_folded(name: str) -> None:
    if any(each.kind == "word" for each in cut(name)):
        assert names.same_name(name.title(), fold(name), ENGLISH)


def test_the_words_of_a_name_are_a_span_with_its_particles() -> None:
    text = "On Monday the Bank of Ellin paid Ilse von Brandt."
    words = list(cut(text))

    assert [text[each.start : each.end] for each in names.spans(words, ENGLISH)] == ["Bank of Ellin", "Ilse von Brandt"]
