"""The one seam to the outside: a `Transport` answers requests, online, offline and in tests alike.

Everything above it is handed a transport and cannot tell which one it has. What asks about many things hands the work
to `each`, which has many requests in flight where the transport can, and gives the results in the order of the items.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar, runtime_checkable

from verifier.values import frozen

Item = TypeVar("Item")
Result = TypeVar("Result")


@frozen
class Request:
    """One request. `limit` is the most bytes of (decoded) body that will be read; `body` is what is sent.

    A `transient` request is asked each time and neither kept nor answered from records: how a job gets on, say. One for
    `once` is never sent a second time, whatever came back: what it does may be done, or is too dear to be tried again.
    A `patient` one that is told to slow down (429) is sent once more when the pause asked for is over. One
    that is to be answered `anew` is asked although this run has asked it, and the new answer is the one that counts.
    """

    url: str
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    limit: int = 65_536
    body: bytes = b""
    transient: bool = False
    once: bool = False
    patient: bool = False
    anew: bool = False


@frozen
class Response:
    """One whole answer, whatever its status. Header names are lower-case; `body` is decoded (no gzip).

    `truncated` tells that the body was cut at the limit; `recorded` is when the answer was given, ISO 8601, UTC.
    """

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    truncated: bool = False
    recorded: str = ""

    @property
    def is_busy(self) -> bool:
        """Tell whether a wiki is too busy to answer a request with maxlag, which it says with status 200.

        See https://www.mediawiki.org/wiki/Manual:Maxlag_parameter.
        """
        return self.headers.get("mediawiki-api-error") == "maxlag"

    @property
    def is_outage(self) -> bool:
        """Tell whether the service itself had no answer to give; with Memento-Datetime it is a captured site's."""
        failed = self.status == 429 or self.status >= 500
        return self.is_busy or (failed and "memento-datetime" not in self.headers)


@dataclass(slots=True)
class Tally:
    """What came of the questions of a run: answers that are new to the store, those as before, and what got none."""

    new: int = 0
    same: int = 0
    failed: list[str] = field(default_factory=list)


class Transport(Protocol):
    """Whatever answers a request."""

    def send(self, request: Request) -> Response:
        """Return the response, whatever its status, or raise `verifier.errors.TransportError`; follow no redirect.

        Once the run is stopped or its time is up it raises `Refused` of the kind "stopped" or "budget" at once.
        """
        ...


class Recall(Transport, Protocol):
    """What earlier runs have recorded: it asks nobody, and raises NotRecorded for what they did not ask."""

    @property
    def recorded(self) -> str:
        """Return when the oldest of the answers given was recorded (ISO 8601, UTC), "" if none was given."""
        ...

    @property
    def confirmed(self) -> str:
        """Return the same of when they were had last: an equal answer leaves its record as it is."""
        ...

    @property
    def missed(self) -> bool:
        """Tell whether something was asked for that earlier runs did not ask."""
        ...


@runtime_checkable
class Online(Transport, Protocol):
    """A transport over the network, with a memory of earlier runs and workers of its own."""

    def recall(self) -> Recall:
        """Return a new memory of earlier runs."""
        ...

    @property
    def refreshes(self) -> bool:
        """Tell whether all is to be asked again, however fresh it is (`--refresh`)."""
        ...

    @property
    def tally(self) -> Tally:
        """Return what came of the questions until now."""
        ...

    @property
    def cut(self) -> str:
        """Return "stopped" or "budget" if something could not be asked for that, "" for a run with an end."""
        ...

    def stop(self) -> None:
        """End all asking now; what is under way is cut off. May be called by any thread."""
        ...

    def finish(self) -> None:
        """Note that the run has come to its end: the next one asks anew what is no longer fresh."""
        ...

    def each(
        self, work: Callable[[Item], Result], items: Sequence[Item], url_of: Callable[[Item], str]
    ) -> list[Result]:
        """See `verifier.web.each`."""
        ...


def each(
    transport: Transport, work: Callable[[Item], Result], items: Sequence[Item], url_of: Callable[[Item], str]
) -> list[Result]:
    """Return the result of `work` for every item, in the order of the items.

    Over the network many are worked on at once: `work` must only share what is safe to share, and ask through
    `transport`. `url_of` gives the URL an item is asked at first, so that no worker waits for a host's turn. What
    `work` raises is raised here; it should raise nothing of the transport's.
    """
    if isinstance(transport, Online):
        return transport.each(work, items, url_of)
    return [work(item) for item in items]


def recall(transport: Transport) -> Recall | None:
    """Return what answers from earlier runs, without asking; None if the transport itself does nothing else."""
    return transport.recall() if isinstance(transport, Online) else None


def tally(transport: Transport) -> Tally:
    """Return what came of the questions of the run; nothing for a transport that asks nobody."""
    return transport.tally if isinstance(transport, Online) else Tally()


def stop(transport: Transport) -> None:
    """End all asking now; of a transport that asks nobody this is no news."""
    if isinstance(transport, Online):
        transport.stop()


def finish(transport: Transport) -> None:
    """Tell the transport that all has been asked that was to be asked."""
    if isinstance(transport, Online):
        transport.finish()
