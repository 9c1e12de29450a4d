"""The end of asking: by the user, or by the clock."""

import threading

import pytest

from verifier.errors import Refused, Unreachable
from verifier.web import Request, Response
from verifier.web.halt import Halt, Halting

REQUEST = Request("https://example.org/")


class Service:
    """A transport that does something before it answers."""

    def __init__(self, halt: Halt) -> None:
        self.halt = halt
        self.asked = 0

    def send(self, request: Request) -> Response:
        self.asked += 1
        if self.asked == 2:
            self.halt.stop()
            raise Unreachable("cut off")
        return Response(200)


def test_time_that_is_up_refuses_what_is_left() -> None:
    time = 0.0
    halt = Halt(lambda: time, 10)
    assert halt.allows(9)
    halt.check()
    time = 10.0

    with pytest.raises(Refused) as caught:
        halt.check()
    assert caught.value.kind == halt.reason == "budget"


def test_nobody_sleeps_past_the_end() -> None:
    halt = Halt(lambda: 0.0, 10)

    with pytest.raises(Refused, match="--max-time"):
        halt.sleep(11)


def test_a_run_that_had_time_enough_has_no_reason() -> None:
    halt = Halt(lambda: 0.0, None)
    halt.check(1e9)

    assert halt.reason == ""


def test_stopping_wakes_who_sleeps_and_tells_who_asks() -> None:
    halt, told, caught = Halt(lambda: 0.0), list[str](), list[str]()
    halt.on_stop(lambda: told.append("told"))

    def sleep() -> None:
        try:
            halt.sleep(60)
        except Refused as error:
            caught.append(error.kind)

    thread = threading.Thread(target=sleep)
    thread.start()
    halt.stop()
    thread.join(10)

    assert (told, caught, halt.reason) == (["told"], ["stopped"], "stopped")


def test_what_was_cut_off_by_the_end_is_no_fault_of_the_service() -> None:
    halt = Halt(lambda: 0.0)
    service = Service(halt)
    transport = Halting(service, halt)

    assert transport.send(REQUEST).status == 200
    for _ in range(2):
        with pytest.raises(Refused) as caught:
            transport.send(REQUEST)
        assert caught.value.kind == "stopped"
    assert service.asked == 2
