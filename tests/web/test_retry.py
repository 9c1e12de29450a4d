"""What is asked again, and what is not."""

import pytest

from verifier.errors import NotRecorded, Refused, TransportError, Unreachable
from verifier.web import Request, Response
from verifier.web.retry import Retrying

OK, TROUBLE = Response(200), Response(503)
ARCHIVED = Response(503, {"memento-datetime": "Wed, 01 Jan 2020 00:00:00 GMT"})
Outcome = Response | TransportError


class Scripted:
    """A transport that gives one outcome after the other."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.outcomes = list(outcomes)

    def send(self, request: Request) -> Response:
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, TransportError):
            raise outcome
        return outcome


def run(*outcomes: Outcome) -> tuple[Outcome, list[float], int]:
    """Return the result, the waits, and how many outcomes were left."""
    waits: list[float] = []
    transport = Scripted(*outcomes)
    try:
        result: Outcome = Retrying(transport, sleep=waits.append, jitter=lambda: 0.5).send(
            Request("http://example.org/")
        )
    except TransportError as error:
        result = error
    return result, waits, len(transport.outcomes)


def test_a_stumble_is_asked_again_with_growing_waits() -> None:
    assert run(TROUBLE, Unreachable("reset"), OK) == (OK, [2.5, 4.5], 0)


def test_an_order_is_given_once() -> None:
    service = Scripted(TROUBLE, OK)
    order = Request("https://web.archive.org/save", "POST", body=b"url=a", once=True)

    assert Retrying(service, sleep=lambda _: None, jitter=lambda: 0.0).send(order) == TROUBLE
    assert service.outcomes == [OK]


def test_a_wiki_that_is_too_busy_is_asked_again() -> None:
    busy = Response(200, {"mediawiki-api-error": "maxlag"})

    assert run(busy, OK) == (OK, [2.5], 0)
    assert run(Response(200, {"mediawiki-api-error": "missingtitle"}), OK)[1:] == ([], 1)


def test_three_attempts_are_the_end_and_the_last_one_counts() -> None:
    fault = Unreachable("cut", kind="timeout")

    assert run(TROUBLE, fault, TROUBLE, OK) == (TROUBLE, [2.5, 4.5], 1)
    assert run(TROUBLE, TROUBLE, fault, OK) == (fault, [2.5, 4.5], 1)


@pytest.mark.parametrize(
    "outcome",
    [
        OK,
        ARCHIVED,
        Response(429),
        Response(404),
        Refused("no"),
        NotRecorded("no"),
        Unreachable("no", kind="refused"),
    ],
)
def test_everything_else_is_final(outcome: Outcome) -> None:
    assert run(outcome, OK) == (outcome, [], 1)
