"""Ids: claims keep theirs when an article grows, and no two things share one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.articles import plaintext
from verifier.identity import claim_ids, drafted_ids, finding_ids
from verifier.model.registry import Registry, RegistryClaim

TEXTS = st.lists(st.text(max_size=20) | st.sampled_from(["Rye fell.", "rye, fell", "Oats", "\u9ea6", ""]), max_size=10)


def registry(*claims: tuple[str, str]) -> Registry:
    found = tuple(RegistryClaim(identifier, 1, text) for identifier, text in claims)
    return Registry("references.toml", "a.txt", None, None, (), found, ())


@pytest.mark.parametrize(
    ("texts", "ids"),
    [
        (["Rye fell.", "Oats rose!"], ["rye-fell", "oats-rose"]),
        (["Rye fell.", "rye fell", "RYE, fell?"], ["rye-fell", "rye-fell-2", "rye-fell-3"]),
        (["Rye fell 2", "Rye fell", "Rye fell"], ["rye-fell-2", "rye-fell", "rye-fell-3"]),
        (
            ["The rye of the northern fields fell in the spring of the year"],
            ["the-rye-of-the-northern-fields-fell-in-the"],
        ),
        ([], []),
    ],
)
def test_ids_are_made_of_the_first_words(texts: list[str], ids: list[str]) -> None:
    assert ids == drafted_ids(texts)


def test_taken_ids_are_not_given_again() -> None:
    assert drafted_ids(["Rye fell.", "Oats rose."], ["rye-fell", "rye-fell-2"]) == ["rye-fell-3", "oats-rose"]


def test_texts_without_latin_letters_get_an_id_of_their_own() -> None:
    first, second, again = drafted_ids(["\u9ea6", "\u7c73", "\u9ea6"])

    assert first.startswith("claim-")
    assert second.startswith("claim-")
    assert first != second
    assert again == f"{first}-2"


@given(TEXTS, st.sets(st.sampled_from(["rye-fell", "oats"])))
def test_ids_are_unique_kebab_case_and_stay_when_more_follows(texts: list[str], taken: set[str]) -> None:
    ids = drafted_ids(texts, taken)

    assert len(texts) == len(ids) == len({*ids})
    assert not {*ids} & taken
    assert all(each and each.isascii() and each == each.lower() and " " not in each for each in ids)
    assert ids == drafted_ids([*texts, "One more"], taken)[:-1]


def test_a_claim_has_the_id_of_its_registry_or_one_of_its_words() -> None:
    article = plaintext.parse("Grain\n\nRye fell.[1] Oats rose,[2] hay burned.[3]\n", "a.txt")
    known = registry(("hay-burned", "Rye fell."), ("both", "Oats rose, hay burned."))

    assert claim_ids(article, None, ()) == ("rye-fell", "oats-rose", "hay-burned")
    assert claim_ids(article, known, ((0,), (1, 2))) == ("hay-burned", "both", "both")
    assert claim_ids(article, known, ((0,), None)) == ("hay-burned", "oats-rose", "hay-burned-2")
    assert claim_ids(article, known, ((0,), (0, 1))) == ("hay-burned", "both", "hay-burned-2")


def test_findings_are_told_apart_and_keep_their_id() -> None:
    first, second, again, joined = finding_ids(
        [("rule", "a.txt", "x"), ("rule", "a.txt", "y"), ("rule", "a.txt", "x"), ("rule", "a.txtx")]
    )

    assert len(first) == 16
    assert again == f"{first}:2"
    assert len({first, second, again, joined}) == 4
    assert finding_ids([("new",), ("rule", "a.txt", "x")])[1] == first


@given(st.lists(st.lists(st.text(max_size=5), max_size=3), max_size=8))
def test_finding_ids_are_unique(slots: list[list[str]]) -> None:
    assert len({*finding_ids(slots)}) == len(slots)
