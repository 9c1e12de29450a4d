"""Whether an article is in English."""

from dataclasses import replace

import pytest

from verifier.articles import plaintext, wikitext
from verifier.language import is_english

ENGLISH = "The mill stands on the left bank of the river, and it was built in the year of the great flood. "
GERMAN = (
    "Die Mühle steht am linken Ufer des Flusses und wurde im Jahr der großen Flut gebaut, so sagt man in dem Dorf. "
)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (ENGLISH * 3, True),
        (ENGLISH, True),
        (GERMAN * 3, False),
        (GERMAN, False),
        (GERMAN + "\n\n== References ==\n", True),
        ("Oats, rye, barley.\n\n== External links ==\n", True),
        ("Oats, rye, barley.\n\n== Einzelnachweise ==\n", False),
        (ENGLISH + "<ref>{{Internetquelle|titel=Hafer|url=https://example.org}}</ref>", False),
        ("Oats, rye, barley.", False),
        ("", False),
    ],
)
def test_wikitext_is_told_by_its_words(text: str, *, english: bool) -> None:
    assert english == is_english(wikitext.parse(text, "mill.wiki"))


def test_prose_is_stronger_than_a_template_from_elsewhere() -> None:
    text = ENGLISH * 3 + "<ref>{{Internetquelle|titel=Hafer|url=https://example.org}}</ref>\n\n== Weblinks ==\n"

    assert is_english(wikitext.parse(text, "mill.wiki"))


@pytest.mark.parametrize(
    ("language", "english"), [("en", True), ("en-GB", True), ("de", False), ("eo", False), ("", True)]
)
def test_a_declared_language_is_believed(language: str, *, english: bool) -> None:
    article = replace(plaintext.parse(GERMAN * 3, "mill.txt"), language=language)

    assert english == is_english(article)
