"""When the schedule last did its work: the live runs of a history. A run that was offline proves nothing about it."""

import datetime as dt

from verifier.model.past import Heartbeat, Past


def of(past: Past) -> Heartbeat:
    """Return the days that tell whether live runs still come, and whether they get their answers."""
    live = [run.trend for run in past.runs if run.live]
    days = [dt.date.fromisoformat(each["now"]) for each in live if each["now"]]
    complete = [dt.date.fromisoformat(each["now"]) for each in live if each["now"] and each["status"] == "complete"]
    return Heartbeat(min(days, default=None), max(days, default=None), max(complete, default=None))
