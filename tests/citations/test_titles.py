"""Titles inside citations: where they begin and end, with every kind of quotation mark and with none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.citations.titles import find_title

PIECES = st.lists(
    st.sampled_from(
        ['"', "\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb", "'", ". ", ", ", " [", "]", "(2016) ", "(PDF)",
         "Bread", "loaf",
         " ", "Retrieved", "Archived", "(in German)", "."]
    ),
    max_size=16,
).map("".join)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('"Bread rises". The Miller.', "Bread rises"),
        ("\u201cBread rises\u201d. The Miller.", "Bread rises"),
        ("\u201eBrot geht auf\u201c. Der Müller.", "Brot geht auf"),
        ("\u00abLe pain\u00bb. Le Four.", "Le pain"),
        ('Ott, Ann (2016). "Bread", The Miller', "Bread"),
        ('Ott, Ann, "Bread," The Miller', "Bread"),
        ('"Bread": a history', "Bread"),
        ('"Bread" Retrieved 3 May 2016', "Bread"),
        ('"Bread" archived from the original', "Bread"),
        ('"Bread"', "Bread"),
        ('"The "golden" loaf". The Miller.', 'The "golden" loaf'),
        ('"Is it "bread"?". The Miller.', 'Is it "bread"?'),
        ('"\u201cNo bread\u201d, says the baker". The Miller.', "\u201cNo bread\u201d, says the baker"),
        ('"The bakers\' oven". The Miller.', "The bakers' oven"),
        ('"Bread by the loaf" by the baker', "Bread by the loaf"),
    ],
)
def test_a_quoted_title_ends_at_the_mark_that_ends_it(text: str, title: str) -> None:
    found = find_title(text)

    assert title == found.text
    assert found.quoted


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ott, Ann (2016). Bread and salt. The Miller.", "Bread and salt"),
        ("Ott, Ann (3 May 2016) Bread and salt. The Miller.", "Bread and salt"),
        ("Bread and salt. The Miller.", "Bread and salt"),
        ("Bread and salt. 3 May 2016.", "Bread and salt"),
        ("Bread vs. salt. The Miller.", "Bread vs. salt"),
        ("Bread and salt Retrieved 3 May 2016.", "Bread and salt"),
        ("Bread and salt. Archived from the original.", "Bread and salt"),
        ("Bread and salt", "Bread and salt"),
        ("Bread and salt.", "Bread and salt"),
        ('24" pizza', '24" pizza'),
    ],
)
def test_without_quotes_the_title_is_the_first_sentence(text: str, title: str) -> None:
    found = find_title(text)

    assert title == found.text
    assert not found.quoted


@pytest.mark.parametrize("text", ["", " ", ".", '"".', '"," The Miller', "(2016). "])
def test_where_there_is_no_title_none_is_made_up(text: str) -> None:
    assert find_title(text).text is None


@pytest.mark.parametrize(
    ("notes", "translated"),
    [
        (" [Bread rises]", "Bread rises"),
        (" [Bread rises] (PDF)", "Bread rises"),
        (" (PDF)", None),
        (" (in German)", None),
        (" [Bread rises] (in German)", "Bread rises"),
        (" (Video)", None),
        (" (German language)", None),
    ],
)
def test_notes_behind_the_title_belong_to_it(notes: str, translated: str | None) -> None:
    text = f'"Brot geht auf"{notes}. Der Müller.'
    found = find_title(text)

    assert found.text == "Brot geht auf"
    assert translated == found.translated
    assert text[found.end :] == ". Der Müller."


def test_a_translation_may_stand_alone() -> None:
    found = find_title("[Bread rises again]. The Miller. 3 May 2016.")

    assert (found.text, found.translated, found.quoted) == (None, "Bread rises again", False)


def test_commas_tell_the_style() -> None:
    assert find_title('"Bread", The Miller').commas
    assert find_title('"Bread," The Miller').commas
    assert find_title('"Bread" [Brot], The Miller').commas
    assert not find_title('"Bread". The Miller').commas
    assert not find_title("Bread, salt. The Miller").commas


@settings(max_examples=300)
@given(st.text(st.sampled_from("\"'\u201c\u201d()[]., aA2\n") | st.characters(), max_size=60) | PIECES)
def test_any_text_has_its_title_inside(text: str) -> None:
    found = find_title(text)

    assert 0 <= found.start <= found.end <= len(text)
    assert found.text is None or found.text in text[found.start : found.end]
    assert found.translated is None or found.translated in text[found.start : found.end]
    assert not found.quoted or text[found.start] in '"\u201c\u201e\u00ab'
