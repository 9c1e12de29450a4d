"""A list that is numbered in the digits of another script is a list like any other."""

import re
from pathlib import Path

import pytest

from verifier.articles import plaintext
from verifier.fixes import Case
from verifier.fixes.list_renumbered import FIX
from verifier.recovery import recover

FIRES = Path(__file__).parent.parent / "fixes/list_renumbered/fires/article.txt"
ZEROS = {"Arabic": "\u0660", "Devanagari": "\u0966", "Bengali": "\u09e6"}


def localised(text: str, zero: str) -> str:
    """Return the text with the labels of its list in other digits."""
    table = {ord(str(digit)): chr(ord(zero) + digit) for digit in range(10)}
    return re.sub(r"(?m)^\d+(?=\. )", lambda match: match[0].translate(table), text)


@pytest.mark.parametrize("zero", ZEROS.values(), ids=ZEROS)
def test_labels_in_other_digits_are_recovered_and_corrected_alike(zero: str) -> None:
    text = FIRES.read_text()
    theirs = localised(text, zero)
    assert theirs != text
    plain, other = plaintext.parse(text, "a.txt"), plaintext.parse(theirs, "a.txt")

    assert recover.of(other).placements == recover.of(plain).placements
    corrected = [FIX.propose(Case(article, written, ())) for article, written in ((plain, text), (other, theirs))]
    ours, found = ([(each.span, each.replacement) for each in changes] for changes in corrected)
    assert ours
    assert found == [(span, localised(f"{label}. ", zero)[:-2]) for span, label in ours]
