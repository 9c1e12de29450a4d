"""
The last complete live run is more than eight days ago, as the history given with `--history` tells.

Why it matters: a schedule that was switched off says nothing, and links that nobody looks at seem to be in order.
GitHub switches schedules off by itself where a repository is quiet for 60 days. A run is complete where everything due
got an answer; one that met an outage is in no history. A note says that live runs still come and are all incomplete,
or that the history knows none, so that their age is unknown.

Remedy: start the scheduled run again. Where runs come and are incomplete, settle what they list as not checked.
Offline time stands at the newest recorded answer: give `--now` to have the age told by today.

Elsewhere: none found for link checkers; backup and cron monitors call it a missed heartbeat
(https://healthchecks.io/docs/).
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import counted

_LONGEST = 8  # days: a weekly schedule, and a day for one that came late
_AGAIN = "look whether the schedule is still on, and start the run by hand"
_SETTLE = "settle what the reports list as not checked"


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit where the heartbeat is too old, or cannot be told."""
    beat = dossier.heartbeat
    if beat is None:
        return
    if beat.last is None or beat.first is None:
        message = "no live run is in the history, so the age of what is known of links and snapshots is unknown"
        yield Hit(message, suggestion=_AGAIN, severity=Severity.NOTE)
        return
    age = (dossier.today - (beat.complete or beat.first)).days
    if age <= _LONGEST:
        return
    told = f"the last complete live run was on {beat.complete}, {counted(age, 'day')} ago"
    if beat.complete is None:
        told = f"no live run was complete since {beat.first}, {counted(age, 'day')} ago"
    if (dossier.today - beat.last).days > _LONGEST:
        message = told if beat.complete == beat.last else f"{told}, and the last at all was on {beat.last}"
        yield Hit(message, suggestion=_AGAIN)
    else:
        message = f"{told}; the last one, on {beat.last}, was incomplete"
        yield Hit(message, suggestion=_SETTLE, severity=Severity.NOTE)


RULE = Rule("run-stale", "live runs that no longer come, or are never complete", Severity.WARNING, check, "live")
