"""What earlier runs saw of each URL: one JSON object per line, sorted by URL, in `.verifier/state.jsonl`.

::

    {"failed": ["2026-11-20", "2026-11-21"], "last_ok": "2026-11-01",
     "seen": ["2026-11-21", "unknown", "timeout"], "url": "https://example.org/a"}

An answer empties the failures; where the registry's rule looks at more checks than must have failed, it stands among
them ("answered"). What was blocked or could not be asked is not counted; of one day one check counts, and that is the
first, answer or failure. What was seen last is told in any case: where the store keeps no answer of it, "seen" does.
"""

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from verifier import urls
from verifier.errors import InputError
from verifier.model.live import MOST, NO_SUCH_HOST, USUAL, Confirmation, LiveCheck, Outcome, Past, Seen

_REASON = re.compile(r"[a-z0-9\-]*")


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
            "seen": [each.seen.day.isoformat(), each.seen.outcome.value, each.seen.reason] if each.seen else None,
            **({"answered": [day.isoformat() for day in each.answered]} if each.answered else {}),
        }
        for each in sorted(known, key=lambda each: each.url)
        if each.failed or each.last_ok or each.seen
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


def is_kept(check: LiveCheck) -> bool:
    """Tell whether the store keeps what was seen: an answer, and not one that the server had trouble to give."""
    return check.status is not None and check.status != 429 and check.status < 500


def _with(past: Past, check: LiveCheck, today: dt.date, rule: Confirmation) -> Past:
    """Return what is known after a check of this day."""
    if check.ours:
        return past
    past = replace(past, seen=None if is_kept(check) else Seen(today, check.outcome, check.reason))
    is_due = past.last_counted is None or (today - past.last_counted).days >= rule.apart
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

    An answer that is older than what was seen last is no longer the page's. That the page is gone stays its answer
    until it gives another.
    """
    past = known.get(check.url, Past(check.url))
    check, seen = replace(check, past=past, rule=rule), past.seen
    if seen is None or check.outcome not in (Outcome.OK, Outcome.BLOCKED):
        return _judged(check)
    day = seen.day.isoformat()
    if check.recorded[:10] > day or (check.outcome, check.reason) == (seen.outcome, seen.reason):
        return check
    told = _told(seen, past)
    return _judged(LiveCheck(check.url, seen.outcome, seen.reason, told, recorded=day, past=past, rule=rule))


def _told(seen: Seen, past: Past) -> str:
    """Return in words what was seen."""
    what = "refused programs" if seen.outcome is Outcome.BLOCKED else "could not be reached"
    what = f"had trouble ({seen.reason.removeprefix('http-')})" if seen.reason.startswith("http-5") else what
    is_same = seen.day == past.last_ok and seen.outcome is Outcome.UNKNOWN
    return f"{what}, last on {seen.day}" + (", a day on which it answered before" if is_same else "")


def _judged(check: LiveCheck) -> LiveCheck:
    """Return the check; a failure that nobody can lay at the site's door says nothing about the page.

    Where a name did not exist in a check that was counted, since others answered meanwhile, the site is gone.
    """
    seen = check.past.seen
    if not check.is_counted:
        return check
    if not check.past.failed and (seen is None or seen.outcome is not Outcome.UNKNOWN):
        return replace(check, ours=True, told=f"{check.told}; whether that is the site's fault is not known")
    if check.reason == NO_SUCH_HOST and check.past.failed and seen is not None and seen.reason == NO_SUCH_HOST:
        return replace(check, outcome=Outcome.FAIL, told="is of a host that does not exist any more")
    return check


def _read(line: str) -> Past | None:
    try:
        row = json.loads(line)
        failed, answered = _days(row["failed"]), _days(row.get("answered", []))
        last_ok = dt.date.fromisoformat(row["last_ok"]) if row["last_ok"] is not None else None
        seen = _seen(row["seen"]) if "seen" in row else _of_old(failed, last_ok)
        urls.parse(row["url"])
        return Past(row["url"], failed, last_ok, answered, seen)
    except (InputError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _seen(written: Sequence[str] | None) -> Seen | None:
    if written is None:
        return None
    day, outcome, reason = written
    if Outcome(outcome) not in (Outcome.UNKNOWN, Outcome.BLOCKED) or not _REASON.fullmatch(reason):
        raise ValueError("no run writes such a line")
    return Seen(dt.date.fromisoformat(day), Outcome(outcome), reason)


def _of_old(failed: Sequence[dt.date], last_ok: dt.date | None) -> Seen | None:
    """Return what was seen last by a run of a version that did not write it."""
    is_last = failed and (last_ok is None or failed[-1] > last_ok)
    return Seen(failed[-1], Outcome.UNKNOWN, "unreachable") if is_last else None


def _days(written: Iterable[str]) -> tuple[dt.date, ...]:
    return tuple(sorted({dt.date.fromisoformat(day) for day in written}))
