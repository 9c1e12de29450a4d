"""What is read of a page, and what is known about its being whole."""

import gzip
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.content.page import Page, read

HTML = "text/html; charset=utf-8"


def page(source: str | bytes, kind: str = HTML, *, truncated: bool = False) -> Page:
    return read(source.encode() if isinstance(source, str) else source, kind, truncated=truncated)


def test_titles_headings_and_visible_text() -> None:
    seen = page(
        "<!doctype html><html><head><title> Rye &amp; oats\n</title><meta property='og:title' content='Rye'>"
        '<meta content="Grain Daily" property="og:site_name">'
        '<script type="application/ld+json">{"headline": "Rye \\u0026 barley", "x": [}</script>'
        "<style>p { content: 'hidden' }</style></head><body><!-- not seen --><h1>Rye <em>is</em> in</h1>"
        "<p>Ha<b>r</b>vest<br>began.</p><noscript>not seen</noscript></body></html>"
    )

    assert (seen.title, seen.headings, seen.site) == ("Rye & oats", ("Rye is in",), "Grain Daily")
    assert seen.names == ("Rye & oats", "Rye", "Rye & barley", "Rye is in")
    assert seen.text == "Rye is in Harvest began."
    assert (seen.whole, seen.certain, seen.is_text) == (True, True, True)


@pytest.mark.parametrize(
    ("data", "kind", "title", "certain"),
    [
        ("<title>Überraschung".encode("latin-1") + b"</title>", "text/html; charset=iso-8859-1", "Überraschung", True),
        ('<meta charset="windows-1251"><title>рожь</title>'.encode("cp1251"), "text/html", "рожь", True),
        (b"\xef\xbb\xbf<title>r\xc3\xbcben</title>", "text/html; charset=iso-8859-1", "rüben", True),
        (b"<title>r\xc3\xbcben</title>", "text/html", "rüben", True),
        ("<title>рожь</title>".encode("cp1251"), "text/html", "ðîæü", False),
        (b"<title>rye</title>", 'text/html; charset="no-such-thing"', "rye", False),
        (b"<title>r\xc3\xbcben</title>", "text/html; charset=zlib_codec", "rüben", False),
        (b"<title>rye</title>", "", "rye", True),
    ],
)
def test_charset_by_mark_header_meta_or_utf_8_and_else_in_doubt(
    data: bytes, kind: str, title: str, certain: bool
) -> None:
    seen = page(data, kind)

    assert (seen.title, seen.certain) == (title, certain)


def test_gzip_inside_the_body_is_opened_and_a_cut_one_is_not_whole() -> None:
    data = gzip.compress(b"<title>Rye</title>" + b"<p>rye oats " * 400)

    assert (page(data).title, page(data).whole) == ("Rye", True)
    assert (page(data[:-9]).title, page(data[:-9]).whole) == ("Rye", False)
    assert not page(b"\x1f\x8b garbage").whole


def test_gzip_that_cannot_be_opened_is_a_broken_page() -> None:
    broken = gzip.compress(b"<title>Rye</title>")[:10] + b"no deflate"

    assert read(broken, "text/html", truncated=False).broken
    assert not read(b"", "text/html", truncated=False).broken
    assert not read(gzip.compress(b""), "text/html", truncated=False).broken


def test_a_bomb_is_opened_up_to_a_limit() -> None:
    seen = page(gzip.compress(b"<title>Rye</title><p>" + b" rye" * 10_000_000))

    assert (seen.title, seen.whole) == ("Rye", False)
    assert len(seen.text) < 1_100_000


@pytest.mark.parametrize(
    "source",
    ["<p>Rye <!-- open", "<p>Rye <script>open", "<p>Rye <a href='open", "<p>Rye <a href", "<title>Rye"],
)
def test_what_stays_open_swallows_the_rest_and_the_page_is_not_whole(source: str) -> None:
    assert not page(source).whole


def test_a_page_cut_in_a_character_is_read_with_certainty_and_not_whole() -> None:
    seen = page("<title>Rye</title><p>Grüße ü".encode()[:-1], truncated=True)

    assert (seen.title, seen.whole, seen.certain) == ("Rye", False, True)


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "audio/mpeg"])
def test_media_are_no_text(kind: str) -> None:
    assert not page(b"%PDF-1.4", kind).is_text


@given(st.binary(max_size=400), st.sampled_from([HTML, "", "text/plain", "text/html; charset=utf-7", "x;charset=\0"]))
def test_no_bytes_crash(data: bytes, kind: str) -> None:
    assert isinstance(page(data, kind), Page)


PIECES = (
    *("<", ">", "<p", "<h1>", "</h1>", "<title>", "</title>", "<!--", "-->", '"', "'", "=", "a", " ", "<script>"),
    *("</script>", '<meta property="og:title" content="x">', "<input type=password>", "&amp;", "\n", "<![CDATA["),
)


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_no_markup_crashes_and_names_are_never_empty(parts: list[str]) -> None:
    seen = page("".join(parts))

    assert all(name.strip() for name in seen.names)
    assert seen.text == " ".join(seen.text.split())


@pytest.mark.parametrize(
    "piece",
    [
        *("<a ", "<", "<!--", '<a href="', "<a b=c ", "<script>", "<title>", "&", "</", "<p><h1>", "<meta a a a a "),
        *("a" * 99, '<meta property="og:title" ' + "x" * 5000 + ">"),
        '<script type="application/ld+json">"headline":"\\',
    ],
)
def test_linear_time(piece: str) -> None:
    source = piece * (200_000 // len(piece))
    begin = time.process_time()

    page(source)

    assert time.process_time() - begin < 30  # milliseconds, if it is linear
