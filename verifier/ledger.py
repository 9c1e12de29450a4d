"""What earlier runs left on the disk, and what this one leaves: the baseline and the history."""

from collections.abc import Callable

from verifier import files, saved
from verifier.errors import InputError
from verifier.model.outcome import KnownRow
from verifier.model.past import Heartbeat, Past
from verifier.model.report import Report
from verifier.past import baseline, history
from verifier.past import heartbeat as heart


def report(path: str) -> Report:
    """Return the report that a run has saved. Raises InputError, also where there is none."""
    if not files.exists(path):
        raise InputError(f"{path}: does not exist", "check the spelling and the current folder; verify writes one")
    return saved.load(files.read_bytes(path, saved.LIMIT), path)


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


def heartbeat(past: Past, *, offline: bool) -> Heartbeat | None:
    """Return when live runs were; None for a first run that is live itself, which has nothing to wait for."""
    found = heart.of(past)
    return found if offline or found.last else None


def remember(report: Report, past: Past, path: str, day: str) -> bool:
    """Add the run to the history, and tell whether it was: nothing is concluded from an outage. Raises ReportError."""
    if report["run"]["status"] == "outage":
        return False
    files.append_line(path, history.line(report, past, day).rstrip("\n"))
    return True
