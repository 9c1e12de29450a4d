"""A cited title is held against every title a page states, and not against its outlet's name."""

import pytest

from verifier.model.support import Stated
from verifier.pages import citation
from verifier.pages.citation import Cited
from verifier.pages.page import Metadata

PAGE = Metadata(
    titles=(
        Stated("Pier opened in Ellin", "og:title"),
        Stated("Pier opened in Ellin - The Harbour Courier", "title"),
        Stated("Pier opened in Ellin", "a part of title"),
        Stated("The Harbour Courier", "a part of title"),
        Stated("The Harbour Courier Company", "itemprop name"),
        Stated("Pier opened in Ellin", "itemprop headline"),
    ),
    outlets=(Stated("Courier Online", "og:site_name"),),
)


def title(cited: str, stated: Metadata = PAGE) -> str:
    return citation.check(Cited(title=cited), stated)[0].outcome


@pytest.mark.parametrize("cited", ["Pier opened in Ellin", "Pier Opened In Ellin!", "The Harbour Courier"])
def test_a_title_that_the_page_states_is_right(cited: str) -> None:
    assert title(cited) == "ok"


def test_the_name_of_the_outlet_is_no_title_of_each_of_its_pages() -> None:
    assert title("The Harbour Courier in Danish") == "differs"


@pytest.mark.parametrize(
    ("cited", "stated", "expected"),
    [
        ("RTL test", "Base URL test", "differs"),
        ("My title", "Meta name title", "differs"),
        ("Pier opened", "Pier opened in Ellin", "ok"),
        ("Council opens the long pier", "Council opens the long pier of Ellin", "ok"),
    ],
)
def test_a_short_title_is_not_right_by_likeness(cited: str, stated: str, expected: str) -> None:
    assert title(cited, Metadata(titles=(Stated(stated, "h1"),))) == expected
