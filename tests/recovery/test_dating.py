"""What dates are worth: soon after the event much, before it little, and how punctual sources are."""

import datetime as dt
import math
from collections.abc import Mapping
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import dates
from verifier.model.article import Citation
from verifier.model.dates import Dates
from verifier.model.recovery import Event
from verifier.recovery import dating
from verifier.recovery.dating import Dating, Days, Plain

OTHERS = ("1 January 2014", "9 July 2015", "30 October 2017", "12 December 2018")
DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)).map(lambda day: Dates(day, day))


def date(text: str | None) -> Dates | None:
    return dates.parse(text) if text else None


def said(
    event: str | None,
    published: str | None = None,
    kept: Mapping[str, str] = MappingProxyType({}),
    *,
    inherited: bool = False,
    future: bool = False,
) -> float:
    """Return what the dates of an entry say for a claim, in a text that tells of some other days, months and years."""
    others = [Event(date(text)) for text in (*OTHERS, "May 2013", "March 2018", "2010", "2019")]
    made = [Event(date(event), inherited=inherited, future=future), *others]
    events = [Days.of(each, 1) for each in made]
    citation = Citation(
        published=date(published), archived=date(kept.get("archived")), accessed=date(kept.get("accessed"))
    )
    return float(Dating(events, 0.4, Plain).of(citation)[0])


@pytest.mark.parametrize(
    ("event", "better", "worse"),
    [
        ("3 May 2016", "3 May 2016", "4 May 2016"),
        ("3 May 2016", "4 May 2016", "8 May 2016"),
        ("3 May 2016", "8 May 2016", "1 May 2016"),
        ("3 May 2016", "2 May 2016", "1 May 2016"),
        ("3\u20135 May 2016", "5 May 2016", "7 May 2016"),
        ("May 2016", "9 May 2016", "9 June 2016"),
        ("May 2016", "9 June 2016", "9 April 2016"),
        ("2016", "1 May 2016", "1 May 2017"),
        ("2016", "1 May 2017", "1 May 2015"),
        ("2016", "2016", "2015"),
        ("3 May 2016", "2016", "2015"),
    ],
)
def test_the_sooner_after_its_event_a_source_is_published_the_better(event: str, better: str, worse: str) -> None:
    assert said(event, better) > said(event, worse)


def test_the_same_day_speaks_for_a_pair_and_an_older_source_against_it() -> None:
    assert said("3 May 2016", "3 May 2016") > 1
    assert said("3 May 2016", "1 May 2016") < -2
    assert said("2016", "1 May 2016") > 0.5
    assert said("2016", "1 May 2015") < -0.2


@pytest.mark.parametrize(
    ("event", "kept"),
    [
        ("3 May 2016", {"archived": "1 May 2016"}),
        ("3 May 2016", {"accessed": "1 May 2016"}),
        ("May 2016", {"accessed": "28 April 2016"}),
        ("2016", {"accessed": "29 December 2015"}),
    ],
)
def test_who_kept_a_page_before_the_event_did_not_read_of_it(event: str, kept: dict[str, str]) -> None:
    assert said(event, None, kept) < 0
    assert said(event, None, kept, future=True) == 0.0
    assert said(event, None, kept) < said(event, None, kept, inherited=True) or event != "3 May 2016"


@pytest.mark.parametrize(
    ("event", "kept"),
    [
        ("3 May 2016", {"archived": "2 May 2016", "accessed": "2 May 2016"}),
        ("3 May 2016", {"archived": "3 May 2020", "accessed": "3 May 2020"}),
        ("May 2016", {"archived": "28 April 2016"}),
        ("May 2016", {"accessed": "1 May 2016"}),
    ],
)
def test_who_kept_it_later_says_nothing(event: str, kept: dict[str, str]) -> None:
    assert said(event, None, kept) == 0.0


def test_what_has_no_date_says_nothing() -> None:
    assert said(None, "3 May 2016") == said("3 May 2016") == said(None, None, {"accessed": "3 May 2016"}) == 0.0


def test_a_plan_may_be_told_before_its_day() -> None:
    assert said("3 May 2016", "1 May 2016", future=True) == said("2016", "2015", future=True) == 0.0
    assert said("3 May 2016", "3 May 2016", future=True) > 1


def test_an_inherited_day_says_less_both_ways() -> None:
    assert 0 < said("3 May 2016", "3 May 2016", inherited=True) < said("3 May 2016", "3 May 2016")
    assert said("3 May 2016", "1 May 2016") < said("3 May 2016", "1 May 2016", inherited=True) < 0


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
    assert veto == dating.is_veto(event, date(published))


def trusted(lags: list[int]) -> float:
    """Return how punctual sources with these lags, in days, are taken for; there is an event every twenty days."""
    start = dt.date(2016, 1, 1)
    days = [start + dt.timedelta(days=20 * index) for index in range(12)]
    events = [Event(Dates(day, day)) for day in days]
    late = [day + dt.timedelta(days=lag) for day, lag in zip(days, lags, strict=False)]
    return dating.trust(events, [Citation(published=Dates(day, day)) for day in late], 1.0)


def test_a_chronicle_whose_sources_are_of_the_day_is_trusted_more_than_one_whose_sources_are_late() -> None:
    assert trusted([0, 1] * 6) > 0.75 > trusted([]) > trusted([7] * 11)
    assert trusted([0]) < trusted([0] * 6)


@given(DAYS, st.none() | DAYS, st.none() | DAYS, st.none() | DAYS, st.booleans(), st.booleans())
def test_any_dates_give_a_finite_value(
    event: Dates,
    published: Dates | None,
    archived: Dates | None,
    accessed: Dates | None,
    inherited: bool,
    future: bool,
) -> None:
    events = [Days.of(Event(event, inherited=inherited, future=future), 1)]
    citation = Citation(published=published, archived=archived, accessed=accessed)

    assert all(math.isfinite(each) for each in Dating(events, 0.4, Plain).of(citation))
    assert 0 <= dating.trust([Event(event)], [citation], 1.0) <= 1
