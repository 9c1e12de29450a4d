"""The lanes: how fast, when they pause, when they close. Time is a number that the test moves."""

import datetime as dt
import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.errors import TransportError, Unreachable
from verifier.web import Request, Response
from verifier.web.holds import Holds
from verifier.web.limits import ceiling_of, retry_after
from verifier.web.pacing import Paced

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
REPLAY = "https://web.archive.org/web/20200102030405id_/http://example.org/"
INDEX = "https://web.archive.org/cdx/search/cdx?url=example.org"
WIKI = "https://en.wikipedia.org/w/api.php"
PERMA = "https://perma.cc/AB12-CD34"
OTHER = "https://example.org/"
OK, LIMITED, TROUBLE = Response(200), Response(429), Response(503)
ARCHIVED = Response(429, {"memento-datetime": "Wed, 01 Jan 2020 00:00:00 GMT"})


class World:
    """A clock that only sleeping moves, and a service that gives one outcome after the other."""

    def __init__(self, *outcomes: Response | Unreachable, holds: Holds | None = None) -> None:
        self.time = 0.0
        self.outcomes = list(outcomes)
        self.sent: list[float] = []
        self.paced = Paced(self, clock=lambda: self.time, sleep=self.sleep, now=lambda: NOW, holds=holds)

    def sleep(self, seconds: float) -> None:
        self.time += seconds

    def send(self, request: Request) -> Response:
        self.sent.append(self.time)
        outcome = self.outcomes.pop(0) if self.outcomes else OK
        if isinstance(outcome, Unreachable):
            raise outcome
        return outcome

    def ask(self, url: str = REPLAY) -> str:
        """Return what came of it: the status, or the kind of the error."""
        try:
            return str(self.paced.send(Request(url)).status)
        except TransportError as error:
            return f"{type(error).__name__} {error.kind}"


@dataclass
class Service:
    """A transport that answers as `send` does."""

    send: Callable[[Request], Response]


@pytest.mark.parametrize(("url", "minute"), [(INDEX, 24), (REPLAY, 480), (WIKI, 30), (PERMA, 30), (OTHER, 240)])
def test_no_more_requests_a_minute_than_the_ceiling(url: str, minute: int) -> None:
    world = World()
    while world.time < 60:
        world.ask(url)

    assert len([each for each in world.sent if each < 60]) == minute


def test_lanes_do_not_wait_for_each_other() -> None:
    world = World()
    for url in (INDEX, REPLAY, OTHER):
        world.ask(url)

    assert world.sent == [0, 0, 0]


def test_the_first_429_pauses_the_lane_and_the_second_closes_it() -> None:
    world = World(LIMITED, OK, LIMITED)

    assert [world.ask() for _ in range(5)] == ["429", "200", "429", "Refused rate-limited", "Refused rate-limited"]
    assert world.sent == [0, 60, 60.25]  # half as fast
    assert world.ask(INDEX) == "200"


@pytest.mark.parametrize("url", [REPLAY, OTHER])
def test_two_429s_that_were_under_way_together_are_one_warning(url: str) -> None:
    world = World(LIMITED, LIMITED, OK, LIMITED)
    answer, meanwhile = world.send, list[str]()

    def send(request: Request) -> Response:
        found = answer(request)
        if not meanwhile:
            meanwhile.append("under way")
            meanwhile[0] = world.ask(url)
        return found

    world.paced = Paced(Service(send), clock=lambda: world.time, sleep=world.sleep, now=lambda: NOW)

    assert [world.ask(url), *meanwhile] == ["429", "429"]
    assert world.ask(url) == "200"
    assert world.sent[2] - world.sent[1] >= 59  # the pause after one that names no time, but for the spacing
    assert [world.ask(url), world.ask(url)] == ["429", "Refused rate-limited"]


def test_a_wiki_that_is_too_busy_is_given_the_time_it_asks_for_and_left_alone_in_the_end() -> None:
    busy = Response(200, {"mediawiki-api-error": "maxlag", "retry-after": "5"})
    world = World(busy, OK, *[busy] * 5)

    assert [world.ask(WIKI) for _ in range(8)] == ["200"] * 7 + ["Refused archive-trouble"]
    assert world.sent == [0, 5, 7, 12, 17, 22, 27]


def test_a_captured_429_is_no_limit_of_the_archive() -> None:
    world = World(ARCHIVED, ARCHIVED, OK)

    assert [world.ask() for _ in range(3)] == ["429", "429", "200"]
    assert world.time == 0.25


@pytest.mark.parametrize(
    ("header", "pause"),
    [
        ("1", 60),
        ("90", 90),
        ("soon", 60),
        ("-1", 60),
        ("1.5", 60),
        ("\uff11\uff10\uff10", 60),
        ("Tue, 24 Nov 2026 12:01:40 GMT", 100),
        ("Tue, 24 Nov 2026 11:00:00 GMT", 60),
        ("86400", None),
        ("9" * 400, None),
        ("Wed, 21 Oct 2065 07:28:00 GMT", None),
    ],
)
def test_retry_after_is_obeyed_or_the_lane_is_closed(header: str, pause: int | None) -> None:
    world = World(Response(429, {"retry-after": header}))
    world.ask()

    assert world.ask() == ("Refused rate-limited" if pause is None else "200")
    assert world.time == (pause or 0)


