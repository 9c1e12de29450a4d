"""Marks without brackets are markers where they fit; years, code, exponents and counts are none."""

import pytest

from verifier.articles import plaintext

from .test_markers import find, labels, printed


@pytest.mark.parametrize(
    "text",
    [
        "[edit]", "[update]", "[Updated]", "[citation needed]", "[cs.LG]", "[...]", "[\u2026]", "[sic]", "[who?]",
        "[]", "[ ]",
        "[-]", "[1-]", "[3,]", "[1 2]", "[1a]", "[1:2]", "[007]", "[0]", "[0-3]", "[1.1]", "[1234567]",
        "[1\n\n]", "[1: ]", "[1:45]", "[42: 30]", "[1.2]",
        "[2016]", "[1000]", "[2999]", "[1999, 2001]", "see [1, 2 and 3]", "[note x]", "[note 1-3]",
        "[1](https://example.org/)", "[1]: https://example.org/", "Rye\n  [1]: https://example.org/",
        "a[1] + b", "f[2] = 3", "foo_bar[2] = 3", "row1[2]*4", "a[1] > 2", "1", "(1)", "1.",
    ],
)  # fmt: skip
def test_what_is_no_marker(text: str) -> None:
    assert printed(text) == []


@pytest.mark.parametrize("text", ["Group A[1] (north) won.", "Vitamin C[1] (of fruit)", "killed[1]--the rest fled"])
def test_a_remark_behind_a_marker_is_prose(text: str) -> None:
    assert printed(text) == ["1"]


def test_years_are_markers_only_where_the_document_counts_that_far() -> None:
    text = "Rye fell [2016] and oats rose.[3]"

    assert printed(text) == ["3"]
    assert printed(text, labels(2500)) == ["2016", "3"]


def test_a_document_that_cites_a_thousand_numbers_may_cite_the_next() -> None:
    text = " ".join(f"Rye.[{number}]" for number in range(900, 1010))

    assert len(printed(text)) == 110


def test_a_span_of_years_is_none() -> None:
    assert printed("Ott [1921-1964] and Kay [1998\u201399] baked.[3]") == ["3"]
    assert printed("Rye.[1001-1003]", labels(2000)) == ["1001", "1002", "1003"]


def test_superscripts_are_markers() -> None:
    found = find("Rye fell.\u00b9 Oats rose.\u00b2\u02d2\u00b3 Hay burned.\u00b9\u2074 Straw stayed.\u2077")

    assert [marker.number for marker in found.markers] == [1, 2, 3, 14, 7]
    assert [marker.cluster for marker in found.markers] == [0, 1, 1, 2, 3]
    assert found.styles == ("superscript",)


def test_a_letter_before_a_number_of_the_list_may_be_a_word() -> None:
    assert printed("the gauge of size n[2] and of size m[4]", labels(3)) == ["2"]
    assert printed("the gauge of size n[2]", labels(0)) == ["2"]
    assert printed("first n[0], then n[2], and m[3][8] last", labels(0)) == []


@pytest.mark.parametrize("dash", ["\u2013", "\u207b", "-"])
def test_a_dash_between_superscripts_stands_for_the_numbers_between(dash: str) -> None:
    text = f"Rye fell.\u00b9 Oats rose.\u00b2 Hay burned.\u00b3 Straw stayed.\u2074{dash}\u2076\u02d2\u2078"

    assert printed(text, labels(9)) == ["1", "2", "3", "4", "5", "6", "8"]


@pytest.mark.parametrize(
    "text",
    [
        "Rye fell.\u00b9 Oats rose.\u00b2",
        "10\u00b2 and 10\u00b3 and 10\u2074 and 10\u2075",
        "fields of 3 km\u00b2, 5 km\u00b2 and 9 m\u00b3, at 2 m/s\u00b2 or (a + b)\u00b2",
        "Rye.\u2079\u2079 Oats.\u2079\u2078 Hay.\u2079\u2077 Straw.\u00b9",
        "Rye.\u2070\u00b9 Oats.\u2070 Hay.\u2070\u00b2",
    ],
)
def test_few_or_unfit_superscripts_are_exponents(text: str) -> None:
    assert printed(text) == []


