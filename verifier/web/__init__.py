"""The one seam to the outside: a `Transport` answers requests, online, offline and in tests alike.

Everything above it is handed a transport and cannot tell which one it has.
"""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `limit` is the most bytes of (decoded) body that will be read."""

    url: str
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    limit: int = 65_536


@dataclass(frozen=True, slots=True)
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


class Transport(Protocol):
    """Whatever answers a request."""

    def send(self, request: Request) -> Response:
        """Return the response, whatever its status, or raise `verifier.errors.TransportError`; follow no redirect."""
        ...
