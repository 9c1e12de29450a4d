"""Claims: which words a cluster of markers stands behind."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.model.article import Claim, Marker, Span
from verifier.prose import claims, markers
from verifier.prose.labels import Labels

KNOWN = Labels(frozenset({"n", "nb", "note"}), frozenset("ab"), frozenset(), 30)
PIECES = st.lists(
    st.sampled_from(["Rye", "fell", ".", "!", "Dr.", '"', ")", " ", "\n", "\n\n", "[1]", "[2, 3]", "[a]", "[4\u20136]",
                     ", ", ";", "\u2013"]),
    max_size=30,
).map("".join)  # fmt: skip


def found(text: str) -> tuple[Marker, ...]:
    return markers.find(text, [], KNOWN).markers


def bind(text: str) -> list[Claim]:
    return list(claims.bind(text, [claims.Passage(Span(0, len(text)), "Fields")], found(text)))


def said(text: str) -> list[tuple[str, list[str]]]:
    return [(claim.text, [marker.label for marker in claim.markers]) for claim in bind(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rye fell.[1]", [("Rye fell.", ["1"])]),
        ("Rye fell.[1] Oats rose.[2]", [("Rye fell.", ["1"]), ("Oats rose.", ["2"])]),
        ("Rye fell.[1][2] Oats rose.", [("Rye fell.", ["1", "2"])]),
        ("Rye fell.[1\u20133, 7]", [("Rye fell.", ["1", "2", "3", "7"])]),
        ("Rye fell,[1] and oats rose.[2]", [("Rye fell,", ["1"]), ("and oats rose.", ["2"])]),
        ("Rye[1] fell; oats,[2] too, rose.", [("Rye", ["1"]), ("fell; oats,", ["2"])]),
        ("Hay burned. Rye fell.[1]", [("Rye fell.", ["1"])]),
        ("Hay burned [1]. Rye fell [2].", [("Hay burned", ["1"]), ("Rye fell", ["2"])]),
        ("[1] Rye fell.", [("Rye fell.", ["1"])]),
        ("[1] [2] Rye fell.[3]", [("Rye fell.", ["1", "2"]), ("Rye fell.", ["3"])]),
        ('He said "Rye fell."[1] Oats rose.[2]', [('He said "Rye fell."', ["1"]), ("Oats rose.", ["2"])]),
        ("Rye fell.[a] Oats.[1]", [("Rye fell.", ["a"]), ("Oats.", ["1"])]),
        ("Rye fell.", []),
    ],
)
def test_a_claim_is_the_text_from_the_previous_cluster_within_the_sentence(
    text: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert expected == said(text)


def test_a_claim_knows_its_sentence_and_section() -> None:
    text = "Hay burned. Rye fell,[1] and oats rose.[2] Straw stayed."
    first, second = bind(text)

    assert text[first.span.start : first.span.end] == "Rye fell,[1]"
    assert text[second.span.start : second.span.end] == "and oats rose.[2]"
    assert text[first.sentence.start : first.sentence.end] == "Rye fell,[1] and oats rose.[2]"
    assert first.sentence == second.sentence
    assert first.paragraph == Span(0, len(text))
    assert first.section == "Fields"


def test_a_wrapped_claim_is_one_line() -> None:
    assert said("Rye\n  fell in\tMay.[1]") == [("Rye fell in May.", ["1"])]


def test_markers_outside_every_paragraph_are_left_and_each_paragraph_takes_its_own() -> None:
    text = "Rye fell.[1]\n\nOats rose.[2]\n\nHay burned.[3]"
    pieces = [
        claims.Passage(Span(0, 12), ""),
        claims.Passage(Span(14, 27), "Oats"),
        claims.Passage(Span(29, 44), "Hay"),
    ]
    bound = list(claims.bind(text, pieces, found(text)))

    assert [(claim.text, claim.section) for claim in bound] == [
        ("Rye fell.", ""),
        ("Oats rose.", "Oats"),
        ("Hay burned.", "Hay"),
    ]


@settings(max_examples=300)
@given(PIECES | st.text(st.sampled_from("Rye.[12]!? \n\")',") | st.characters(), max_size=60))
def test_every_marker_stands_in_exactly_one_claim_in_order(text: str) -> None:
    marks = found(text)
    bound = bind(text)

    assert list(marks) == [marker for claim in bound for marker in claim.markers]
    for claim in bound:
        assert claim.markers
        assert len({marker.cluster for marker in claim.markers}) == 1
        assert 0 <= claim.span.start <= claim.markers[0].span.start
        assert claim.span.end == claim.markers[-1].span.end <= len(text)
        assert claim.sentence.start <= claim.markers[0].span.start < claim.sentence.end
        assert claim.text == " ".join(claim.text.split())
    for first, second in pairwise(bound):
        assert first.span.end <= second.span.start
