"""Which link of an entry is the page, and which its copy in an archive."""

import pytest

from verifier.html import links
from verifier.model.article import Citation

PAGE, COPY = "http://rye.example/a", "https://web.archive.org/web/20160504000000/http://rye.example/a"
OTHER = "https://doi.example/10.1"
COINS = "ctx_ver=Z39.88-2004&rft.atitle=Rye+falls&rft.aulast=Doe&rft.aufirst=A.&rft.date=2016-05-03&rft_id="


@pytest.mark.parametrize(
    ("found", "coins", "expected"),
    [
        ([(PAGE, "Rye"), (COPY, "Archived")], "", (PAGE, COPY)),  # the page is alive
        ([(COPY, "Rye"), (PAGE, "the original")], "", (PAGE, COPY)),  # it is dead
        ([(COPY, "Rye"), (OTHER, "10.1"), (PAGE, "the original")], "", (PAGE, COPY)),
        ([(COPY, "Rye"), (OTHER, "10.1")], COINS + "http%3A%2F%2Frye.example%2Fb", ("http://rye.example/b", COPY)),
        ([(COPY, "Rye"), (OTHER, "10.1")], "", (PAGE, COPY)),  # the copy's address names the page
        ([("https://archive.today/x1", "Rye"), (OTHER, "10.1")], "", (OTHER, "https://archive.today/x1")),
        ([(PAGE, "Rye"), (OTHER, "10.1")], "", (PAGE, None)),
        ([], COINS + PAGE, (PAGE, None)),
        ([], COINS + "info%3Adoi%2F10.1", (None, None)),
        ([], "", (None, None)),
    ],
)
def test_the_link_tells_page_and_copy_apart(
    found: list[tuple[str, str]], coins: str, expected: tuple[str | None, str | None]
) -> None:
    assert expected == links.choose(found, coins)


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        (" https://rye.example/a ", "https://rye.example/a"),
        ("//rye.example/a", "https://rye.example/a"),
        ("/wiki/Rye", ""),
        ("./Rye", ""),
        ("https://en.wiki.example/wiki/Rye", ""),
        ("https://en.wiki.example/w/index.php?title=Rye", ""),
        ("javascript:alert(1)", ""),
        ("mailto:a@rye.example", ""),
        ("#a", ""),
    ],
)
def test_an_address_is_one_of_the_web_outside_the_page(href: str, expected: str) -> None:
    assert expected == links.address(href, is_external=False)


def test_a_link_that_is_marked_as_leading_outside_may_lead_to_a_wiki() -> None:
    assert "https://en.wiki.example/wiki/Rye" == links.address("https://en.wiki.example/wiki/Rye", is_external=True)


def test_an_openurl_fills_what_the_text_does_not_say() -> None:
    filled = links.with_fields(Citation(outlet="Post"), COINS)
    kept = links.with_fields(Citation(title="Rye", author="Roe"), COINS)

    assert ("Rye falls", "Doe, A.", "Post", "2016-05-03") == (
        filled.title, filled.author, filled.outlet, str(filled.published)
    )  # fmt: skip
    assert ("Rye", "Roe") == (kept.title, kept.author)
    assert Citation() == links.with_fields(Citation(), COINS[:20] + "&a" * 500)
