"""A damaged report is refused with its place, or every format can write it; nothing in between."""

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import saved, step_summary
from verifier.errors import InputError
from verifier.model.past import Past
from verifier.model.report import Report
from verifier.outputs import formats
from verifier.past import difference, history

VALUES: tuple[Any, ...] = (None, True, -1, 0, 3, 0.5, "", "\x1b[2J", [], {}, [None])


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(each for key, part in inner for each in places(part, (*path, key)))]


def put(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    if not path:
        return new
    key, *rest = path
    if isinstance(value, dict):
        return {each: put(part, tuple(rest), new) if each == key else part for each, part in value.items()}
    return [put(part, tuple(rest), new) if each == key else part for each, part in enumerate(value)]


@pytest.mark.parametrize("seed", range(150))
def test_a_damaged_report_is_refused_or_can_be_written(seed: int, demo: Report) -> None:
    chance = random.Random(seed)
    damaged = put(demo, chance.choice(places(demo)), chance.choice(VALUES))

    try:
        report = saved.load(json.dumps(damaged).encode(), "x.json")
    except InputError as error:
        assert error.message.startswith("x.json: ")
        return
    for reporter in formats().values():
        reporter.render(report)
    step_summary.render(report)
    assert [*difference.told(difference.between(demo, report))]
    past, warnings = history.parse(history.line(report, Past(), "2026-11-24").encode(), "h")
    assert len(past.runs) + len(warnings) == 1


@given(st.binary(max_size=80))
def test_bytes_are_a_report_or_an_error(data: bytes) -> None:
    with pytest.raises(InputError):
        saved.load(data, "x.json")
