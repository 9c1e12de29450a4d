"""Elements as browsers nest them: end tags that may be left out, tags that overlap, and a depth without limit."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.html.page import Page
from verifier.html.tokens import Dialect
from verifier.html.tree import Tree

TAGS = "p div b i a li ul ol table tr td th dl dt dd h2 sup span select option html head body svg br title".split()
PAGES = st.lists(
    st.one_of(
        st.sampled_from(TAGS).map("<{}>".format),
        st.sampled_from(TAGS).map("</{}>".format),
        st.sampled_from(TAGS).map("<{}/>".format),
        st.sampled_from(["a", " ", "&amp;", "<!-- c -->", "<", "<a href='#b' id=c>"]),
    ),
    max_size=60,
).map("".join)


def shape(source: str, dialect: Dialect = Dialect.HTML) -> str:
    """Return the elements and texts in brackets: "p(a b(c))"."""
    tree = Tree(source, dialect)
    written = ""
    ends: list[int] = []
    for node, name in enumerate(tree.names):
        while ends and ends[-1] <= node:
            ends.pop()
            written += ")"
        written += " " * (written[-1:] not in ("", "(")) + (name or source[tree.starts[node] : tree.ends[node]])
        if name:
            written += "("
            ends.append(tree.until[node])
    return (written + ")" * len(ends)).replace("()", "").removeprefix("#page(").removesuffix(")")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<ul><li>a<li>b<ul><li>c</ul>d</ul>e", "ul(li(a) li(b ul(li(c)) d)) e"),
        ("<p>a<p>b<div>c</div></p>d", "p(a) p(b) div(c) d"),
        ("<table><tr><td>x<td>y<tr><th>z</table>w", "table(tr(td(x) td(y)) tr(th(z))) w"),
        ("<table><thead><tr><td>a<tbody><tr><td>b</table>", "table(thead(tr(td(a))) tbody(tr(td(b))))"),
        ("<table><caption>a<tr><td><table><tr><td>b</table>c</table>", "table(caption(a) tr(td(table(tr(td(b))) c)))"),
        ("<dl><dt>a<dd>b<dt>c</dl>d", "dl(dt(a) dd(b) dt(c)) d"),
        ("<select><option>a<option>b</select>c", "select(option(a) option(b)) c"),
        ("<a>1<a>2</a>3", "a(1) a(2) 3"),
        ("<h2>a<h3>b</h2>c", "h2(a) h3(b) c"),
        ("<b><i>a</b>c</i>d", "b(i(a)) c d"),
        ("<b><p>x</b>y</p>z", "b(p(x y) z)"),
        ("<div><span>a</div>b</span>c", "div(span(a)) b c"),
        ("<td>a</table>b<td>c", "td(a b) td(c)"),
        ("a<br>b<img>c<hr>d", "a br b img c hr d"),
        ("<p/>a<div/>b", "p(a) div(b)"),
        ("<svg><path/><g>a</g></svg>b", "svg(path g(a)) b"),
        ("<html><head><title>a</title><p>b</body></html>c", "html(head(title(a)) p(b c))"),
        ("<head>a", "head a"),
        ("</p></b></li>a", "a"),
        ("<li><div><li>a", "li(div) li(a)"),
        ("<ul><li><section><p>a</li><li>b", "ul(li(section(p(a))) li(b))"),
    ],
)
def test_end_tags_are_supplied_and_overlaps_resolved(source: str, expected: str) -> None:
    assert expected == shape(source)


def test_xml_implies_nothing_and_closes_what_is_empty() -> None:
    assert "p(a p(b) xref c)" == shape("<p>a<p>b</p><xref/>c</p>", Dialect.XML)
    assert "p(a) a td b" == shape("<p>a</p><a id='x'/><td/>b", Dialect.XHTML)


def test_every_element_knows_its_place() -> None:
    source = "<ul><li>a<li><b>c</b>d</ul>"
    tree = Tree(source, Dialect.HTML)
    places = {name: source[tree.starts[node] : tree.ends[node]] for node, name in enumerate(tree.names) if name}

    assert {"#page": source, "ul": source, "li": "<li><b>c</b>d", "b": "<b>c</b>"} == places


@given(PAGES, st.sampled_from(Dialect))
def test_every_node_stands_inside_its_parent(source: str, dialect: Dialect) -> None:
    tree = Tree(source, dialect)
    for node in range(1, len(tree)):
        above = tree.parents[node]
        assert 0 <= above < node < tree.until[node] <= tree.until[above]
        assert tree.starts[above] <= tree.starts[node] <= tree.inner[node] <= tree.ends[node] <= len(source)
        assert tree.ends[node] <= tree.ends[above]


@given(st.text(alphabet="<>='\"/ abid", max_size=80))
def test_attributes_of_any_tag_are_read(inside: str) -> None:
    page = Page(f"<a {inside}>", Dialect.HTML)
    for node in range(len(page.tree)):
        assert all(name == name.lower() for name in page.attributes(node))


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<a HREF="x&amp;y" href=z>', {"href": "x&y"}),
        ("<a b c=d e='f g'h>", {"b": "", "c": "d", "e": "f g", "h": ""}),
        ('<a b = "c" =d>', {"b": "c", "=d": ""}),
        ("<a href=?a=1&copy=2&copy>", {"href": "?a=1&copy=2\u00a9"}),
    ],
)
def test_attributes_are_read_as_the_standard_says(tag: str, expected: dict[str, str]) -> None:
    assert expected == dict(Page(tag, Dialect.HTML).attributes(1))


@pytest.mark.parametrize(
    "unit", ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<b><i></b></i>", "<div></span>", "<p>", "<svg>"]
)
def test_a_hundred_thousand_tags_take_linear_time(unit: str) -> None:
    start = time.process_time()
    tree = Tree(unit * (100_000 // unit.count("<")), Dialect.HTML)

    assert len(tree) > 30_000
    assert time.process_time() - start < 60  # a few hundred milliseconds on a quiet machine
