"""A transport with an end: it counts what is asked in a search, and ends the search when that is spent."""

from verifier.errors import Refused
from verifier.web import Request, Response, Transport


class Budget:
    """A `Transport` around another that sends `most` different requests and no more."""

    def __init__(self, transport: Transport, most: int) -> None:
        self._transport = transport
        self._most = most
        self._asked: set[str] = set()

    def send(self, request: Request) -> Response:
        """See `Transport.send`. Raises Refused of the kind "budget" once all requests are spent."""
        if request.url not in self._asked:
            if self.is_spent:
                raise Refused(f"the budget of {self._most} requests is spent", "allow more", "budget")
            self._asked.add(request.url)
        return self._transport.send(request)

    @property
    def is_spent(self) -> bool:
        """Tell whether nothing more may be asked."""
        return len(self._asked) >= self._most

    @property
    def count(self) -> int:
        """Return how many requests were made."""
        return len(self._asked)
