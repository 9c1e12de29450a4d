"""What earlier runs left on the disk, and what this one leaves: the baseline and the history."""

import datetime as dt
from collections.abc import Callable

from verifier import files
from verifier.errors import InputError
from verifier.model.outcome import KnownRow
from verifier.model.past import Past
from verifier.model.report import Report
from verifier.past import baseline, history

_HEARTBEAT = 8  # days without a complete run, after which a warning is given


def accepted(path: str) -> dict[str, KnownRow]:
    """Return the findings of the baseline by id. Raises InputError, also where there is none."""
    if not files.exists(path):
        raise InputError(
            f"{path}: does not exist", f"make it with: verify baseline update --accept-new --baseline {path}"
        )
    return baseline.parse(files.read_bytes(path, baseline.LIMIT), path)


def earlier(path: str, warn: Callable[[str], None]) -> Past:
    """Return the earlier runs; none where the history does not exist yet. Damaged lines are left out, with a warning.

    Raises InputError.
    """
    if not files.exists(path):
        return Past()
    past, warnings = history.parse(files.read_bytes(path, history.LIMIT), path)
    for each in warnings:
        warn(each)
    return past


def resting(past: Past, today: dt.date) -> str | None:
    """Return a warning where the last complete run is too long ago, None where it is not or where there is none."""
    days = [run.trend["now"] for run in past.runs if run.trend["status"] == "complete" and run.trend["now"]]
    try:
        age = (today - max(map(dt.date.fromisoformat, days))).days
    except ValueError:  # none, or a day that is none
        return None
    return f"the last complete run was {age} days ago; is the schedule still on?" if age > _HEARTBEAT else None


def remember(report: Report, past: Past, path: str, day: str) -> bool:
    """Add the run to the history, and tell whether it was: nothing is concluded from an outage. Raises ReportError."""
    if report["run"]["status"] == "outage":
        return False
    files.append_line(path, history.line(report, past, day).rstrip("\n"))
    return True
