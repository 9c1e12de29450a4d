"""Tags, text and comments, cut as the HTML standard's tokenizer cuts them, each with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.html.tokens import Dialect, Kind, tokens

MARKUP = st.text(alphabet="<>/=\"'&;!-?[] \nabpCDATsctyleiq1#", max_size=200)


def cut(source: str, dialect: Dialect = Dialect.HTML) -> list[tuple[str, str, str]]:
    """Return (kind, name, source) of each token."""
    return [(kind.value, name, source[start:end]) for kind, name, start, end in tokens(source, dialect)]


def names(source: str, dialect: Dialect = Dialect.HTML) -> list[str]:
    return [f"{kind}:{name or text}" for kind, name, text in cut(source, dialect)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<P>a</p >", ["start:p", "text:a", "end:p"]),
        ("a<br/>b", ["text:a", "void:br", "text:b"]),
        ("1 < 2 <3 a<", ["text:1 < 2 <3 a<"]),
        ("a<!-- <b> -->c<!-->d<!--->e<!-- --!>f", ["text:a", "text:c", "text:d", "text:e", "text:f"]),
        ("a<!doctype html><?php echo ?>b</>c</3>d", ["text:a", "text:b", "text:c", "text:d"]),
        ("<script>a<b></scripty></script>c", ["start:script", "raw:a<b></scripty>", "end:script", "text:c"]),
        ("<title>a<b>&amp;</title>c", ["start:title", "text:a<b>&amp;", "end:title", "text:c"]),
        ("<![CDATA[a<b>]]>c", ["text:]]>c"]),
        ("<a<b>c", ["start:a<b", "text:c"]),
    ],
)
def test_a_page_is_cut_as_browsers_cut_it(source: str, expected: list[str]) -> None:
    assert expected == names(source)


@pytest.mark.parametrize(
    "tag",
    [
        '<a title="x > y">',
        "<a title='\">\"'>",
        "<a title=it's>",
        '<a b="1"c=2>',
        "<a\tb = c\n/ d>",
        "<a b=>",
        '<a b="c" =d e="f">',
    ],
)
def test_a_tag_ends_where_no_quotes_hold_its_end(tag: str) -> None:
    assert [("start", "a", tag), ("text", "", "z")] == cut(tag + "z")


@pytest.mark.parametrize(
    ("source", "name", "rest"),
    [
        ("a<!-- b", "comment", "<!-- b"),
        ("a<b c=d", "tag", "<b c=d"),
        ('a<b c="d>', "tag", '<b c="d'),
        ("a</b", "tag", "</b"),
        ("<style>a", "style", "a"),
    ],
)
def test_what_is_never_closed_swallows_the_rest_and_says_so(source: str, name: str, rest: str) -> None:
    found = cut(source)
    if source.endswith("d>"):  # a quote that never ends is no quote: the tag ends all the same
        assert ("start", "b", '<b c="d>') == found[-1]
    else:
        assert ("unclosed", name, rest) == found[-1]


def test_xml_has_no_raw_text_and_its_cdata_is_text() -> None:
    source = "<title>a<i>b</i></title><![CDATA[c<d>]]>"

    assert ["start:title", "text:a", "start:i", "text:b", "end:i", "end:title", "raw:c<d>"] == names(
        source, Dialect.XML
    )


def test_entities_that_a_doctype_declares_are_left_out_whole() -> None:
    source = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>'

    assert ["start:p", "text:&x;", "end:p"] == names(source, Dialect.XHTML)


@given(MARKUP, st.sampled_from(Dialect))
def test_tokens_stand_in_order_and_inside_the_source(source: str, dialect: Dialect) -> None:
    last = 0
    for kind, name, start, end in tokens(source, dialect):
        if kind is not Kind.UNCLOSED or name in ("tag", "comment"):
            assert last <= start <= end <= len(source)
            last = end
        assert name == name.lower()
