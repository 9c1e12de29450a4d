"""Lines, words and folded forms: what editors count as lines, which spellings are one word, and where texts are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import text
from verifier.model.origin import Origin

BREAKS = st.text(st.sampled_from("ab \n\r\x0b\x0c\x85\u2028\u2029"), max_size=30)
ANY = st.text(st.sampled_from("aé\u0301ﬁİßZ '\u2019-_9\n\ud800\u202e") | st.characters(), max_size=40)


def test_lines_end_where_editors_end_them() -> None:
    written = "one\ntwo\r\nthree\rfour\x0cstill\u2028four\x85too"
    lines = Origin.of(written)
    places = {word: lines.at(written.index(word)) for word in ("one", "two", "three", "four", "still", "too")}

    assert places == {
        "one": (1, 1),
        "two": (2, 1),
        "three": (3, 1),
        "four": (4, 1),
        "still": (4, 6),
        "too": (4, 17),
    }


def test_columns_count_code_points() -> None:
    lines = Origin.of("é\U0001f600x\ny")

    assert [lines.at(offset) for offset in range(6)] == [(1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2)]


@given(BREAKS)
def test_lines_cover_the_text_and_agree_with_the_positions(written: str) -> None:
    found = list(text.lines(written))
    lines = Origin.of(written)

    assert "".join(written[start:end] for start, end in found) == written.replace("\n", "").replace("\r", "")
    for number, (start, end) in enumerate(found, 1):
        assert (number, 1) == lines.at(start)
        assert (number, end - start + 1) == lines.at(end)
        assert "\n" not in written[start:end]
        assert "\r" not in written[start:end]


def test_a_last_line_end_starts_no_line_and_an_empty_text_has_none() -> None:
    assert list(text.lines("")) == []
    assert list(text.lines("a\n")) == [(0, 1)]
    assert list(text.lines("\n\na")) == [(0, 0), (1, 1), (2, 3)]


def test_white_space_becomes_one_blank() -> None:
    assert text.one_line("  a\t\n b\xa0c\u2003 ") == "a b c"


@pytest.mark.parametrize(
    ("first", "second"),
    [("Qalamūn", "qalamun"), ("ÉCOLE", "e\u0301cole"), ("Straße", "STRASSE"), ("ﬁsh", "FISH"), ("①", "1")],
)
def test_spellings_of_one_word_fold_to_one(first: str, second: str) -> None:
    assert text.fold(first) == text.fold(second)


def test_words_are_folded_and_keep_their_apostrophe() -> None:
    assert text.words("The baker's OVEN - l\u2019été, 40-odd_loaves!") == [
        "the",
        "baker's",
        "oven",
        "l\u2019ete",
        "40",
        "odd_loaves",
    ]


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [
        ("Bread of the old mill", "bread mill", 1.0),
        ("bread mill oven", "mill door", 0.5),
        ("bread", "door", 0.0),
        ("bread bread bread", "Bread!", 1.0),
        ("", "door", 1.0),
        ("...", "", 1.0),
    ],
)
def test_likeness_is_the_share_of_the_shorter_text(first: str, second: str, share: float) -> None:
    assert share == text.likeness(first, second)
    assert share == text.likeness(second, first)


@pytest.mark.parametrize(
    ("written", "limit", "slug"),
    [
        ("The Baker's Oven, 2016", 48, "the-bakers-oven-2016"),
        ("Über l\u2019été", 48, "uber-lete"),
        ("one two three", 7, "one-two"),
        ("one two three", 6, "one"),
        ("incomprehensible", 5, "incom"),
        ("\u6f22\u5b57 !?", 48, ""),
    ],
)
def test_kebab(written: str, limit: int, slug: str) -> None:
    assert slug == text.kebab(written, limit)


@pytest.mark.parametrize(
    ("written", "limit", "short"),
    [
        ("short", 5, "short"),
        ("two\n lines", 9, "two lines"),
        ("a long line of words", 13, "a long line\u2026"),
        ("a long line of words", 12, "a long line\u2026"),
        ("a long line of words", 11, "a long\u2026"),
        ("unbreakablelongword", 10, "unbreakab\u2026"),
        ("a unbreakablelongword", 12, "a unbreakab\u2026"),
    ],
)
def test_shortened_texts_are_cut_at_a_blank_and_say_so(written: str, limit: int, short: str) -> None:
    assert short == text.shorten(written, limit)


@given(ANY, st.integers(2, 30))
def test_any_text_is_folded_cut_and_compared(written: str, limit: int) -> None:
    short = text.shorten(written, limit)
    slug = text.kebab(written, limit)

    assert len(short) <= limit
    assert "\n" not in short
    assert len(slug) <= limit
    assert slug.isascii()
    assert not slug.startswith("-")
    assert not slug.endswith("-")
    assert text.likeness(written, written) == 1.0
    assert text.fold(written).split() == text.fold(text.one_line(written)).split()


@pytest.mark.parametrize(("probability", "shown"), [(1.0, "1.00"), (0.9999, "0.99"), (0.29, "0.29"), (0.0, "0.00")])
def test_no_chance_looks_surer_than_it_is(probability: float, shown: str) -> None:
    assert shown == text.chance(probability)


@pytest.mark.parametrize(
    ("nats", "shown"),
    [
        (0.09, "hardly likelier"),
        (0.1, "1.1 times as likely"),
        (0.99, "2.6 times as likely"),
        (2.31, "10 times as likely"),
        (5.0, "148 times as likely"),
        (7.0, "over 1,000 times as likely"),
        (1e9, "over 1,000 times as likely"),
    ],
)
def test_a_score_is_told_as_how_much_likelier_it_makes_something(nats: float, shown: str) -> None:
    assert shown == text.times(nats)
