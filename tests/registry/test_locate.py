"""Claims of the registry in the article: found by their words, whatever the white space and the markers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.articles import plaintext
from verifier.model.article import Article
from verifier.model.registry import RegistryClaim
from verifier.registry.locate import locate

ARTICLE = """\
Bread of Leeds

Bread was baked in Leeds
before 1800.[1] The oldest oven,[2][3] of brick, fell in.[4]

The oven was rebuilt.[1] The mill burned.

The oven was rebuilt.[5]

References

1. "Ovens". 2016.
"""


def parse(text: str) -> Article:
    return plaintext.parse(text, "a.txt")


def found(*texts: str, article: str = ARTICLE) -> tuple[tuple[int, ...] | None, ...]:
    claims = [RegistryClaim(f"claim-{number}", number, text) for number, text in enumerate(texts)]
    return locate(parse(article), claims)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Bread was baked in Leeds before 1800.", (0,)),
        ("  Bread was\n\tbaked   in Leeds before 1800.  ", (0,)),
        ("The oldest oven,", (1,)),
        ("of brick, fell in.", (2,)),
        ("The oldest oven, of brick, fell in.", (1, 2)),
        ("Bread was baked in Leeds before 1800. The oldest oven,", (0, 1)),
        ("The oldest oven", (1,)),
        ("of brick, fell in", (2,)),
        ("before 1800. The oldest", (0,)),
        ("baked in Leeds", (0,)),
        ("The mill burned.", ()),
        ("The oven was rebuilt.", (3,)),
        ("Bread was baked in Hull before 1800.", None),
        ("bread was baked in leeds before 1800.", None),
        ("", None),
        ("   ", None),
    ],
)
def test_a_claim_is_found_by_its_words(text: str, claims: tuple[int, ...] | None) -> None:
    assert (claims,) == found(text)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Bread was baked\u2026", (0,)),
        ("Bread was baked ...", (0,)),
        ("The oldest\u2026", (1,)),
        ("Bread was sold\u2026", None),
        ("\u2026", None),
    ],
)
def test_a_text_that_goes_on_is_the_beginning_of_its_passage(text: str, claims: tuple[int, ...] | None) -> None:
    assert (claims,) == found(text)


def test_equal_texts_take_one_place_after_the_other() -> None:
    assert found("The oven was rebuilt.", "The oven was rebuilt.") == ((3,), (4,))
    assert found(*["The oven was rebuilt."] * 3) == ((3,), (4,), (3,))


def test_markers_are_no_words_of_a_claim() -> None:
    assert found("Rye fell and oats rose.", article="Grain\n\nRye[1] fell[2, 3] and oats rose.[4]\n") == ((0, 1, 2),)


def test_nothing_is_found_in_an_article_without_claims() -> None:
    assert found("Rye fell.", article="Rye fell.\n") == ((),)
    assert locate(parse("Rye fell.[1]"), []) == ()


SENTENCES = st.lists(
    st.tuples(
        st.lists(
            st.sampled_from(
                "Rye oats \u201cHay\u201d fell, (rose) [sic] Straw\u2014 \u00e9t\u00e9 12 \\ ''' # =".split()
            ),
            min_size=2,
            max_size=6,
        ),
        st.sampled_from([" ", "\n", "\n\n"]),
        st.integers(1, 9),
    ),
    min_size=1,
    max_size=8,
)


@settings(deadline=None, max_examples=200)
@given(SENTENCES)
def test_every_claim_of_an_article_is_found_in_its_order(written: list[tuple[list[str], str, int]]) -> None:
    text = "Grain\n\n" + "".join(
        f"On day {day} {' '.join(words)}.[{number}]{gap}" for day, (words, gap, number) in enumerate(written)
    )
    article = parse(text)
    claims = [RegistryClaim(f"c-{index}", 1, claim.text) for index, claim in enumerate(article.claims)]
    places = locate(article, claims)

    assert len(written) == len(article.claims)
    assert [(index,) for index in range(len(claims))] == list(places)


@settings(deadline=None)
@given(st.text(max_size=40), st.text(st.sampled_from("Rye fel.[1]\n\u2026 "), max_size=60).filter(str.strip))
def test_any_text_is_looked_for(claim: str, text: str) -> None:
    article = parse(text)
    (places,) = locate(article, [RegistryClaim("c", 1, claim)])

    assert places is None or all(0 <= index < len(article.claims) for index in places)


def test_claims_of_the_very_same_words_each_find_their_own() -> None:
    text = "Grain\n\n[1] Rye fell. [2] Oats rose."
    words = [claim.text for claim in parse(text).claims]

    assert words == ["Rye fell.", "Rye fell."]
    assert found(*words, article=text) == ((0,), (1,))


def test_a_text_that_goes_on_covers_the_claim_in_which_it_breaks_off() -> None:
    text = "Grain\n\nOn 3 May rye fell,[1] oats rose,[2] and hay burned.[3] Straw stayed.[4]\n"

    assert found("On 3 May rye fell, oats rose, and hay\u2026", article=text) == ((0, 1, 2),)
    assert found("rye fell, oats\u2026", article=text)[0] in ((0, 1), (0, 1, 2))
