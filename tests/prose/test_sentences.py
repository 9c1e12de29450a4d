"""Sentences: what ends one, what only looks like an end, and where the markers behind a full stop belong."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.model.article import Marker, Span
from verifier.prose import markers, sentences
from verifier.prose.labels import Labels

KNOWN = Labels(frozenset({"n", "nb", "note"}), frozenset(), frozenset(), 30)
PIECES = st.lists(
    st.sampled_from(["Rye", "fell", ".", "!", "\u2026", "?", '"', "\u201d", ")", "(", " ", "\n", "[1]", "[2, 3]",
                     "Dr.", "e.g.", "U.S.", "5", ",", "\u3002"]),
    max_size=25,
).map("".join)  # fmt: skip


def found(text: str) -> tuple[Marker, ...]:
    return markers.find(text, [], KNOWN).markers


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences.split(text, Span(0, len(text)), found(text))]


@pytest.mark.parametrize(
    "expected",
    [
        ["Rye fell.", "Oats rose."],
        ["Rye fell!", "Oats rose?", "Hay burned\u2026", "Straw"],
        ["Rye fell.[1]", "Oats rose.[2]"],
        ["Rye fell.[1][2]", "Oats rose."],
        ["Rye fell.[1], [2]", "Oats rose."],
        ["Rye fell. [1]", "Oats rose. [2]"],
        ["Rye fell [1].", "Oats rose [2]."],
        ["Rye[1] fell,[2] and oats rose.[3]", "Hay burned."],
        ['He said "Rye fell."', "Oats rose."],
        ['He said "Rye fell."[1]', "Oats rose."],
        ["He said \u201cRye fell.\u201d", "Oats rose."],
        ["Rye fell (in May.)", "Oats rose."],
        ["Rye fell.", '"Oats rose."', "(Hay burned.)"],
        ["Rye fell.", "3 farms closed."],
        ["Rye fell.[note 1]", "Oats rose."],
        ["Rye fell.[12, p. 4]", "Oats rose."],
        ["A loaf cost $3.50.", "Oats rose."],
        ["Rye fell... oats rose.", "Hay burned."],
    ],
)
def test_sentences_end_with_their_stop_and_the_markers_behind_it(expected: list[str]) -> None:
    assert expected == split(" ".join(expected))
    assert expected == split("\n".join(expected))


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Ott and Mrs. Baker of St. Ives met Gen. Rye.",
        "J. R. Ott fell.",
        "The U.S. Army ate bread.",
        "Rye (e.g. Finnish rye, i.e. Ruis) fell.",
        "No. 5 on p. 12 of vol. 3 fell.",
        "Rye, oats etc. Both fell.",
        "He came at 3 p.m. and left.",
        "On 3 Sept. Rye fell.",
        "Rye fell.[1] and oats rose.",
        "Version 2.0 of example.org fell.",
        "Baker & Co. Ltd. of Leeds",
    ],
)
def test_abbreviations_and_small_letters_end_no_sentence(text: str) -> None:
    assert [text] == split(text)


def test_a_marker_between_the_stop_and_an_abbreviation_ends_the_sentence() -> None:
    assert split("He lived in the U.S.[1] Rye fell.") == ["He lived in the U.S.[1]", "Rye fell."]


def test_only_the_paragraph_is_split() -> None:
    text = "Rye fell. Oats rose. Hay burned. Straw stayed."
    spans = list(sentences.split(text, Span(10, 32), ()))

    assert [text[span.start : span.end] for span in spans] == ["Oats rose.", "Hay burned."]


def test_blank_text_has_no_sentence() -> None:
    assert split(" \n ") == []
    assert split("") == []


@settings(max_examples=300)
@given(PIECES | st.text(st.sampled_from("Rye. [1]!?\u2026\n\"')") | st.characters(), max_size=60))
def test_any_text_is_cut_in_order_and_loses_no_word(text: str) -> None:
    marks = found(text)
    spans = list(sentences.split(text, Span(0, len(text)), marks))

    for first, second in pairwise(spans):
        assert first.end <= second.start
        assert not text[first.end : second.start].strip()
    assert "".join(text.split()) == "".join("".join(text[span.start : span.end].split()) for span in spans)
    for marker in marks:
        assert sum(span.start <= marker.span.start and marker.span.end <= span.end for span in spans) == 1
