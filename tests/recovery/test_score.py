"""Scores: words and dates of all claims of a number together, and rows that agree however they are computed."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import dates
from verifier.model.article import Citation
from verifier.model.recovery import Event
from verifier.recovery import score_large
from verifier.recovery.contexts import Context
from verifier.recovery.score import Scores, Source, Statement
from verifier.recovery.terms import Kind, Terms

WORDS = "rye oat hay mill oven bread river scientific scientist 450".split()
SETS = st.frozensets(st.sampled_from(WORDS), max_size=4)
CONTEXTS = st.builds(Context, SETS, SETS, SETS, SETS)
TERMS = st.dictionaries(st.sampled_from(WORDS), st.sampled_from(list(Kind)), max_size=4).map(
    lambda found: tuple(sorted(found.items()))
)
TEXTS = [
    "3 January 2016",
    "4 January 2016",
    "9 February 2016",
    "3\u20135 February 2016",
    "February 2016",
    "2016",
    "2015",
]
DATES = st.sampled_from([None, *(dates.parse(text) for text in TEXTS)])
NOTHING = Context(frozenset())


def scores(
    citations: Sequence[Citation],
    events: Sequence[Event],
    cited_by: Mapping[int, Sequence[int]],
    terms: Sequence[Terms] = (),
    contexts: Sequence[Context] = (),
) -> Scores:
    sources = [Source(citation, terms[index] if terms else ()) for index, citation in enumerate(citations)]
    claims = [Statement(event, contexts[index] if contexts else NOTHING) for index, event in enumerate(events)]
    return Scores(sources, claims, cited_by)


def of(day: str) -> Citation:
    return Citation(published=dates.parse(day))


def told(*days: str) -> list[Event]:
    return [Event(dates.parse(day)) for day in days]


def test_the_best_number_has_the_words_and_the_day() -> None:
    contexts = [Context(frozenset({word})) for word in ("rye", "oat", "hay", "mill")]
    events = told("3 May 2016", "9 May 2016", "3 June 2016", "9 July 2016")
    made = scores([of("9 May 2016")], events, {1: [0], 2: [1], 3: [2], 4: [3]}, [(("oat", Kind.TITLE),)], contexts)
    row = made.row(0, 1, 4)

    assert max(row) == row[1]
    assert max(made.words_row(0, 1, 4)) == made.words_row(0, 1, 4)[1]
    assert row[0] > row[3]  # published soon after, and before


def test_of_several_claims_the_best_day_counts_unless_one_contradicts() -> None:
    events = told("3 May 2016", "3 April 2016", "3 June 2016")
    row = scores([of("3 May 2016")], events, {1: [0], 2: [0, 1], 3: [0, 2], 4: [2]}).row(0, 1, 4)

    assert row[0] == row[1] > row[2] > row[3]


def test_a_number_that_nothing_cites_says_nothing() -> None:
    row = scores([of("3 May 2016")], told("3 May 2016"), {2: [0]}).row(0, 1, 3)

    assert row[0] == row[2] == pytest.approx(0.0)
    assert row[1] > 0


def test_a_day_after_the_publication_is_a_veto() -> None:
    made = scores([of("1 May 2016")], [*told("3 May 2016"), Event(None)], {4: [1, 0], 5: [1]})

    assert [made.is_vetoed(0, number) for number in (4, 5, 6)] == [True, False, False]


@st.composite
def problems(draw: st.DrawFn) -> tuple[Scores, int]:
    count = draw(st.integers(1, 5))
    citations = [Citation(published=draw(DATES), archived=draw(DATES), accessed=draw(DATES)) for _ in range(count)]
    terms = [draw(TERMS) for _ in range(count)]
    claims = draw(st.integers(1, 6))
    events = [
        Event(when := draw(DATES), inherited=when is not None and when.is_day and draw(st.booleans()),
              future=draw(st.booleans()))
        for _ in range(claims)
    ]  # fmt: skip
    contexts = [draw(CONTEXTS) for _ in range(claims)]
    lost = draw(st.integers(0, 5))
    numbers = draw(st.sets(st.integers(1, count + lost), min_size=1))
    cited_by = {
        number: draw(st.lists(st.integers(0, claims - 1), min_size=1, max_size=3, unique=True)) for number in numbers
    }
    cited_by[count + lost] = [0]
    return scores(citations, events, cited_by, terms, contexts), lost


@settings(deadline=None)
@given(problems())
def test_rows_and_large_rows_agree(problem: tuple[Scores, int]) -> None:
    made, lost = problem
    for low, high in ((0, lost), (-2, lost + 2)):
        large = list(score_large.rows(made, range(low, high + 1)))

        for entry in range(len(made.sources)):
            assert made.banded(entry, range(low, high + 1)) == pytest.approx(large[entry].tolist())
