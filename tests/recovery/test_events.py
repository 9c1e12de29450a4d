"""Event dates: when the claimed thing happened, by absolute, relative and inherited dates."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.articles import plaintext
from verifier.model.dates import Dates, Grain
from verifier.model.recovery import Event
from verifier.recovery import events

PIECES = st.lists(
    st.sampled_from(
        ["Rye fell", " on 3 May 2016", " in May", " 2015", " by 9 June", ", two days later", " the next day",
         " the same day", ".[1] ",
         ",[2] ", "\n\n", " a week later", " will fall", ". ", "On 31 February", " 1\u20132 October",
         " 40 weeks later", "[3]"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


def of(text: str) -> list[Event]:
    return list(events.of_claims(plaintext.parse(f"Grain\n\n{text}", "article.txt")))


def dates_of(text: str) -> list[str]:
    return [str(event.dates) for event in of(text)]


def day(iso: str) -> Event:
    date = dt.date.fromisoformat(iso)
    return Event(Dates(date, date, Grain.DAY))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On 3 September 2016 rye fell.[1]", "2016-09-03"),
        ("On September 3, 2016, rye fell.[1]", "2016-09-03"),
        ("On 2016-09-03 rye fell.[1]", "2016-09-03"),
        ("By 23 September 2016 rye fell.[1]", "2016-09-23"),
        ("On 14\u201315 September 2016 rye fell.[1]", "2016-09-14/2016-09-15"),
        ("In the night of 1\u20132 October 2016 rye fell.[1]", "2016-10-01/2016-10-02"),
        ("Rye fell in September 2016.[1]", "2016-09"),
        ("Rye fell in 2016.[1]", "2016"),
        ("In 2014 the rye, cut on 3 May 2016, fell.[1]", "2016-05-03"),
        ("Rye fell on 3 May 2016 and on 9 May 2016.[1]", "2016-05-09"),
        ("Rye fell.[1] On 3 May 2016 oats rose.", "None"),
        ("Rye fell.[1]", "None"),
    ],
)
def test_absolute_dates(text: str, date: str) -> None:
    assert [date] == dates_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The permit was valid until 3 May 2016.[1]",
        "The oven had to be ready by 3 May 2016.[1]",
        "The market was postponed to 3 May 2016.[1]",
        "The loan was due on 3 May 2016.[1]",
        "Rye fell before 3 May 2016.[1]",
        "Rye must be cut no later than 3 May 2016.[1]",
    ],
)
def test_terms_and_deadlines_are_no_events(text: str) -> None:
    assert ["None"] == dates_of(text)


def test_later_than_counts_from_nothing() -> None:
    (event,) = of("On 3 May 2016 oats rose. The trains ran two weeks later than planned.[1]")

    assert (str(event.dates), event.inherited, event.unresolved) == ("2016-05-03", True, None)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Three days later rye fell", "2016-05-06"),
        ("3 days later rye fell", "2016-05-06"),
        ("A day later rye fell", "2016-05-04"),
        ("Twelve days afterwards rye fell", "2016-05-15"),
        ("A week later rye fell", "2016-05-10"),
        ("Two weeks later rye fell", "2016-05-17"),
        ("A month later rye fell", "2016-06-02"),
        ("The next day rye fell", "2016-05-04"),
        ("the following day rye fell", "2016-05-04"),
        ("On the following morning rye fell", "2016-05-04"),
        ("The next week rye fell", "2016-05-10"),
        ("The same day rye fell", "2016-05-03"),
        ("That same evening rye fell", "2016-05-03"),
        ("Later that day rye fell", "2016-05-03"),
        ("Later the same night rye fell", "2016-05-03"),
    ],
)
def test_relative_dates_count_from_the_last_day_before(words: str, date: str) -> None:
    (event,) = of(f"On 3 May 2016 oats rose. In 2010 it was dry. {words}.[1]")

    assert date == str(event.dates)
    assert event.is_own_day
    assert not event.ambiguous


def test_relative_dates_follow_one_another_over_paragraphs() -> None:
    text = "On 3 May 2016 rye fell.[1] Two days later oats rose.[2]\n\nThe next day hay burned.[3]\n\n"
    text += "A week later it rained.[4]"

    assert dates_of(text) == ["2016-05-03", "2016-05-05", "2016-05-06", "2016-05-13"]


def test_a_relative_date_on_a_range_of_days_is_ambiguous() -> None:
    first, second = of("In the night of 1\u20132 October 2016 rye fell.[1] Two days later oats rose.[2]")

    assert str(second.dates) == "2016-10-03/2016-10-04"
    assert (first.ambiguous, second.ambiguous) == (False, True)


def test_a_relative_date_without_a_day_before_it_is_not_resolved() -> None:
    first, second = of("In May 2016 rye fell. Three days later oats rose.[1] Hay burned on 9 May.[2]")

    assert (first.dates, first.unresolved) == (None, "Three days later")
    assert (str(second.dates), second.unresolved) == ("2016-05-09", None)


def test_a_missing_year_is_the_year_of_the_last_full_date() -> None:
    text = (
        "On 3 May 2015 rye fell.[1] On 9 June oats rose.[2]\n\n"
        "On July 4 it rained.[3] In August 2016 it snowed.[4] 1 September was dry.[5]"
    )

    assert dates_of(text) == ["2015-05-03", "2015-06-09", "2015-07-04", "2016-08", "2016-09-01"]


def test_a_clause_without_a_date_takes_the_one_earlier_in_its_sentence() -> None:
    first, second = of("On 3 May 2016 rye fell,[1] and oats rose.[2]")

    assert (str(first.dates), str(second.dates)) == ("2016-05-03", "2016-05-03")
    assert not second.inherited


def test_a_sentence_without_a_date_inherits_the_last_day_of_its_paragraph() -> None:
    text = "On 3 May 2016 rye fell.[1] In 2010 it had been dry.[2] Oats rose.[3]\n\nHay burned.[4]"
    own, year, inherited, none = of(text)

    assert (str(own.dates), own.inherited) == ("2016-05-03", False)
    assert (str(year.dates), year.inherited) == ("2010", False)
    assert (str(inherited.dates), inherited.inherited, inherited.is_own_day) == ("2016-05-03", True, False)
    assert none.dates is None


def test_of_several_dates_the_earliest_is_kept_beside_the_last() -> None:
    (event,) = of("Rye fell on 3 May 2016, in 2012, and on 9 May 2016.[1]")

    assert (str(event.dates), event.earliest) == ("2016-05-09", dt.date(2016, 5, 3))


@pytest.mark.parametrize(
    ("words", "future"),
    [
        ("Rye will be cut on 3 May 2016", True),
        ("Rye was to be cut on 3 May 2016", True),
        ("The cutting is scheduled for 3 May 2016", True),
        ("Farmers plan to cut it on 3 May 2016", True),
        ("Farmers expected to cut it on 3 May 2016", True),
        ("Rye was cut on 3 May 2016", False),
        ("The will of the farmer was read on 3 May 2016", False),
        ("Against the will of the farmer rye was cut on 3 May 2016", False),
    ],
)
def test_plans_are_told_from_events(words: str, future: bool) -> None:
    (event,) = of(f"{words}.[1]")

    assert future == event.future


@pytest.mark.parametrize(
    ("words", "past"),
    [
        ("Rye fell", True),
        ("Rye harvested", True),
        ("Rye was poor", True),
        ("Rye is the crop of 3 May 2016", False),
        ("Rye, of 3 May 2016", False),
    ],
)
def test_verbs_in_the_past_are_seen(words: str, past: bool) -> None:
    (event,) = of(f"{words}.[1]")

    assert past == event.past


def test_future_and_past_belong_to_the_clause() -> None:
    first, second = of("Oats rose on 3 May 2016,[1] and rye will be cut.[2]")

    assert (first.future, first.past) == (False, True)
    assert second.future


@pytest.mark.parametrize(
    ("days", "chronological"),
    [
        (["2016-05-01", "2016-05-02", "2016-05-02", "2016-05-04", "2016-05-09"], True),
        (["2016-05-01", "2016-05-02", "2016-05-03", "2016-05-04"], False),
        (["2016-05-09", "2016-05-02", "2016-05-03", "2016-05-04", "2016-05-05"], False),
        ([*(f"2016-05-{day:02d}" for day in range(1, 12)), "2016-05-01"], True),
        ([], False),
    ],
)
def test_a_chronological_text_goes_forward(days: list[str], chronological: bool) -> None:
    assert chronological == events.is_chronological([day(each) for each in days])


def test_only_own_days_tell_the_chronology() -> None:
    days = [day(f"2016-05-{each:02d}") for each in (1, 2, 3, 4)]
    inherited = Event(days[0].dates, inherited=True)
    year = Event(Dates(dt.date(2016, 1, 1), dt.date(2016, 12, 31), Grain.YEAR))

    assert not events.is_chronological([*days, inherited, year, Event(None)])


@pytest.mark.parametrize(
    ("published", "lag"),
    [("2016-05-01", -2), ("2016-05-03", 0), ("2016-05-04", 0), ("2016-05-05", 0), ("2016-05-08", 3)],
)
def test_the_lag_counts_from_the_range_of_the_event(published: str, lag: int) -> None:
    event = Event(Dates(dt.date(2016, 5, 3), dt.date(2016, 5, 5), Grain.DAY))
    date = dt.date.fromisoformat(published)

    assert lag == event.lag(Dates(date, date, Grain.DAY))


def test_what_is_not_known_to_the_day_has_no_lag() -> None:
    date = dt.date(2016, 5, 3)
    month = Dates(dt.date(2016, 5, 1), dt.date(2016, 5, 31), Grain.MONTH)

    assert Event(None).lag(Dates(date, date)) is None
    assert Event(month).lag(Dates(date, date)) is None
    assert Event(Dates(date, date)).lag(month) is None


@settings(deadline=None)
@given(PIECES)
def test_any_text_has_one_event_for_each_claim(text: str) -> None:
    article = plaintext.parse(f"Grain\n\n{text}", "article.txt")
    found = events.of_claims(article)

    assert len(article.claims) == len(found)
    for event in found:
        assert (event.dates is None) == (event.earliest is None)
        assert event.dates is None or event.unresolved is None
        assert event.dates is None or event.dates.lo <= event.dates.hi


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Two days earlier", "2016-05-01"),
        ("A week earlier", "2016-04-26"),
        ("Three days earlier", "2016-04-30"),
    ],
)
def test_earlier_counts_back(words: str, date: str) -> None:
    (event,) = of(f"On 3 May 2016 oats rose. {words} rye fell.[1]")

    assert date == str(event.dates)
