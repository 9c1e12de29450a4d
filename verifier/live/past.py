"""What earlier runs saw of each URL: one JSON object per line, sorted by URL, in `.verifier/state.jsonl`.

::

    {"failed": ["2026-11-20", "2026-11-21"], "last_ok": "2026-11-01", "url": "https://example.org/a"}

An answer empties the failures; where the registry's rule looks at more checks than must have failed, it stands among
them ("answered"). What was blocked or could not be asked changes nothing; of one day one check counts.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from verifier.model.live import MOST, NO_SUCH_HOST, USUAL, Confirmation, LiveCheck, Outcome, Past


def read(text: str) -> tuple[dict[str, Past], list[int]]:
    """Return what is known by URL, and the numbers of the lines that could not be read and are left out."""
    found: dict[str, Past] = {}
    damaged = []
    for number, line in enumerate(text.split("\n"), 1):  # not splitlines: URLs may hold its other line ends
        past = _read(line)
        if past is not None:
            found[past.url] = past
        elif line.strip():
            damaged.append(number)
    return found, damaged


def written(known: Iterable[Past]) -> str:
    """Return the file's text."""
    rows = [
        {
            "url": each.url,
            "failed": [day.isoformat() for day in each.failed],
            "last_ok": each.last_ok.isoformat() if each.last_ok else None,
            **({"answered": [day.isoformat() for day in each.answered]} if each.answered else {}),
        }
        for each in sorted(known, key=lambda each: each.url)
        if each.failed or each.last_ok
    ]
    return "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows)


def counted(
    known: Mapping[str, Past], check: LiveCheck, today: dt.date | None, rule: Confirmation = USUAL
) -> LiveCheck:
    """Return the check with what is known of its URL, itself counted in on `today`; None counts nothing."""
    past = known.get(check.url, Past(check.url))
    if today is not None:
        past = _with(past, check, today, rule)
    return _judged(replace(check, past=past, rule=rule))


def _with(past: Past, check: LiveCheck, today: dt.date, rule: Confirmation) -> Past:
    """Return what is known after a check of this day."""
    last = max((*past.failed, *past.answered), default=None)
    is_due = last is None or (today - last).days >= rule.apart
    if check.outcome is Outcome.OK and rule.of == rule.failed:
        return Past(past.url, (), today)
    if check.outcome is Outcome.OK:
        answered = (*past.answered, today) if past.failed and is_due else past.answered
        return _trimmed(replace(past, answered=answered, last_ok=today))
    return _trimmed(replace(past, failed=(*past.failed, today))) if check.is_counted and is_due else past


def _trimmed(past: Past) -> Past:
    """Return the last checks of it, from a failed one on."""
    first = min(sorted((*past.failed, *past.answered))[-MOST:], default=dt.date.min)
    failed = tuple(day for day in past.failed if day >= first)
    answered = tuple(day for day in past.answered if failed and day > failed[0])
    return replace(past, failed=failed, answered=answered)


def remembered(known: Mapping[str, Past], check: LiveCheck, rule: Confirmation = USUAL) -> LiveCheck:
    """Return the check as it is recorded, with what is known of its URL.

    A recorded answer that is older than the last failed check is no longer the page's answer.
    """
    past = known.get(check.url, Past(check.url))
    last = past.failed[-1] if past.failed and past.failed[-1] != past.last_ok else dt.date.min
    if check.outcome is not Outcome.OK or check.recorded[:10] > last.isoformat():
        return _judged(replace(check, past=past, rule=rule))
    told = f"could not be reached, last on {last}"
    return replace(check, outcome=Outcome.UNKNOWN, reason="unreachable", told=told, past=past, rule=rule)


def _judged(check: LiveCheck) -> LiveCheck:
    """Return the check; a failure that was not counted says nothing about the page.

    One that was, since others answered meanwhile, tells of a name that does not exist that the site is gone.
    """
    if not check.is_counted:
        return check
    if not check.past.failed:
        return replace(check, ours=True, told=f"{check.told}; whether that is the site's fault is not known")
    if check.reason == NO_SUCH_HOST:
        return replace(check, outcome=Outcome.FAIL, told="is of a host that does not exist any more")
    return check


def _read(line: str) -> Past | None:
    try:
        row = json.loads(line)
        failed, answered = _days(row["failed"]), _days(row.get("answered", []))
        last_ok = dt.date.fromisoformat(row["last_ok"]) if row["last_ok"] is not None else None
        return Past(row["url"], failed, last_ok, answered) if isinstance(row["url"], str) else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _days(written: Iterable[str]) -> tuple[dt.date, ...]:
    return tuple(sorted({dt.date.fromisoformat(day) for day in written}))
