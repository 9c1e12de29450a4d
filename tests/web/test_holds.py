"""What an archive asked us to leave alone stays left alone in the next runs, for twice as long each time."""

import datetime as dt
from pathlib import Path

import pytest

from verifier.web.holds import Holds

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def test_a_service_is_left_alone_for_an_hour_by_the_next_run_too(tmp_path: Path) -> None:
    Holds(str(tmp_path)).add("a", NOW)

    again = Holds(str(tmp_path))
    assert again.until("a", NOW) == NOW + HOUR
    assert again.until("a", NOW + HOUR) is None
    assert again.until("b", NOW) is None


def test_each_time_it_is_twice_as_long_and_a_day_at_most(tmp_path: Path) -> None:
    now = NOW
    spans = []
    for _ in range(8):
        holds = Holds(str(tmp_path))
        holds.add("a", now)
        until = holds.until("a", now)
        assert until is not None
        spans.append((until - now) / HOUR)
        now = until

    assert spans == [1, 2, 4, 8, 16, 24, 24, 24]


def test_after_a_good_day_it_is_an_hour_again_and_retry_after_is_heeded(tmp_path: Path) -> None:
    holds = Holds(str(tmp_path))
    holds.add("a", NOW)
    holds.add("a", NOW + 48 * HOUR)
    assert holds.until("a", NOW + 48 * HOUR) == NOW + 49 * HOUR
    holds.add("b", NOW, 3 * 3600)
    assert holds.until("b", NOW) == NOW + 3 * HOUR


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"a": 1}', '{"a": {"until": "2026", "seconds": 1}}', '{"a": {"until": 3}}', "[" * 9999]
)
def test_a_damaged_file_holds_nothing(tmp_path: Path, damage: str) -> None:
    (tmp_path / "lanes.json").write_text(damage)

    holds = Holds(str(tmp_path))
    assert holds.until("a", NOW) is None
    holds.add("a", NOW)
    assert Holds(str(tmp_path)).until("a", NOW) == NOW + HOUR


def test_a_file_from_the_future_holds_nothing(tmp_path: Path) -> None:
    Holds(str(tmp_path)).add("a", NOW + 1000 * HOUR)

    assert Holds(str(tmp_path)).until("a", NOW) is None
