"""Timestamps of captures: 14 digits, UTC."""

import datetime as dt

from verifier.urls import FIRST_CAPTURE, moment


def is_possible(stamp: str) -> bool:
    """Tell whether a capture can have been made then: there was an archive, and it is a time."""
    taken = moment(stamp)
    return taken is not None and taken >= FIRST_CAPTURE


def stamp_of(taken: dt.datetime) -> str:
    """Return the 14 digits of a time (UTC)."""
    return f"{taken:%Y%m%d%H%M%S}"


def apart(taken: dt.datetime, asked: dt.datetime) -> str:
    """Return in words how far two times are from each other: "3 days, 0:00:00 after"."""
    return f"{abs(taken - asked)} {'after' if taken > asked else 'before'}"


def distance(stamp: str, other: str) -> float:
    """Return the seconds between two stamps, infinite if one is no time."""
    first, second = moment(stamp), moment(other)
    return abs((first - second).total_seconds()) if first and second else float("inf")
