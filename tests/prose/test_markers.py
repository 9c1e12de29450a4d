"""Markers: every printed form of brackets is read, with its page, its group and its cluster."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.model.article import Citation, Marker, Span
from verifier.prose import lists, markers
from verifier.prose.labels import Labels
from verifier.prose.markers import Found
from verifier.text import lines

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
PIECES = st.lists(
    st.sampled_from(
        ["[1]", "[2, 3]", "[4\u20136]", "[9-7]", "[1-99]", "[note 1]", "[a]", "[\u0663]", "[2016]", "[01]", "[x]", "[",
         "]",
         "word", ". ", ", ", " ", "\n", "\u00b2", "\u00b3,\u2074", "(5)", "(6)", "x", "(", ":", ":45", "rye.7 The ",
         ";", "1", "\ud800"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


def labels(length: int = 30, letters: str = "", groups: str = "", dotted: str = "") -> Labels:
    return Labels(
        frozenset({"n", "nb", "note", *groups.split()}), frozenset(letters.split()), frozenset(dotted.split()), length
    )


def find(text: str, known: Labels | None = None) -> Found:
    return markers.find(text, [], known or labels())


def printed(text: str, known: Labels | None = None) -> list[str]:
    return [marker.label for marker in find(text, known).markers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rye fell.[1]", ["1"]),
        ("Rye fell.[ 1 ]", ["1"]),
        ("Rye[12] fell", ["12"]),
        ("Rye fell.[1][2]", ["1", "2"]),
        ("Rye fell.[1], [2]", ["1", "2"]),
        ("Rye fell.[1, 2; 5]", ["1", "2", "5"]),
        ("Rye fell.[ 1 ,2 ]", ["1", "2"]),
        ("Rye fell.[1\u20133, 7]", ["1", "2", "3", "7"]),
        ("Rye fell.[4 - 4]", ["4"]),
        ("Rye fell.[12, p. 4]", ["12"]),
        ("Rye fell.[12]:45", ["12"]),
        ("Rye fell.[[12]]", ["12"]),
        ("Rye fell.[999]", ["999"]),
    ],
)
def test_brackets(text: str, expected: list[str]) -> None:
    found = find(text)

    assert expected == [marker.label for marker in found.markers]
    assert [int(label) for label in expected] == [marker.number for marker in found.markers]
    assert found.styles == ("brackets",)


@given(st.integers(1, 900), st.integers(0, 19), st.sampled_from(DASHES), st.sampled_from(["", " "]))
def test_ranges_are_every_number_in_them(first: int, more: int, dash: str, blank: str) -> None:
    text = f"Rye fell.[{first}{blank}{dash}{blank}{first + more}]"
    found = find(text).markers

    assert list(range(first, first + more + 1)) == [marker.number for marker in found]
    assert {Span(9, len(text))} == {marker.span for marker in found}
    assert {0} == {marker.cluster for marker in found}


@given(st.integers(1, 99_999))
def test_digits_of_any_script_are_numbers(number: int) -> None:
    arabic = str(number).translate(
        str.maketrans("0123456789", "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669")
    )
    found = find(f"Rye fell.[{arabic}]", labels(100_000)).markers

    assert [number] == [marker.number for marker in found]


def test_a_range_the_wrong_way_round_or_far_too_long_is_remarked() -> None:
    found = find("Rye fell.[5\u20132] Oats rose.[1\u201390] Hay burned.[3-1000000000]")

    assert [(marker.label, marker.cluster) for marker in found.markers] == [("5", 0), ("1", 1), ("3", 2)]
    assert [(remark.kind, remark.text) for remark in found.remarks] == [
        ("range-reversed", "[5\u20132]"),
        ("range-oversized", "[1\u201390]"),
        ("range-oversized", "[3-1000000000]"),
    ]


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("[12]", None),
        ("[12, p. 4]", "p. 4"),
        ("[12, pp. 4\u20136]", "pp. 4\u20136"),
        ("[12]:45", "45"),
        ("[12]:45\u201346", "45\u201346"),
    ],
)
def test_pages(text: str, page: str | None) -> None:
    assert [page] == [marker.page for marker in find(f"Rye fell.{text} Then").markers]


@pytest.mark.parametrize(
    ("text", "label", "group", "number"),
    [
        ("[note 1]", "note 1", "note", 1),
        ("[Note 1]", "Note 1", "note", 1),
        ("[n 2]", "n 2", "n", 2),
        ("[nb\xa03]", "nb 3", "nb", 3),
        ("[fn 4]", "fn 4", "fn", 4),
    ],
)
def test_groups(text: str, label: str, group: str, number: int) -> None:
    found = find(f"Rye fell.{text}", labels(groups="fn")).markers

    assert [(label, group, number)] == [(marker.label, marker.group, marker.number) for marker in found]


def test_a_group_or_a_letter_that_no_list_prints_is_none() -> None:
    assert printed("[fn 4] [ref 1] [a] [i] [\u03b1]") == []
    assert printed("[fn 4] [ref 1] [a] [i] [\u03b1] [b]", labels(letters="a i \u03b1", groups="fn")) == [
        "fn 4",
        "a",
        "i",
        "\u03b1",
    ]


def test_letters_have_no_number() -> None:
    assert find("Rye fell.[a]", labels(letters="a")).markers == (Marker("a", "", None, Span(9, 12), 0),)


def test_sub_references_count_where_a_list_prints_them() -> None:
    assert printed("Rye [1.1] fell") == []
    assert [marker.number for marker in find("Rye [1.1] fell", labels(dotted="1.1")).markers] == [1]


def test_markers_inside_blocked_spans_are_labels_of_entries() -> None:
    text = "[1] Rye. [2] Oats. [3] Hay."
    found = markers.find(text, [Span(9, 12), Span(0, 3)], labels())

    assert [marker.label for marker in found.markers] == ["3"]


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("Rye.[1][2]", [0, 0]),
        ("Rye.[1] [2]", [0, 0]),
        ("Rye.[1], [2]", [0, 0]),
        ("Rye.[1,2]", [0, 0]),
        ("Rye[1] and oats[2]", [0, 1]),
        ("Rye.[1]\n[2]", [0, 1]),
        ("Rye.[1]\u2013[3]", [0, 0, 0]),
        ("Rye.[1]\u2014[3]", [0, 1]),
        ("Rye.[1\u20132][3] Oats.[4]", [0, 0, 0, 1]),
    ],
)
def test_a_cluster_has_nothing_but_blanks_and_commas_inside(text: str, clusters: list[int]) -> None:
    assert clusters == [marker.cluster for marker in find(text).markers]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (
            "References\n\na. Rye in spring. 2016.\nb. Oats in May. 2017.\n",
            ({"n", "nb", "note"}, set("abcde"), set(), 2),
        ),
        ("References\n\n1. Rye in spring. 2016.\n2. Oats in May. 2017.\n", ({"n", "nb", "note"}, set(), set(), 2)),
        ("", ({"n", "nb", "note"}, set(), set(), 0)),
    ],
)
def test_labels_are_those_that_the_lists_print(text: str, known: tuple[set[str], set[str], set[str], int]) -> None:
    found = Labels.of(lists.find(text, list(lines(text)), lambda entry: Citation()))

    assert known == (set(found.groups), set(found.letters), set(found.dotted), found.length)


@settings(max_examples=300)
@given(
    PIECES
    | st.text(st.sampled_from("[]()0123456789,;:-\u2013 \n.aAn\u00b9\u00b2\u0661x^`$") | st.characters(), max_size=60),
    st.sampled_from([labels(), labels(0), labels(5, "a b x", "fn", "1.1")]),
)
def test_any_text_has_its_markers_in_order(text: str, known: Labels) -> None:
    found = find(text, known)

    for first, second in pairwise(found.markers):
        assert first.span == second.span or first.span.end <= second.span.start
        assert second.cluster in (first.cluster, first.cluster + 1)
    for marker in found.markers:
        assert 0 <= marker.span.start < marker.span.end <= len(text)
        assert marker.number is None or marker.number > 0
    assert not found.markers or found.markers[0].cluster == 0
    assert bool(found.markers) == bool(found.styles)


def test_a_flood_of_markers_is_read_in_time() -> None:
    text = "Rye fell.[1-20] [a[ [[1, " * 4000

    assert len(find(text).markers) == 80_000


@pytest.mark.parametrize("text", ["Among the dead[1]: 45 swans", "Swans died[1]:\n45 of them", "Swans died[1]: 45"])
def test_a_number_behind_a_colon_and_a_blank_is_no_page(text: str) -> None:
    assert [("1", None)] == [(marker.label, marker.page) for marker in find(text).markers]


@pytest.mark.parametrize(
    ("bracket", "pages"),
    [
        ("[6, Sec. 2]", ["Sec. 2"]),
        ("[6, Theorem 3.2]", ["Theorem 3.2"]),
        ("[6, Eq. (3)]", ["Eq. (3)"]),
        ("[6, App. B]", ["App. B"]),
        ("[6, \u00a7 4]", ["\u00a7 4"]),
        ("[5, 6, Ch. IV]", ["Ch. IV", "Ch. IV"]),
    ],
)
def test_a_place_in_the_source_belongs_to_the_marker(bracket: str, pages: list[str]) -> None:
    assert pages == [marker.page for marker in find(f"Rye fell {bracket}.").markers]
