"""Which reader suits a text is told in linear time, whatever the text."""

import time

import pytest

from verifier import articles
from verifier.articles import Parser
from verifier.parts import discover


@pytest.mark.parametrize(
    "unit", ["[", "[[", "\\[", "![", "[1,", "[1-", "[@a; ", "[ @a", "`a <", ":a", "[a](#", "<", "{{", "=="]
)
def test_no_text_keeps_the_choice_of_a_reader_busy(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()

    for parser in discover(articles, "PARSER", Parser):
        assert 0 <= parser.recognises(text, ".md") <= 100

    assert time.process_time() - start < 3  # a tenth of a second; it was half a minute
