"""Blocks: headings and paragraphs, in wrapped and in unwrapped text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.model.article import Span
from verifier.prose import blocks
from verifier.text import lines

LONG = (
    "The rye fell and the oats rose, and the hay burned, and all the straw stayed where it was until the end of "
    "a very dry summer."
)
PIECES = st.lists(
    st.sampled_from(["Rye", "fell.", "\n", "\n\n", "\r\n", "== Fields ==", "# Fields", "- ", "1. ", " ", LONG,
                     "\u2028", "Oats rose [1]"]),
    max_size=20,
).map("".join)  # fmt: skip


def split(text: str, cited: list[Span] | None = None) -> list[tuple[str, bool, str]]:
    rows = [Span(start, end) for start, end in lines(text)]
    return [
        (text[block.span.start : block.span.end], block.heading, block.section)
        for block in blocks.split(text, rows, cited or [])
    ]


def test_a_blank_line_ends_a_paragraph_and_a_wrapped_one_is_whole() -> None:
    text = "Rye fell\nin May.\n\n \nOats rose.\n"

    assert split(text) == [("Rye fell\nin May.", False, ""), ("Oats rose.", False, "")]


def test_lines_too_long_to_be_wrapped_are_paragraphs() -> None:
    assert split(f"{LONG}\nOats rose.\n{LONG}") == [(LONG, False, ""), ("Oats rose.", False, ""), (LONG, False, "")]


@pytest.mark.parametrize("mark", ["- ", "* ", "\u2022 ", "1. ", "12) ", "  - "])
def test_items_are_paragraphs(mark: str) -> None:
    text = f"Crops are these:\n{mark}Rye fell,\nand rose.\n{mark}Oats rose."

    assert split(text) == [
        ("Crops are these:", False, ""),
        (f"{mark}Rye fell,\nand rose.", False, ""),
        (f"{mark}Oats rose.", False, ""),
    ]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Fields", "Fields"),
        ("Fields of 2016", "Fields of 2016"),
        ("Fields[edit]", "Fields"),
        ("== Fields ==", "Fields"),
        ("### The fields.", "The fields."),
        ("  Fields  ", "Fields"),
    ],
)
def test_headings_name_the_section_of_what_follows(heading: str, section: str) -> None:
    text = f"Rye fell.\n\n{heading}\n\nOats rose.\n\nHay burned."

    assert split(text) == [
        ("Rye fell.", False, ""),
        (heading, True, section),
        ("Oats rose.", False, section),
        ("Hay burned.", False, section),
    ]


def test_a_marked_heading_needs_no_blank_line_around_it() -> None:
    assert split("Rye fell.\n## Fields\nOats rose.") == [
        ("Rye fell.", False, ""),
        ("## Fields", True, "Fields"),
        ("Oats rose.", False, "Fields"),
    ]


@pytest.mark.parametrize(
    "line", ["Rye fell.", "Rye fell!", "He said so:", 'He said "so."', "Rye fell;", LONG[:-1], "Rye\nfell"]
)
def test_sentences_and_long_lines_are_no_headings(line: str) -> None:
    assert [heading for _, heading, _ in split(f"{line}\n\nOats rose.")] == [False, False]


def test_a_line_with_a_marker_is_no_heading() -> None:
    text = "Fields[1]\n\nOats[2] rose"

    assert [heading for _, heading, _ in split(text, [Span(16, 19), Span(6, 9)])] == [False, False]
    assert [heading for _, heading, _ in split(text)] == [True, True]


def test_rows_that_were_taken_out_part_the_paragraphs_around_them() -> None:
    text = "Rye fell.\nShare this\nOats rose."
    rows = [Span(start, end) for start, end in lines(text)]
    found = [text[block.span.start : block.span.end] for block in blocks.split(text, [rows[0], rows[2]], [])]

    assert found == ["Rye fell.", "Oats rose."]


@settings(max_examples=200)
@given(PIECES | st.text(st.sampled_from("Ry. \n\r=#-1") | st.characters(), max_size=60))
def test_any_text_is_cut_in_order_and_loses_no_word(text: str) -> None:
    rows = [Span(start, end) for start, end in lines(text)]
    found = list(blocks.split(text, rows, []))

    for first, second in pairwise(found):
        assert first.span.end <= second.span.start
    assert "".join(text.split()) == "".join("".join(text[block.span.start : block.span.end].split()) for block in found)
    section = ""
    for block in found:
        section = block.section if block.heading else section
        assert section == block.section
