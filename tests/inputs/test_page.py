"""A page of any site as an article: redirects followed and told, what is no page refused, trouble kept apart."""

import pytest
from wikis import SEEN, Answers, Scripted, html

from verifier import fetch
from verifier.errors import ArticleError, NotRecorded, Refused, TransportError, Unreachable
from verifier.inputs.page import INPUT
from verifier.model.article import Provenance
from verifier.web import Response

URL = "https://example.org/bread.html"


def test_a_page_is_read_with_its_address() -> None:
    transport = Scripted({URL: html("<p>Rye fell.")})

    read = INPUT.read(f"{URL}#rye", transport)

    assert transport.asked == [URL]
    assert (read.text, read.path, read.suffix, read.notes) == ("<p>Rye fell.", URL, ".html", ())
    assert read.provenance == Provenance(f"{URL}#rye", URL, "", SEEN)


@pytest.mark.parametrize(
    ("kind", "url", "suffix"),
    [
        ("text/html", "https://example.org/bread", ".html"),
        ("application/xhtml+xml; charset=utf-8", "https://example.org/bread.php", ".html"),
        ("TEXT/HTML", "https://example.org/wiki/C.S", ".html"),
        ("text/plain; charset=utf-8", "https://example.org/bread.md?raw=1", ".md"),
        ("text/markdown", "https://example.org/bread", ".md"),
        ("", "https://example.org/bread.rst", ".rst"),
        ("text/plain", "https://example.org", ""),
    ],
)
def test_its_server_or_its_name_says_what_it_is(kind: str, url: str, suffix: str) -> None:
    assert INPUT.read(url, Scripted({url: html("Rye", kind=kind)})).suffix == suffix


def test_the_servers_encoding_counts() -> None:
    page = Response(
        200, {"content-type": 'text/html; charset="windows-1251"'}, "\u0420\u043e\u0436\u044c".encode("cp1251")
    )

    assert INPUT.read(URL, Scripted({URL: page})).text == "\u0420\u043e\u0436\u044c"


def test_redirects_are_followed_and_the_last_address_is_named() -> None:
    transport = Scripted(
        {
            "http://example.org/b": html("", 301, location="https://example.org/c"),
            "https://example.org/c": html("", 302, location="/bread.html?a=\u00fc#top"),
            "https://example.org/bread.html?a=%C3%BC": html("<p>Rye"),
        }
    )

    read = INPUT.read("http://example.org/b", transport)

    assert read.provenance == Provenance("http://example.org/b", "https://example.org/bread.html?a=%C3%BC", "", SEEN)
    assert len(transport.asked) == 3


def test_secrets_in_an_address_are_sent_and_not_shown() -> None:
    url = "https://ann:pass@example.org/bread?token=abc"

    read = INPUT.read(url, Scripted({url: html("Rye")}))

    assert read.path == "https://***@example.org/bread?token=***"
    assert read.provenance == Provenance(url, url, "", SEEN)


@pytest.mark.parametrize("length", [1, 2, 11])
def test_redirects_without_end_are_not_followed_for_ever(length: int) -> None:
    pages = [f"https://example.org/{number}" for number in range(length)]
    answers = {url: html("", 302, location=pages[(at + 1) % length]) for at, url in enumerate(pages)}
    transport = Scripted(answers)

    with pytest.raises(Unreachable, match=r"redirects (in a circle|more than 10 times)") as caught:
        INPUT.read(pages[0], transport)
    assert len(transport.asked) == min(length, 10)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("answer", "says", "hint"),
    [
        (html("", 404), "example.org has no such page (404)", "address"),
        (html("", 410), "example.org has no such page (410)", "address"),
        (html("%PDF-1.7", kind="application/pdf"), "is application/pdf", "give the file"),
        (html("%PDF-1.7", kind=""), "is binary", "plain text"),
        (html(" \n"), "is empty", "article"),
        (Response(200, {}, b"<p>", truncated=True), "is larger than 20 MB", "smaller"),
        (Refused("example.org leads to 10.0.0.1, which is not a public address"), "not a public address", "public"),
    ],
)
def test_what_is_no_article_is_said_so(answer: Response | TransportError, says: str, hint: str) -> None:
    with pytest.raises(ArticleError) as caught:
        INPUT.read(URL, Scripted({URL: answer}))
    assert caught.value.message.startswith(f"{URL}: ")
    assert says in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("answer", "says", "kind"),
    [
        (html("", 429), "asks us to slow down (429)", "rate-limited"),
        (html("", 500), "has trouble (500)", "archive-trouble"),
        (html("", 403), "does not give it (403)", "archive-trouble"),
        (html("", 204), "does not give it (204)", "archive-trouble"),
        (html("", 302), "does not give it (302)", "archive-trouble"),
        (html("", 302, location="ftp://example.org/a"), "does not give it (302)", "archive-trouble"),
        (html("", 302, location="https://[::1"), "does not give it (302)", "archive-trouble"),
        (Unreachable("example.org did not answer in time", "later", "timeout"), "did not answer in time", "timeout"),
        (Refused("example.org asked us to stop", "later", "rate-limited"), "asked us to stop", "rate-limited"),
        (
            NotRecorded("GET x is not recorded", "run once without --offline"),
            "is not recorded in the store",
            "not-recorded",
        ),
    ],
)
def test_trouble_says_nothing_about_the_page(answer: Response | TransportError, says: str, kind: str) -> None:
    with pytest.raises(TransportError) as caught:
        INPUT.read(URL, Scripted({URL: answer}))
    assert caught.value.message.startswith(f"{URL}: ")
    assert says in caught.value.message
    assert caught.value.kind == kind
    assert caught.value.hint


def test_a_redirect_to_an_inner_address_is_trouble_of_the_site() -> None:
    inner = "http://localhost/admin"
    answers: Answers = {URL: html("", 302, location=inner), inner: Refused("localhost is this computer", "look at it")}

    with pytest.raises(Refused, match=f"{URL}: localhost is this computer"):
        INPUT.read(URL, Scripted(answers))


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("https://example.org/a b", "white space"),
        ("https:///a", "not an absolute"),
        ("http://example.org:99999/", "port"),
        ("https://" + "a" * 9000, "longer than"),
    ],
)
def test_a_broken_address_is_refused_before_anybody_is_asked(url: str, says: str) -> None:
    transport = Scripted({})
    assert INPUT.recognises(url) == 50
    with pytest.raises(ArticleError, match=says) as caught:
        INPUT.read(url, transport)
    assert transport.asked == []
    assert caught.value.hint
    assert len(caught.value.message) < 300


def test_a_page_may_be_as_large_as_a_file() -> None:
    assert fetch.LIMIT == 20_000_000
    assert INPUT.recognises("bread.html") == 0
