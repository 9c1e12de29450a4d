"""Many jobs at once: results in order, no host delays another, and nobody asks faster than a host bears."""

import threading
import time
from collections.abc import Callable

import pytest

from verifier.web.crew import Crew
from verifier.web.limits import Ceiling


class Hosts:
    """Services by the host of the URL; `waits` are the seconds until one may be asked."""

    def __init__(self, interval: float = 0.0, connections: int = 2, waits: dict[str, float] | None = None) -> None:
        self.interval = interval
        self.connections = connections
        self.waits = waits or {}

    def ceiling(self, url: str) -> Ceiling:
        return Ceiling(url, url, self.interval, self.connections, self.connections)

    def due(self, ceiling: Ceiling) -> float:
        return self.waits.get(ceiling.service, 0.0)


def crew(size: int, places: Hosts | None = None) -> Crew:
    return Crew(size, places or Hosts(), time.monotonic)


def host(number: int) -> str:
    return f"host{number % 7}"


@pytest.mark.parametrize("size", [1, 8, 32])
def test_results_come_in_the_order_of_the_items(size: int) -> None:
    def work(number: int) -> int:
        time.sleep(0.001 * (number % 5))
        return number * number

    assert crew(size).each(work, range(200), host) == [number * number for number in range(200)]


def test_no_items_are_no_work() -> None:
    assert crew(4).each(lambda each: each, [], host) == []


@pytest.mark.parametrize(("size", "most"), [(1, 1), (3, 3), (32, 14)])
def test_no_more_work_at_once_than_workers_and_hosts_allow(size: int, most: int) -> None:
    lock, now, seen = threading.Lock(), set[int](), [0]

    def work(number: int) -> None:
        with lock:
            now.add(number)
            seen[0] = max(seen[0], len(now))
        time.sleep(0.002)
        with lock:
            now.remove(number)

    crew(size).each(work, range(150), host)

    assert 1 <= seen[0] <= most


def test_a_host_that_may_not_be_asked_yet_delays_no_other() -> None:
    places = Hosts(waits={"host0": 3600.0})
    done: list[int] = []

    def work(number: int) -> None:
        done.append(number)
        if len(done) == 60:
            places.waits.clear()  # all but ten: host0 is left

    crew(2, places).each(work, range(70), host)

    assert {host(number) for number in done[60:]} == {"host0"}


def test_who_steps_aside_lets_others_work() -> None:
    workers, others = crew(1, Hosts(connections=32)), threading.Event()

    def work(number: int) -> str:
        if number:
            others.set()
            return "other"
        with workers.aside():
            return "woken" if others.wait(30) else "alone"

    assert workers.each(work, range(3), lambda _: "slow") == ["woken", "other", "other"]


def test_stepping_aside_outside_the_crew_changes_nothing() -> None:
    workers = crew(1)
    with workers.aside(), workers.aside():
        pass

    test_no_more_work_at_once_than_workers_and_hosts_allow(1, 1)


def test_what_work_raises_is_raised_and_the_rest_is_left() -> None:
    done: list[int] = []

    def work(number: int) -> None:
        done.append(number)
        if number == 3:
            raise KeyError(number)

    with pytest.raises(KeyError):
        crew(1).each(work, range(100), lambda _: "one")

    assert len(done) < 10


def test_work_may_ask_for_more_work() -> None:
    workers = crew(1)
    inner: Callable[[int], int] = lambda number: number + 1  # noqa: E731

    assert workers.each(lambda each: sum(workers.each(inner, range(each), host)), range(4), host) == [0, 1, 3, 6]
