"""What earlier runs saw of each URL: one JSON object per line, sorted by URL, in `.verifier/state.jsonl`.

::

    {"failed": ["2026-11-20", "2026-11-21"], "last_ok": "2026-11-01", "url": "https://example.org/a"}

An answer empties the failures; what was blocked or could not be asked changes nothing; of one day one check counts.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from verifier.model.live import NO_SUCH_HOST, LiveCheck, Outcome, Past

_KEPT = 10  # failed checks


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
        }
        for each in sorted(known, key=lambda each: each.url)
        if each.failed or each.last_ok
    ]
    return "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows)


def counted(known: Mapping[str, Past], check: LiveCheck, today: dt.date | None) -> LiveCheck:
    """Return the check with what is known of its URL, itself counted in on `today`; None counts nothing."""
    past = known.get(check.url, Past(check.url))
    if today is not None and check.outcome is Outcome.OK:
        past = Past(check.url, (), today)
    elif today is not None and check.is_counted and (not past.failed or past.failed[-1] < today):
        past = replace(past, failed=(*past.failed, today)[-_KEPT:])
    return _judged(replace(check, past=past))


def remembered(known: Mapping[str, Past], check: LiveCheck) -> LiveCheck:
    """Return the check as it is recorded, with what is known of its URL.

    A recorded answer that is older than the last failed check is no longer the page's answer.
    """
    past = known.get(check.url, Past(check.url))
    if check.outcome is not Outcome.OK or not past.failed or check.recorded[:10] > past.failed[-1].isoformat():
        return _judged(replace(check, past=past))
    told = f"could not be reached, last on {past.failed[-1]}"
    return replace(check, outcome=Outcome.UNKNOWN, reason="unreachable", told=told, past=past)


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
        failed = tuple(sorted({dt.date.fromisoformat(day) for day in row["failed"]}))
        last_ok = dt.date.fromisoformat(row["last_ok"]) if row["last_ok"] is not None else None
        return Past(row["url"], failed, last_ok) if isinstance(row["url"], str) else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