GLUED = "Rye fell.1 Oats rose.2 Hay burned,3 \u201cStraw stayed.\u201d Corn grew.4 Barley sank.5\nBeans won.6"


def test_digits_that_lost_their_style_count_where_there_are_no_brackets() -> None:
    found = find(GLUED)

    assert [marker.number for marker in found.markers] == [1, 2, 3, 4, 5, 6]
    assert found.styles == ("glued",)


def test_digits_that_lost_their_style_do_not_count_beside_brackets_when_few_or_unfit() -> None:
    assert printed(GLUED + "[7]") == ["7"]
    assert printed("Rye fell.1 Oats rose.2 Hay burned.3 Corn grew.4 ") == []
    assert printed(GLUED, labels(3)) == []
    assert printed("In 1.5 Rye. Version 2.0 Oats. At 3.14 Hay. By 2.7 Corn. On 1.1 Barley. At 9.8 Beans") == []


def test_numbered_parts_of_a_sentence_are_no_citations() -> None:
    assert printed("They grew (1) rye, (2) oats, and (3) hay. They sold: (4) bread; (5) beer.") == []


def test_round_brackets_count_if_most_of_them_fit() -> None:
    text = "Rye fell (1). Oats rose (2). Hay burned (3). "

    assert printed(text + "Corn grew (99).") == ["1", "2", "3"]
    assert printed(text, labels(3)) == ["1", "2", "3"]
    assert printed(text, labels(2)) == []
    assert find(text).styles == ("round",)
    assert printed(text + "Corn (99). Beans (88). Peas (77).") == []
    assert printed(text + "Corn grew.[4]") == ["4"]
    assert printed("Rye fell (1). Oats rose (2).") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten swans were killed[12]; the rest fled.[3]", ["12", "3"]),
        ("Ten swans were killed[12] (two of them\u2026)", ["12"]),
        ("Ten swans were killed[12] [13]", ["12", "13"]),
        ("Ten swans were killed[12]\n[13]", ["12", "13"]),
        ("In 2016[3] - the year of the swan", ["3"]),
        ("In 2016[3]; later it rained", ["3"]),
        ("row_1[2] = 3", []),
        ("array[1] = 5", []),
        ("x[0]", []),
    ],
)
def test_markers_behind_a_word_or_a_year_are_told_from_code(text: str, expected: list[str]) -> None:
    assert expected == printed(text)


@pytest.mark.parametrize("before", ["in 1954", "(the Ministry)", "(founded in 1920)", "came in", "it is his"])
def test_a_raised_number_behind_a_year_a_word_or_words_in_brackets_is_a_marker(before: str) -> None:
    found = find(f"Rye.\u00b9 Oats.\u00b2 {before}\u00b3 Hay.\u2074")

    assert ["1", "2", "3", "4"] == [marker.label for marker in found.markers]


def test_the_issue_of_a_volume_in_an_entry_is_no_marker() -> None:
    entries = "\n1. Doe. Rye. 2014;12(1):7.\n2. Roe. Oats. 2015;12(2):9.\n"
    article = plaintext.parse(f"Rye fell (1). Oats rose (2). Hay burned (1).\n\nReferences{entries}", "a.txt")

    assert ["1", "2", "1"] == [each.label for each in article.markers]


def test_numbers_in_round_brackets_go_on_behind_a_list_that_lost_its_end() -> None:
    text = "Rye fell.(1) Oats rose.(2) Rye rose.(1) Hay burned.(3) Four (4) barns stood (9)."
    article = plaintext.parse(f"{text}\n\nReferences\n1. Doe. 2014.\n2. Roe. 2015.\n", "a.txt")

    assert ["1", "2", "1", "3"] == [marker.label for marker in article.markers]
