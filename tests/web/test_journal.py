"""The journal: what an unfinished run asked is not asked again, and nothing in it is needed."""

import datetime as dt
from pathlib import Path

import pytest

from verifier.web.journal import Journal

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
BEFORE, AFTER = "2026-11-24T11:00:00Z", "2026-11-24T12:30:00Z"


def test_a_run_that_did_not_end_is_continued(tmp_path: Path) -> None:
    first = Journal(str(tmp_path), NOW)
    first.begin()
    assert not first.has("a", AFTER)

    second = Journal(str(tmp_path), NOW + HOUR)
    assert (second.has("a", AFTER), second.has("a", BEFORE)) == (True, False)
    second.begin()
    third = Journal(str(tmp_path), NOW + 2 * HOUR)
    third.begin()
    assert third.has("a", AFTER)
    third.finish()
    assert not Journal(str(tmp_path), NOW + 2 * HOUR).has("a", AFTER)


def test_after_a_day_or_when_told_to_everything_is_asked_again(tmp_path: Path) -> None:
    Journal(str(tmp_path), NOW).begin()

    assert not Journal(str(tmp_path), NOW + 25 * HOUR).has("a", AFTER)
    assert not Journal(str(tmp_path), NOW + HOUR, fresh=True).has("a", AFTER)


def test_an_equal_answer_counts_from_when_it_was_had_last(tmp_path: Path) -> None:
    Journal(str(tmp_path), NOW).confirm("a", AFTER)

    again = Journal(str(tmp_path), NOW)
    assert (again.last("a", BEFORE), again.last("b", BEFORE)) == (AFTER, BEFORE)


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"key": 1}', '{"key": "a", "when": 7}', "\x00", "[" * 5000])
def test_a_damaged_journal_is_done_without(tmp_path: Path, damage: str) -> None:
    Journal(str(tmp_path), NOW).confirm("a", AFTER)
    for name in ("run.json", "confirmed.jsonl"):
        with (tmp_path / name).open("a") as file:
            file.write(damage)

    journal = Journal(str(tmp_path), NOW + HOUR)
    assert not journal.has("b", BEFORE)
    assert journal.last("a", BEFORE) == AFTER
    journal.finish()


def test_a_journal_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    journal = Journal(str(tmp_path / "file"), NOW)

    journal.begin()
    assert not journal.has("a", AFTER)
    journal.confirm("a", AFTER)
    journal.finish()
    assert journal.last("a", BEFORE) == AFTER
