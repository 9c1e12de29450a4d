"""What earlier runs saw: a page is dead after three failed checks over three days, and any answer begins anew."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from verifier.live import past
from verifier.model.live import MOST, USUAL, Confirmation, LiveCheck, Outcome, Past, Seen

URL = "http://daily.example/a"
DAY = dt.date(2026, 11, 1)
SILENT = LiveCheck(URL, Outcome.UNKNOWN, "timeout", "did not answer in time")
GOOD = LiveCheck(URL, Outcome.OK, "", "answers (200)", (URL,), status=200)
REFUSED = LiveCheck(URL, Outcome.BLOCKED, "http-403", "refuses programs (403)", (URL,), status=403)


def after(*checks: tuple[int, LiveCheck], rule: Confirmation = USUAL) -> LiveCheck:
    """Return the last check after checks on these days of the month."""
    known: dict[str, Past] = {}
    for day, each in checks:
        found = past.counted(known, each, DAY.replace(day=day), rule)
        known[URL] = found.past
    return found


def failing(before: Past, days: list[dt.date], rule: Confirmation) -> LiveCheck:
    """Return the check of the last day, if all of them failed."""
    found = LiveCheck(URL, Outcome.BLOCKED, "", "")
    for day in days:
        found = past.counted({URL: before}, SILENT, day, rule)
        before = found.past
    return found


@pytest.mark.parametrize(
    ("days", "dead"),
    [
        ((1,), False),
        ((1, 2, 3), False),
        ((1, 2, 3, 4), True),
        ((1, 3, 5), True),
        ((1, 8), False),
        ((1, 1, 1, 9), False),
    ],
)
def test_a_silent_page_is_dead_only_after_three_checks_over_three_days(days: tuple[int, ...], dead: bool) -> None:
    found = after(*((day, SILENT) for day in days))

    assert (dead, not dead) == (found.is_dead, found.is_suspect)


def test_an_answer_begins_anew_and_a_refusal_changes_nothing() -> None:
    assert not after((1, SILENT), (3, SILENT), (4, GOOD), (5, SILENT)).is_dead
    assert after((1, SILENT), (3, SILENT), (4, REFUSED), (5, SILENT)).is_dead
    assert not after((1, SILENT), (3, SILENT), (5, SILENT), (6, REFUSED)).is_dead
    assert DAY.replace(day=4) == after((1, SILENT), (4, GOOD), (6, SILENT)).past.last_ok


@pytest.mark.parametrize(
    ("rule", "checks", "dead"),
    [
        (Confirmation(2, 2, span=1), "FF", True),
        (Confirmation(2, 2, span=2), "FF", False),
        (Confirmation(3, 3, apart=2), "FFFF", False),
        (Confirmation(3, 3, apart=2), "F F F", True),
        (Confirmation(3, 5), "F A F A F", True),
        (Confirmation(3, 5), "F A A A F F", False),
        (Confirmation(3, 5), "F F F A", False),
        (Confirmation(3, 5), "F AAAAAAAAAF F", False),
        (Confirmation(2, 3, span=7), "F A A FF", False),
        (Confirmation(1, 1, span=0), "F", True),
    ],
)
def test_a_registry_says_how_many_of_how_many_checks_confirm(rule: Confirmation, checks: str, dead: bool) -> None:
    seen = [(day, SILENT if each == "F" else GOOD) for day, each in enumerate(checks, 1) if each != " "]

    assert after(*seen, rule=rule).is_dead == dead


def test_what_is_known_of_a_page_that_comes_and_goes_is_written_and_read_again() -> None:
    found = after((1, SILENT), (2, GOOD), (4, SILENT), rule=Confirmation(3, 5)).past

    assert found.answered == (DAY.replace(day=2),)
    assert past.read(past.written([found])) == ({URL: found}, [])
    assert not after((1, SILENT), (2, GOOD), (4, SILENT)).past.answered


def test_a_server_that_says_it_is_gone_needs_no_second_check() -> None:
    assert after((1, LiveCheck(URL, Outcome.FAIL, "http-404", "no such page (404)"))).is_dead


def test_a_failure_that_was_not_counted_says_nothing() -> None:
    found = past.counted({}, SILENT, None)

    assert (found.ours, found.is_suspect, found.past.failed) == (True, False, ())
    assert "not known" in found.told


def test_a_name_that_does_not_exist_is_believed_only_while_others_answer() -> None:
    nowhere = LiveCheck(URL, Outcome.UNKNOWN, "no-such-host", "the name cannot be resolved")

    assert past.counted({}, nowhere, DAY).outcome is Outcome.FAIL
    assert past.counted({}, nowhere, None).ours
    gone = Past(URL, (DAY,), seen=Seen(DAY, Outcome.UNKNOWN, "no-such-host"))
    assert past.remembered({URL: gone}, nowhere).is_dead


def test_a_failure_of_another_kind_before_an_outage_makes_no_host_disappear() -> None:
    silent = Past(URL, (DAY,), seen=Seen(DAY, Outcome.UNKNOWN, "timeout"))
    nowhere = LiveCheck(URL, Outcome.UNKNOWN, "no-such-host", "the name cannot be resolved")

    assert not past.counted({URL: silent}, nowhere, None).is_dead


@pytest.mark.parametrize(
    "part",
    [
        '"seen": ["2026-11-21", "unknown", "\\ud800"]',
        '"seen": ["2026-11-21", "ok", "timeout"]',
        '"seen": ["2026-11-21", "unknown", {"a": 1}]',
        '"seen": null, "url": "not a url"',
        '"seen": null, "url": "https://example.org/\\ud800"',
        '"seen": null, "url": 7',
    ],
)
def test_a_line_that_no_run_writes_is_left_out(part: str) -> None:
    line = f'{{"failed": [], "last_ok": "2026-11-20", "url": "{URL}", {part}}}\n'

    assert past.read(line) == ({}, [1])


def test_a_recorded_answer_that_is_older_than_the_last_failure_is_no_answer() -> None:
    silent = Seen(dt.date(2026, 11, 5), Outcome.UNKNOWN, "timeout")
    known = {URL: Past(URL, (dt.date(2026, 11, 5),), dt.date(2026, 11, 1), (), silent)}
    old = LiveCheck(URL, Outcome.OK, "", "answers (200)", (URL,), status=200, recorded="2026-11-01T10:00:00Z")
    new = LiveCheck(URL, Outcome.OK, "", "answers (200)", (URL,), status=200, recorded="2026-11-06T10:00:00Z")

    assert past.remembered(known, old).is_suspect
    assert past.remembered(known, new).outcome is Outcome.OK


@pytest.mark.parametrize("rule", [USUAL, Confirmation(3, 5)])
def test_of_a_day_the_first_check_counts_and_the_last_one_is_told(rule: Confirmation) -> None:
    answer = replace(GOOD, recorded="2026-11-01T10:00:00Z")
    morning = after((1, GOOD), (1, SILENT), rule=rule)
    evening = after((1, SILENT), (1, GOOD), rule=rule)

    told = past.remembered({URL: morning.past}, answer, rule)
    assert (told.is_suspect, told.past.failed) == (True, ())
    assert told.told == "could not be reached, last on 2026-11-01, a day on which it answered before"
    assert past.remembered({URL: evening.past}, answer, rule).outcome is Outcome.OK
    assert past.remembered({URL: after((1, GOOD), (1, SILENT), (1, GOOD)).past}, answer).outcome is Outcome.OK


def test_the_day_of_an_answer_never_makes_a_page_dead_sooner() -> None:
    assert not after((1, GOOD), (1, SILENT), (2, SILENT), (4, SILENT)).is_dead
    assert after((1, GOOD), (1, SILENT), (2, SILENT), (4, SILENT), (5, SILENT)).is_dead
    nowhere = replace(SILENT, reason="no-such-host")
    assert not after((1, GOOD), (1, nowhere)).is_dead
    assert after((1, GOOD), (1, nowhere), (2, nowhere)).is_dead


def test_what_no_answer_on_record_tells_is_told_from_the_state() -> None:
    answer = replace(GOOD, recorded="2026-11-01T10:00:00Z")
    hasty = LiveCheck(URL, Outcome.BLOCKED, "rate-limited", "asks programs to slow down, again and again", (URL,))
    nowhere = replace(SILENT, reason="no-such-host")

    told = past.remembered({URL: after((1, GOOD), (3, hasty)).past}, answer)
    assert (told.outcome, told.told) == (Outcome.BLOCKED, "refused programs, last on 2026-11-03")
    assert past.remembered({URL: after((1, GOOD), (3, nowhere)).past}, answer).is_dead
    assert past.remembered(
        {URL: after((3, REFUSED), (5, SILENT)).past}, replace(REFUSED, recorded="2026-11-03")
    ).is_suspect


def test_a_line_of_an_earlier_version_still_tells_of_a_failure() -> None:
    known, damaged = past.read(f'{{"failed": ["2026-11-05"], "last_ok": "2026-11-01", "url": "{URL}"}}')

    assert not damaged
    assert past.remembered(known, replace(GOOD, recorded="2026-11-01T10:00:00Z")).is_suspect


RULES = st.builds(
    lambda failed, more, apart, span: Confirmation(failed, min(MOST, failed + more), apart, span),
    *(st.integers(1, 4), st.integers(0, 3), st.integers(1, 4), st.integers(0, 9)),
)


@given(RULES, st.lists(st.sampled_from([SILENT, GOOD, None]), max_size=12))
def test_a_page_is_dead_on_the_earliest_day_told_and_never_before(
    rule: Confirmation, checks: list[LiveCheck | None]
) -> None:
    today = DAY.replace(day=len(checks) + 1)
    now = after(*((day, each) for day, each in enumerate(checks, 1) if each), (today.day, SILENT), rule=rule)
    assume(not now.is_dead)
    earliest = now.past.earliest(rule)
    first = (now.past.last_counted or today) + dt.timedelta(days=rule.apart)

    every_day = [today + dt.timedelta(days=day) for day in range(1, (earliest - today).days)]
    assert not failing(now.past, every_day, rule).is_dead
    rarely = [[first + dt.timedelta(days=rule.apart * step) for step in range(count)] for count in range(10)]
    assert any(
        failing(now.past, [*days, earliest], rule).is_dead
        for days in rarely
        if [*days, earliest] == sorted({*days, earliest})
    )


def test_a_damaged_line_is_left_out_and_the_rest_is_used() -> None:
    text = past.written([Past(URL, (DAY,)), Past("http://b.example/", (), DAY)])
    found, damaged = past.read(f'{text}{{"url": 7}}\nnot json\n{{"failed": ["x"], "last_ok": null, "url": "u"}}\n\n')

    assert ({URL, "http://b.example/"}, [3, 4, 5]) == ({*found}, damaged)


DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1))


@given(
    st.dictionaries(
        st.text("abc.-~/?=", max_size=20).map("https://example.org/{}".format),
        st.tuples(st.sets(DAYS, max_size=4), st.none() | DAYS),
        max_size=5,
    )
)
def test_what_is_written_is_read_again_and_sorted(rows: dict[str, tuple[set[dt.date], dt.date | None]]) -> None:
    known = {url: Past(url, tuple(sorted(failed)), last) for url, (failed, last) in rows.items() if failed or last}
    text = past.written(known.values())

    assert (known, []) == past.read(text)
    assert text == past.written(reversed(known.values()))


@given(st.text(max_size=200))
def test_any_file_is_read(text: str) -> None:
    past.read(text)
