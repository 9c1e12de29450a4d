"""Dates as the citation module takes them, and what is wrong with others."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.citations.cs1.forms import has_hyphen, problem

TODAY = dt.date(2026, 11, 24)
GOOD = """
2016-05-03|May 3, 2016|May 3\u20135, 2016|3 May 2016|3\u20135 May 2016|28 May \u2013 3 June 2016
May 28 \u2013 June 3, 2016|3 May 2015 \u2013 5 June 2016|May 3, 2015 \u2013 June 5, 2016|Winter 2016\u201317
Summer 2016\u20132017|May 2015 \u2013 June 2016|Spring 2015 \u2013 Winter 2016|May\u2013June 2016|Jan\u2013Mar 2016
Spring\u2013Summer 2016|Fall\u2013Winter 2016|May 2016|Spring 2016|Christmas 2016|Easter 2016|First Quarter 2016
2015\u20132016|2015\u201316|2016|850|2010a|3 May 2010a|n.d.|nd|n.d.a|c. 1945|c. 1945a|2027|Aug 3, 2016|3 Sep 2016
29 February 2016|1-3 May 2016|((whenever))|3 May 850|1 May 2016&nbsp;
"""
BAD = """
2016-5-3|2016-13-01|2016-02-30|31 April 2016|29 February 2015|May 3 2016|3 may 2016|May 2016 3|Sept 2016
3 Sept. 2016|2003\u201305|2003-05|May, 2016|16 May \u2013 3 May 2016|Jun\u2013March 2016|2016\u20132015
2016\u20132016|5\u20133 May 2016|2029|0 May 2016|03 May 2016|3rd May 2016|May 3rd, 2016|[[3 May]] 2016|1200-01-01
Thursday, May 3, 2016|3/5/2016|Spring 3, 2016|Febuary 2016|28 \u043b\u044e\u0442\u043e\u0433\u043e 2004|2016 May 3
yesterday|Autumn 2016\u201317|3 May 2016 14:00|circa 1945|3 May 2016.
"""


def lines(text: str) -> list[str]:
    return [each for each in text.replace("\n", "|").split("|") if each]


@pytest.mark.parametrize("date", lines(GOOD))
def test_a_good_date_has_no_problem(date: str) -> None:
    assert problem(date, "date", TODAY) is None


@pytest.mark.parametrize("date", lines(BAD))
def test_a_bad_date_has_one(date: str) -> None:
    assert problem(date, "date", TODAY)


@pytest.mark.parametrize(
    "date", ["{{start date|2016|5|3}}", "<span>2016</span>", "3 May <!-- -->2016", "((about 2016))"]
)
def test_what_a_template_makes_is_not_judged(date: str) -> None:
    assert problem(date, "date", TODAY) is None


@pytest.mark.parametrize(
    ("date", "kind", "said"),
    [
        ("2001-01-14", "access-date", "Wikipedia began"),
        ("2001-01-15", "access-date", None),
        ("2026-11-25", "access-date", None),
        ("2026-11-26", "access-date", "in the future"),
        ("2026-11-26", "archive-date", "in the future"),
        ("1999-01-01", "archive-date", None),
        ("May 2016", "access-date", None),
        ("n.d.", "access-date", "not written in a form"),
        ("2026-12-31", "date", None),
        ("2028", "year", "after 2027"),
        ("2003-05", "date", "a month or a year"),
        ("Jun\u2013March 2016", "date", "mixes long and short"),
        ("5\u20133 May 2016", "date", "does not increase"),
        ("Autumn 2016\u201317", "date", "in a form that the templates do not take"),
        ("31 April 2016", "date", "no day of the calendar"),
        ("3 Mai 2016", "date", 'no month ("Mai")'),
    ],
)
def test_the_problem_is_told(date: str, kind: str, said: str | None) -> None:
    told = problem(date, kind, TODAY)

    assert told == said if said is None else said in (told or "")


def test_a_hyphen_in_a_range_is_seen() -> None:
    dates = ["2016-05-03", "1-3 May 2016", "1 May - 3 June 2016", "1\u20133 May 2016", "2015-2016"]

    assert [False, True, True, False, True] == [has_hyphen(each) for each in dates]


@given(
    st.dates(dt.date(1600, 1, 1), dt.date(2026, 11, 24)),
    st.sampled_from(["%-d %B %Y", "%B %-d, %Y", "%Y-%m-%d", "%b %-d, %Y"]),
)
def test_every_day_is_good_in_every_form(day: dt.date, form: str) -> None:
    assert problem(day.strftime(form), "date", TODAY) is None


@given(st.text(), st.sampled_from(["date", "year", "access-date", "archive-date"]))
def test_any_text_is_judged(text: str, kind: str) -> None:
    problem(text, kind, TODAY)
    has_hyphen(text)


@given(st.text("0123456789 -\u2013,MayJunWinter", max_size=30))
def test_what_looks_like_a_date_is_judged(text: str) -> None:
    problem(text, "access-date", TODAY)
