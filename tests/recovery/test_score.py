"""Scores: the table of docs/numbering.md row by row, and rows that agree however they are computed."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import dates
from verifier.model.article import Citation
from verifier.model.dates import Dates
from verifier.model.recovery import Event
from verifier.recovery import score_large
from verifier.recovery.score import Scores, Source, Statement, is_veto
from verifier.recovery.terms import Context

NO_WORDS = -0.8
NOTHING = Context(frozenset(), frozenset(), frozenset())
WORDS = st.frozensets(st.sampled_from("rye oat hay mill oven bread river".split()), max_size=4)
DAYS = st.dates(dt.date(2016, 1, 1), dt.date(2016, 3, 1)).map(lambda day: Dates(day, day))
DATES = st.none() | DAYS | st.sampled_from(["2016", "February 2016", "3\u20135 February 2016"]).map(dates.parse)


def date(text: str | None) -> Dates | None:
    return dates.parse(text) if text else None


def scores(
    citations: Sequence[Citation],
    events: Sequence[Event],
    cited_by: Mapping[int, Sequence[int]],
    words: Sequence[frozenset[str]] = (),
    contexts: Sequence[Context] = (),
) -> Scores:
    sources = [Source(citation, words[index] if words else frozenset()) for index, citation in enumerate(citations)]
    claims = [Statement(event, contexts[index] if contexts else NOTHING) for index, event in enumerate(events)]
    return Scores(sources, claims, cited_by)


def date_part(event: str | None, published: str | None, **kept: str | bool) -> float:
    """Return what the dates of one claim and one entry say."""
    made = Event(date(event), inherited=bool(kept.pop("inherited", False)), future=bool(kept.pop("future", False)))
    extra = {name: date(str(value)) for name, value in kept.items()}
    citation = Citation(published=date(published), archived=extra.get("archived"), accessed=extra.get("accessed"))
    return scores([citation], [made], {1: [0]}).value(0, 1) - NO_WORDS


@pytest.mark.parametrize(
    ("event", "published", "value"),
    [
        ("3 May 2016", "3 May 2016", 3.0),
        ("3 May 2016", "4 May 2016", 3 - 1.6 * math.log(2)),
        ("3 May 2016", "13 May 2016", 3 - 1.6 * math.log(11)),
        ("3 May 2016", "3 May 2020", -5.0),
        ("3 May 2016", "2 May 2016", -2.0),
        ("3 May 2016", "1 May 2016", -8.0),
        ("3\u20135 May 2016", "4 May 2016", 3.0),
        ("3\u20135 May 2016", "5 May 2016", 3.0),
        ("3\u20135 May 2016", "6 May 2016", 3 - 1.6 * math.log(2)),
        ("3\u20135 May 2016", "2 May 2016", -2.0),
        ("3\u20135 May 2016", "1 May 2016", -8.0),
        ("3 May 2016", "April 2016", -8.0),
        ("3 May 2016", "May 2016", 0.5),
        ("3 May 2016", "2016", 0.5),
        ("31 May 2016", "May 2016", 0.5),
        ("1 May 2016", "May 2016", 0.5),
        ("May 2016", "1 May 2016", 1.0),
        ("3 May 2016", "June 2016", -1.0),
        ("May 2016", "30 April 2016", -3.0),
        ("May 2016", "31 May 2016", 1.0),
        ("May 2016", "2016", 1.0),
        ("May 2016", "1 June 2016", -0.5),
        ("2016", "1 June 2018", -0.5),
        ("2016", "31 December 2018", -1.0),
        ("2016", "2015", -3.0),
        (None, "3 May 2016", 0.0),
        ("3 May 2016", None, 0.0),
    ],
)
def test_publication_dates(event: str | None, published: str | None, value: float) -> None:
    assert value == pytest.approx(date_part(event, published))
    assert 0.6 * value == pytest.approx(date_part(event, published, inherited=True))


@pytest.mark.parametrize(
    ("event", "kept", "value"),
    [
        ("3 May 2016", {"archived": "1 May 2016"}, -6.0),
        ("3 May 2016", {"archived": "2 May 2016"}, 0.0),
        ("3 May 2016", {"accessed": "1 May 2016"}, -6.0),
        ("3 May 2016", {"accessed": "1 May 2016", "archived": "30 April 2016"}, -12.0),
        ("3 May 2016", {"accessed": "3 May 2020", "archived": "3 May 2020"}, 0.0),
        ("May 2016", {"accessed": "30 April 2016"}, -4.0),
        ("May 2016", {"archived": "30 April 2016"}, 0.0),
        ("May 2016", {"accessed": "1 May 2016"}, 0.0),
        ("2016", {"accessed": "31 December 2015"}, -4.0),
    ],
)
def test_who_kept_a_page_before_the_event_did_not_read_of_it(event: str, kept: dict[str, str], value: float) -> None:
    assert value == pytest.approx(date_part(event, None, **kept))
    assert 0.6 * value == pytest.approx(date_part(event, None, inherited=True, **kept))
    assert date_part(event, None, future=True, **kept) == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("event", "published", "value"),
    [
        ("3 May 2016", "1 May 2016", -1.0),
        ("3 May 2016", "2 May 2016", 0.0),
        ("3 May 2016", "April 2016", -1.0),
        ("3 May 2016", "3 May 2016", 3.0),
        ("May 2016", "April 2016", 0.0),
        ("May 2016", "31 May 2016", 1.0),
    ],
)
def test_a_plan_may_be_told_before_its_day(event: str, published: str, value: float) -> None:
    assert value == pytest.approx(date_part(event, published, future=True))


@pytest.mark.parametrize(
    ("event", "published", "veto"),
    [
        (Event(date("3 May 2016")), "1 May 2016", True),
        (Event(date("3 May 2016")), "2 May 2016", False),
        (Event(date("3 May 2016"), inherited=True), "1 May 2016", False),
        (Event(date("3 May 2016"), future=True), "1 May 2016", False),
        (Event(date("May 2016")), "1 April 2016", False),
        (Event(date("3 May 2016")), "April 2016", False),
        (Event(date("3 May 2016")), None, False),
        (Event(None), "1 May 2016", False),
    ],
)
def test_only_days_that_both_state_themselves_forbid_a_pair(event: Event, published: str | None, veto: bool) -> None:
    made = scores([Citation(published=date(published))], [event, Event(None)], {4: [1, 0], 5: [1]})

    assert veto == is_veto(event, date(published))
    assert veto == made.is_vetoed(0, 4)
    assert not made.is_vetoed(0, 5)
    assert not made.is_vetoed(0, 6)


def test_shared_words_count_by_rarity_and_nearness() -> None:
    words = [frozenset({"rye", "mill"}), frozenset({"rye"}), frozenset({"oven"})]
    near = Context(frozenset({"rye"}), frozenset({"rye", "mill"}), frozenset())
    far = Context(frozenset(), frozenset(), frozenset({"mill"}))
    made = scores([Citation()] * 3, [Event(None)] * 2, {1: [0], 2: [1]}, words, [near, far])
    rye, mill = math.log(6 / 3.5), math.log(6 / 2.5)

    assert made.value(0, 1) == pytest.approx(1.6 * (rye + 0.6 * mill) / math.sqrt(1 + rye + mill) - 0.8)
    assert made.value(0, 2) == pytest.approx(1.6 * 0.3 * mill / math.sqrt(1 + rye + mill) - 0.8)
    assert made.value(2, 1) == NO_WORDS
    assert made.words_value(0, 1) == pytest.approx(made.value(0, 1))
    assert (made.words_value(2, 1), made.words_value(0, 9)) == (NO_WORDS, 0.0)


def test_words_alone_are_worth_no_more_than_six() -> None:
    words = frozenset(f"word{number}" for number in range(200))
    made = scores([Citation()], [Event(None)], {1: [0]}, [words], [Context(words, words, words)])

    assert made.value(0, 1) == pytest.approx(6 - 0.8)


def test_of_several_claims_the_best_counts_unless_one_contradicts() -> None:
    fits, month, never = (Event(date(text)) for text in ("3 May 2016", "April 2016", "3 June 2016"))
    made = scores([Citation(published=date("3 May 2016"))], [fits, month, never], {1: [0, 1], 2: [0, 2], 3: [2]})

    assert made.value(0, 1) == pytest.approx(3.0 + NO_WORDS)
    assert made.value(0, 2) == pytest.approx(0.3 * (3.0 + NO_WORDS) + 0.7 * (-8.0 + NO_WORDS))
    assert made.value(0, 3) == pytest.approx(-8.0 + NO_WORDS)


def test_a_number_that_nothing_cites_says_nothing() -> None:
    made = scores([Citation(published=date("3 May 2016"))], [Event(date("3 May 2016"))], {2: [0]})

    assert made.value(0, 1) == 0.0
    assert made.row(0, 1, 3) == [0.0, pytest.approx(3.0 + NO_WORDS), 0.0]


@st.composite
def problems(draw: st.DrawFn) -> tuple[Scores, int]:
    count = draw(st.integers(1, 5))
    citations = [Citation(published=draw(DATES), archived=draw(DATES), accessed=draw(DATES)) for _ in range(count)]
    words = [draw(WORDS) for _ in range(count)]
    claims = draw(st.integers(1, 6))
    events = [Event(draw(DATES), inherited=draw(st.booleans()), future=draw(st.booleans())) for _ in range(claims)]
    contexts = [Context(draw(WORDS), draw(WORDS), draw(WORDS)) for _ in range(claims)]
    lost = draw(st.integers(0, 5))
    numbers = draw(st.sets(st.integers(1, count + lost), min_size=1))
    cited_by = {
        number: draw(st.lists(st.integers(0, claims - 1), min_size=1, max_size=3, unique=True)) for number in numbers
    }
    cited_by[count + lost] = [0]
    return scores(citations, events, cited_by, words, contexts), lost


@settings(deadline=None)
@given(problems())
def test_rows_single_values_and_large_rows_agree(problem: tuple[Scores, int]) -> None:
    made, lost = problem
    large = list(score_large.rows(made, lost))

    for entry in range(len(made.sources)):
        values = [made.value(entry, entry + 1 + k) for k in range(lost + 1)]
        assert values == pytest.approx(made.row(entry, entry + 1, lost + 1))
        assert values == pytest.approx(large[entry].tolist())
