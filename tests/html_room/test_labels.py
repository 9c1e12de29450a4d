"""What markers print and what lists count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.html import counters, labels
from verifier.html.labels import STYLES, Label
from verifier.html.page import Page
from verifier.html.tokens import Dialect


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[1]", [Label("1", "", 1)]),
        (" ( 12 ) ", [Label("12", "", 12)]),
        ("[note\u00a03]", [Label("note 3", "note", 3)]),
        ("b_ %20b 1", [Label("b_ %20b 1", "b_ %20b", 1)]),
        ("1.2", [Label("1.2", "", 1)]),
        ("[n 1.2]", [Label("n 1.2", "n", 1)]),
        ("a", [Label("a")]),
        ("wa'", [Label("wa'")]),
        ("[\u09e7\u09e8]", [Label("\u09e7\u09e8", "", 12)]),
        ("2\u20134, 7", [Label("2", "", 2), Label("3", "", 3), Label("4", "", 4), Label("7", "", 7)]),
        ("9-2", [Label("9", "", 9), Label("2", "", 2)]),
        ("1-90000", [Label("1", "", 1), Label("90000", "", 90000)]),
        ("[]", []),
        ("", []),
        ("[1", [Label("1", "", 1)]),
    ],
)
def test_a_marker_prints_a_label(text: str, expected: list[Label]) -> None:
    assert expected == labels.read(text)


def test_a_key_has_no_group() -> None:
    assert [Label("Doe 2016")] == labels.read("(Doe 2016)", keyed=True)
    assert [Label("4", "", 4)] == labels.read("[4]", keyed=True)


@given(st.text(max_size=30))
def test_any_text_has_short_labels(text: str) -> None:
    assert all(len(label.text) <= 400 for label in labels.read(text))


def numbers(source: str) -> tuple[tuple[int, ...], str, str]:
    page = Page(source, Dialect.HTML)
    box = page.tree.names.index("ol")
    found = counters.count(page, box, [each for each in page.children(box) if page.name(each) == "li"])
    return found.numbers, found.style, found.changed


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<ol><li>a<li>b</ol>", ((1, 2), "", "")),
        ("<ol start=3><li>a<li>b</ol>", ((3, 4), "", "start=3")),
        ("<ol start=1><li value=1>a<li>b</ol>", ((1, 2), "", "")),
        ("<ol reversed><li>a<li>b<li>c</ol>", ((3, 2, 1), "", "reversed")),
        ("<ol><li>a<li value=7>b<li>c</ol>", ((1, 7, 8), "", "value=7 at item 2")),
        ("<ol start=-1><li>a<li>b</ol>", ((-1, 0), "", "start=-1")),
        ("<ol start=x type=a><li>a</ol>", ((1,), "lower-alpha", "")),
        ('<div style="list-style-type: lower-roman"><ol><li>a</ol></div>', ((1,), "lower-roman", "")),
        ('<div class="reflist reflist-lower-greek"><p><ol><li>a</ol>', ((1,), "lower-greek", "")),
        ('<ol data-mw-group="upper-latin" ><li>a</ol>', ((1,), "upper-alpha", "")),
        ('<ol style="list-style: none inside"><li>a</ol>', ((1,), "none", "")),
    ],
)
def test_a_list_counts_as_browsers_count(source: str, expected: object) -> None:
    assert expected == numbers(source)


def test_the_styles_of_lists_print_letters_and_numerals() -> None:
    printed = {name: [style(number) for number in (1, 4, 26, 27, 0)] for name, style in STYLES.items()}

    assert ["a", "d", "z", "aa", "0"] == printed["lower-alpha"]
    assert ["I", "IV", "XXVI", "XXVII", "0"] == printed["upper-roman"]
    assert ["α", "δ", "26", "27", "0"] == printed["lower-greek"]
    assert ["1", "4", "26", "27", "0"] == printed["decimal"]