def test_silence_after_a_429_closes_every_lane_of_that_archive() -> None:
    for kind in ("refused", "timeout"):
        world = World(LIMITED, Unreachable("no", kind=kind))

        assert [world.ask(), world.ask(), world.ask(), world.ask(INDEX)] == [
            "429",
            f"Unreachable {kind}",
            "Refused refused",
            "Refused refused",
        ]
        assert world.ask(OTHER) == "200"


def test_the_next_run_knows_of_a_closed_lane_and_of_a_firewall(tmp_path: Path) -> None:
    first = World(LIMITED, LIMITED, holds=Holds(str(tmp_path)))
    assert [first.ask(), first.ask()] == ["429", "429"]
    second = World(LIMITED, Unreachable("no", kind="refused"), holds=Holds(str(tmp_path)))
    assert [second.ask(), second.ask(INDEX), second.ask(INDEX)] == [
        "Refused rate-limited",
        "429",
        "Unreachable refused",
    ]

    third = World(holds=Holds(str(tmp_path)))
    assert [third.ask(url) for url in (REPLAY, INDEX, OTHER)] == ["Refused rate-limited", "Refused rate-limited", "200"]
    assert third.sent == [0]


def test_five_failures_open_the_breaker_and_one_probe_a_minute_may_close_it() -> None:
    world = World(*[TROUBLE] * 4, Unreachable("no"), TROUBLE)
    for _ in range(5):
        world.ask()
    sent = len(world.sent)

    assert world.ask() == "Refused archive-trouble"
    world.time += 61
    assert world.ask() == "503"
    assert world.ask() == "Refused archive-trouble"
    world.time += 61
    assert [world.ask(), world.ask()] == ["200", "200"]
    assert len(world.sent) == sent + 3


def test_an_answer_between_failures_starts_the_count_again() -> None:
    world = World(*[TROUBLE] * 4, OK, *[TROUBLE] * 4)

    assert [world.ask() for _ in range(10)][-1] == "200"


def test_a_service_in_trouble_says_how_long() -> None:
    world = World(Response(503, {"retry-after": "20"}))
    world.ask()
    world.ask()

    assert world.sent == [0, 20]


@pytest.mark.parametrize(
    "url", ["no url", "https://archive.today/2020/http://example.org/", "https://archive.ph/abcde"]
)
def test_what_is_never_asked_is_refused_without_a_lane(url: str) -> None:
    world = World()

    assert world.ask(url) == "Refused refused-address"
    assert world.sent == []


def test_each_service_of_the_internet_archive_has_its_lane_and_all_share_a_firewall() -> None:
    paths = ("web/2020/x", "cdx/search/cdx?url=x", "web/timemap/link/x", "save", "save/status/1")
    lanes = [ceiling_of(f"https://web.archive.org/{path}") for path in paths]
    others = [ceiling_of(f"https://{place}") for place in ("archive.org/wayback/available", "archive.org/web/1/x")]

    services = ["web.archive.org", *["the index of web.archive.org"] * 2, *["Save Page Now"] * 2]
    assert [each.service for each in lanes] == services
    assert [each.interval for each in lanes] == pytest.approx([0.125, 2.5, 2.5, 60 / 5.6, 60 / 5.6])
    assert [each.interval for each in others] == [10, 1]
    assert {each.owner for each in (*lanes, *others)} == {"archive.org"}


def test_a_host_that_stumbles_is_asked_more_slowly_and_slowly_faster_again() -> None:
    world = World(TROUBLE, *[OK] * 40)
    for _ in range(30):
        world.ask(OTHER)
    gaps = [later - earlier for earlier, later in itertools.pairwise(world.sent)]

    assert gaps[0] == 0.25  # the answer was not there yet
    assert gaps[1:3] == pytest.approx([0.5, 0.45])
    assert gaps[1:] == sorted(gaps[1:], reverse=True)
    assert gaps[-1] == pytest.approx(0.25)


@pytest.mark.parametrize("workers", [1, 8, 32])
@pytest.mark.parametrize(("url", "minute"), [(INDEX, 24), (REPLAY, 480), (OTHER, 240)])
def test_no_window_holds_more_requests_than_the_ceiling_whatever_the_workers(
    url: str, minute: int, workers: int
) -> None:
    # A thread that the machine holds up between its turn and its sending is late by the world's sleeping, which takes
    # no time at all: so what counts is the moment that the turn was given for, the last that the thread was told.
    world, told, sent = World(), threading.local(), list[float]()

    def clock() -> float:
        told.moment = world.time
        return world.time

    def send(_: Request) -> Response:
        sent.append(told.moment)
        return OK

    world.paced = Paced(Service(send), clock=clock, sleep=world.sleep, now=lambda: NOW)
    total = minute * 2

    def work() -> None:
        for _ in range(total // workers):
            world.ask(url)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert len(sent) == total // workers * workers
    sent.sort()
    assert all(later - earlier >= 60 - 1e-6 for earlier, later in zip(sent, sent[minute:], strict=False))


@given(st.text(max_size=40))
def test_any_retry_after_is_read_or_ignored(text: str) -> None:
    seconds = retry_after(Response(429, {"retry-after": text}), NOW)

    assert seconds is None or seconds >= 0
