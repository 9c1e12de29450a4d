"""A transport that asks again when the archive stumbled: tenacity decides whether, and how long to wait.

Only faults that say nothing about the page are tried again, three times at most. Never 429 but for a patient
request (verifier.web.pacing handles it), never a refusal, and never what a captured site once answered, which
Memento-Datetime marks (RFC 7089).
"""

from collections.abc import Callable

import tenacity

from verifier.errors import Refused, Unreachable
from verifier.web import Request, Response, Transport

ATTEMPTS = 3
_PATIENCE = 90.0  # seconds after which no further attempt starts
# As in EDGI's wayback 0.5.1 (https://github.com/edgi-govdata-archiving/wayback).
_STUMBLES = frozenset((413, 421, 500, 502, 503, 504, *range(520, 527), 599))


class Retrying:
    """A `Transport` around another. `sleep` takes seconds; `jitter` gives seconds to add to each wait."""

    def __init__(self, transport: Transport, *, sleep: Callable[[float], None], jitter: Callable[[], float]) -> None:
        self._transport = transport
        self._jitter = jitter
        self._attempts = tenacity.Retrying(  # what it counts it keeps for each thread
            stop=tenacity.stop_after_attempt(ATTEMPTS) | tenacity.stop_before_delay(_PATIENCE),
            wait=self._wait,
            retry=tenacity.retry_if_exception(_is_passing) | tenacity.retry_if_result(_is_stumble),
            retry_error_callback=_last,
            sleep=sleep,
        )

    def send(self, request: Request) -> Response:
        """See `Transport.send`: the last attempt's response or error is the result. An order is given once."""
        if request.once:
            return self._transport.send(request)
        answer = self._tried(request)
        if not (request.patient and answer.status == 429):
            return answer
        try:
            return self._tried(request)  # its lane waits for the pause that was asked for
        except Refused:
            return answer

    def _tried(self, request: Request) -> Response:
        return self._attempts(self._transport.send, request)

    def _wait(self, state: tenacity.RetryCallState) -> float:
        return min(60.0, 2.0**state.attempt_number) + self._jitter()


def _is_passing(error: BaseException) -> bool:
    return isinstance(error, Unreachable) and error.kind not in ("refused", "no-such-host")


def _is_stumble(response: Response) -> bool:
    return response.is_busy or (response.status in _STUMBLES and "memento-datetime" not in response.headers)


def _last(state: tenacity.RetryCallState) -> Response:
    if state.outcome is None:  # tenacity's type allows it; it calls us after an attempt only
        raise Unreachable("no attempt was made")
    response: Response = state.outcome.result()
    return response
