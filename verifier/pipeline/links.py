"""The row of a report that tells what is known about a live page; what only its owner should see is left out."""

from verifier import urls
from verifier.model.live import LiveCheck, Outcome
from verifier.model.outcome import LiveRow


def live_row(found: LiveCheck) -> LiveRow:
    """Return the row of one cited URL."""
    return {
        "outcome": found.outcome.value,
        "reason": found.reason,
        "told": urls.redact_in(found.told),
        "status": found.status,
        "title": urls.redact_in(found.title),
        "chain": [urls.redact(each) for each in found.chain],
        "permanent": found.permanent,
        "checked_at": found.recorded or None,
        "last_ok": last_ok(found),
        "failed": [day.isoformat() for day in found.past.failed],
    }


def last_ok(found: LiveCheck) -> str | None:
    """Return when the page was last in order, ISO 8601; None if it never was, as far as is known."""
    if found.outcome is Outcome.OK and found.recorded:
        return found.recorded
    return found.past.last_ok.isoformat() if found.past.last_ok else None
