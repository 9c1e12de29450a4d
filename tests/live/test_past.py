"""What earlier runs saw: a page is dead after three failed checks over three days, and any answer begins anew."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.live import past
from verifier.model.live import USUAL, Confirmation, LiveCheck, Outcome, Past

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
    assert past.remembered({URL: Past(URL, (DAY,))}, nowhere).is_dead


def test_a_recorded_answer_that_is_older_than_the_last_failure_is_no_answer() -> None:
    known = {URL: Past(URL, (dt.date(2026, 11, 5),), dt.date(2026, 11, 1))}
    old = LiveCheck(URL, Outcome.OK, "", "answers (200)", (URL,), status=200, recorded="2026-11-01T10:00:00Z")
    new = LiveCheck(URL, Outcome.OK, "", "answers (200)", (URL,), status=200, recorded="2026-11-06T10:00:00Z")

    assert past.remembered(known, old).is_suspect
    assert past.remembered(known, new).outcome is Outcome.OK


def test_a_damaged_line_is_left_out_and_the_rest_is_used() -> None:
    text = past.written([Past(URL, (DAY,)), Past("http://b.example/", (), DAY)])
    found, damaged = past.read(f'{text}{{"url": 7}}\nnot json\n{{"failed": ["x"], "last_ok": null, "url": "u"}}\n\n')

    assert ({URL, "http://b.example/"}, [3, 4, 5]) == ({*found}, damaged)


DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1))


@given(
    st.dictionaries(
        st.text(min_size=1, max_size=20), st.tuples(st.sets(DAYS, max_size=4), st.none() | DAYS), max_size=5
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
