"""The words around each claim, by nearness, and the words that a text writes as names."""

from verifier.articles import LEGACY
from verifier.articles.plaintext import PARSER
from verifier.model.article import Article
from verifier.recovery import contexts
from verifier.recovery.contexts import Context

BODY = (
    "The bakery closed. Flour was dear. The mill stopped[1] and the oven cooled.[2] Nobody bought loaves.\n\n"
    "Far away a ferry sank.[3]\n\n"
    "The harbour froze.[4]"
)


def read(body: str) -> Article:
    entries = "\n".join(f"{number}. Entry {number}." for number in range(1, 5))
    return PARSER.parse(f"Town\n\n{body}\n\nReferences\n\n{entries}\n", "a.txt", LEGACY)


def found(body: str = BODY) -> tuple[Context, ...]:
    return contexts.of_claims(read(body))


def test_the_clause_what_led_to_it_and_the_rest_of_the_paragraph_are_kept_apart() -> None:
    first, second, *_ = found()

    assert first.clause == {"mill", "stopp"}
    assert first.before == {"bakery", "clos", "flour", "dear"}
    assert {"oven", "buy", "loav"} <= first.paragraph
    assert second.clause == {"oven", "cool"}
    assert second.before == frozenset()
    assert "bakery" in second.paragraph


def test_the_paragraphs_beside_are_near() -> None:
    first, _, third, fourth = found()

    assert {"away", "ship"} & first.near  # a ferry
    assert {"bakery", "harbour"} <= third.near
    assert "bakery" not in fourth.near


def test_another_section_is_not_near_and_its_heading_counts() -> None:
    first, _, third, _ = found(BODY.replace("Far away", "Shipping[edit]\n\nFar away"))

    assert "bakery" not in third.near
    assert "shipp" in third.paragraph
    assert "shipp" not in first.paragraph


def test_a_paragraph_that_backs_everything_is_no_context() -> None:
    body = " ".join(f"Word{number} took place.[{number % 4 + 1}]" for number in range(41))
    crowded = found(f"{body}\n\nThe harbour froze.[4]")

    assert crowded[0].clause
    assert crowded[0].paragraph == crowded[-1].near == frozenset()


def test_names_are_written_with_a_capital_inside_sentences() -> None:
    text = "Mills of Ryeton stopped. Loaves from Ryeton, the old mills say, were sold in Ryeton.[1]"
    names = contexts.names(read(text))

    assert "ryeton" in names
    assert not {"mill", "loav", "stopp"} & names
