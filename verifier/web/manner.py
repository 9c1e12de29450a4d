"""How a run asks: what its operator says on the command line. Values only."""

import datetime as dt
from collections.abc import Callable
from dataclasses import field

from verifier.values import frozen
from verifier.web.reach import Reach


@frozen
class Manner:
    """How a run asks: `contact` is how sites reach its operator; `workers` how many requests are under way at most.

    `seconds` None is without end. `refresh` asks again what is still fresh. `spacing` is the least time between two
    requests to a host of no known limit, in seconds. `now` is the time of the run, None the clock's. `reach`
    is what the operator lets pass, `roots` a file of trusted certificates (None: those of certifi).
    `progress` is told how the run gets on, as a line that is drawn anew if `is_terminal`; None: nobody is.
    """

    contact: str = ""
    workers: int = 32
    seconds: float | None = None
    refresh: bool = False
    spacing: float = 0.25
    now: dt.datetime | None = None
    reach: Reach = field(default_factory=Reach)
    roots: str | None = None
    progress: Callable[[str], object] | None = None
    is_terminal: bool = False
