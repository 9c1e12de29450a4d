"""Bytes into text: what is declared counts, what is wrong is said, and only encodings of the web are taken."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.decode import decode
from verifier.errors import ArticleError

CYRILLIC = "\u0420\u043e\u0436\u044c \u0443\u043f\u0430\u043b\u0430."  # Rye fell.
HEAD = '<!DOCTYPE html><html><head><meta charset="{}"><title>{}</title></head>'


@pytest.mark.parametrize("declared", ["windows-1251", "Windows-1251", "cp1251", "x-cp1251"])
def test_what_came_with_the_bytes_is_taken(declared: str) -> None:
    assert decode(CYRILLIC.encode("cp1251"), "a", declared) == (CYRILLIC, ())


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("iso-8859-1", "cp1252", "\u201cpain\u201d 5\u20ac"),
        ("us-ascii", "cp1252", "caf\u00e9"),
        ("iso-8859-9", "cp1254", "\u0131\u015f\u0131k"),
        ("gb2312", "gb18030", "\u9eb5\u5305"),
        ("big5", "big5", "\u9eb5"),
        ("Shift_JIS", "cp932", "\u30d1\u30f3"),
        ("euc-kr", "cp949", "\ube75"),
        ("windows-874", "cp874", "\u0e02\u0e49\u0e32\u0e27"),
        ("koi8-r", "koi8-r", CYRILLIC),
    ],
)
def test_labels_mean_what_they_mean_on_the_web(declared: str, encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a", declared) == (text, ())


def test_a_page_declares_its_own_encoding_and_the_server_knows_better() -> None:
    page = HEAD.format("windows-1251", CYRILLIC)
    xml = f'<?xml version="1.0" encoding="koi8-r"?><html>{CYRILLIC}</html>'
    older = f'<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">{CYRILLIC}'

    assert decode(page.encode("cp1251"), "a") == (page, ())
    assert decode(page.encode(), "a", "utf-8") == (page, ())
    assert decode(xml.encode("koi8-r"), "a") == (xml, ())
    assert decode(older.encode("cp1251"), "a") == (older, ())
    assert decode(b"\xef\xbb\xbf" + page.encode(), "a", "koi8-r") == (page, ())
    assert decode(HEAD.format("utf-16", CYRILLIC).encode(), "a")[0] == HEAD.format("utf-16", CYRILLIC)


def test_a_text_about_encodings_declares_none() -> None:
    text = f'Write <meta charset="windows-1251"> there. {CYRILLIC}'

    assert decode(text.encode(), "a") == (text, ())


@pytest.mark.parametrize("declared", ["zlib_codec", "utf-7", "rot13", "idna", "no such", "a\0b", "../x"])
def test_no_other_codec_is_touched(declared: str) -> None:
    text, notes = decode("R\u00f8g".encode(), "a", declared)

    assert text == "R\u00f8g"
    assert notes == (f'its declared encoding "{declared}" is not known',)


def test_bytes_that_break_what_is_declared_are_named() -> None:
    assert decode(b"Rye \x98 fell", "a", "windows-1251") == (
        "Rye \ufffd fell",
        ("byte 4: is not windows-1251; replaced by U+FFFD",),
    )
    text, notes = decode(b"caf\xe9", "a", "utf-8")
    assert (text, len(notes)) == ("caf\u00e9", 1)


@pytest.mark.parametrize(("data", "says"), [(b"%PDF-1.7", "a: is binary"), (b" \n", "a: is empty")])
def test_what_is_no_article_is_refused_by_name(data: bytes, says: str) -> None:
    with pytest.raises(ArticleError, match=says) as caught:
        decode(data, "a", "koi8-r")
    assert caught.value.hint


@given(
    st.binary(max_size=200), st.sampled_from(("", "gbk", "iso-2022-jp", "big5", "windows-1255")) | st.text(max_size=20)
)
def test_any_bytes_under_any_label_are_text_or_refused(data: bytes, declared: str) -> None:
    try:
        text, _ = decode(data, "a", declared)
    except ArticleError:
        return
    assert text.encode()
    assert "\0" not in text


def test_a_head_full_of_tags_takes_no_time() -> None:
    before = time.perf_counter()
    decode(b"<meta " * 200_000, "a")
    decode(b"<" + b"<?xml " * 200_000, "a")

    assert time.perf_counter() - before < 30  # milliseconds, if it is linear
