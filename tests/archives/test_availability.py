"""One question for all that failed: a hundred lines, answers matched by tag, silence asked once more."""

import json
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import evidence
from verifier.errors import Unreachable, VerifierError
from verifier.model.evidence import Lookup
from verifier.model.registry import Reference, Registry
from verifier.wayback import availability
from verifier.web import Request, Response

from .scripted import CANARY, NOT_ARCHIVED, PAGE, SEEN, Answers, Scripted, at, capture, day, exact, snapshot

URL = "https://archive.org/wayback/available"
VISIT, BEFORE, AFTER = "20191231235959", "20191202030405", "20200301000000"
HELD = {PAGE: {"before": BEFORE, "after": AFTER}}


class Service(Scripted):
    """The availability service beside known answers. `bodies` are the questions; `say` may spoil an answer."""

    def __init__(self, answers: Answers, held: dict[str, dict[str, str]] | None = None) -> None:
        super().__init__(answers)
        self.held = HELD if held is None else held
        self.spoil: list[Response | VerifierError] = []
        self.posts: list[Request] = []

    def send(self, request: Request) -> Response:
        if request.url != URL:
            return super().send(request)
        self.posts.append(request)
        if self.spoil:
            spoilt = self.spoil.pop(0)
            if isinstance(spoilt, VerifierError):
                raise spoilt
            return spoilt
        return reply([self.told(parse_qs(line)) for line in reversed(request.body.decode().split("\n"))])

    def told(self, line: dict[str, list[str]]) -> dict[str, object]:
        stamp = self.held.get(line["url"][0], {}).get(line["closest"][0])
        return result(line["tag"][0], stamp, line["url"][0])


def result(tag: str, stamp: str | None, page: str = PAGE) -> dict[str, object]:
    closest = {
        "available": True,
        "status": "200",
        "timestamp": stamp,
        "url": f"http://web.archive.org/web/{stamp}/{page}",
    }
    return {"tag": tag, "url": page, "archived_snapshots": {"closest": closest} if stamp else {}}


def reply(results: object) -> Response:
    return Response(200, {"content-type": "application/json"}, json.dumps({"results": results}).encode(), recorded=SEEN)


def gathered(service: Service, *references: Reference) -> list[Lookup]:
    registry = Registry("references.toml", None, None, None, references, (), ())
    found = evidence.gather(registry, service, ("archive",))
    return [lookup for _, lookup in found.lookups]


def failed(number: int = 0, page: str = PAGE) -> Reference:
    return Reference(f"r{number}", 1, url=page, accessed=day("2019-12-31"), archive_url=snapshot(page))


def test_the_form_of_a_question_and_the_order_of_what_is_proposed() -> None:
    service = Service({at(): capture(404)})

    (lookup,) = gathered(service, failed())

    (post,) = service.posts
    first, second = (parse_qs(line) for line in post.body.decode().split("\n"))
    assert (post.method, post.headers) == ("POST", (("Wayback-Api-Version", "2"),))
    assert first == {
        "url": [PAGE],
        "timestamp": [VISIT],
        "closest": ["before"],
        "statuscodes": ["200", "203", "206"],
        "tag": ["0-0"],
    }
    assert second["closest"] == ["after"]
    assert [each.new for each in lookup.proposals] == [snapshot(stamp=BEFORE), snapshot(stamp=AFTER)]
    assert service.asked == [at()]
    assert lookup.witnesses[-1].said == f"availability, asked for captures of {PAGE} near {VISIT}: {BEFORE}, {AFTER}"


def test_a_hundred_lines_are_one_question_and_good_snapshots_are_in_none() -> None:
    pages = [f"http://example.org/{number}" for number in range(60)]
    good = "http://example.org/good"
    service = Service({**{at(page): capture(404) for page in pages}, at(good): capture()}, {})

    gathered(service, *(failed(number, page) for number, page in enumerate(pages)), failed(99, good))

    assert [len(each.body.split(b"\n")) for each in service.posts] == [100, 20]
    assert not any(b"good" in each.body for each in service.posts)


@pytest.mark.parametrize(
    "spoilt",
    [
        Response(200, {}, b"Error: no POST data"),
        Response(200, {}, b""),
        reply([]),
        reply([{"tag": "0-0", "url": PAGE}, {"tag": "0-1"}]),
        Response(429),
        Response(503),
        Unreachable("no", kind="timeout"),
    ],
    ids=["no data", "empty", "no result", "failed lines", "429", "503", "timeout"],
)
def test_what_got_no_answer_is_asked_once_more(spoilt: Response | VerifierError) -> None:
    service = Service({at(): capture(404)})
    service.spoil = [spoilt]
    silent = Service({at(): capture(404)})
    silent.spoil = [spoilt] * 9

    (lookup,), (nothing,) = gathered(service, failed()), gathered(silent, failed())

    assert len(service.posts) == len(silent.posts) == 2
    assert lookup.proposal == snapshot(stamp=BEFORE)
    assert nothing.proposal is None
    assert nothing.name == lookup.name == "error-capture/status-404"


@pytest.mark.parametrize(
    "answer",
    [
        result("0-0", AFTER),  # not before
        result("0-0", "20191302030405"),
        result("0-0", BEFORE, "http://example.org/other"),
        {"tag": "0-0", "archived_snapshots": {"closest": {"available": False, "timestamp": BEFORE, "url": PAGE}}},
        {
            "tag": "0-0",
            "archived_snapshots": {"closest": {"available": True, "timestamp": BEFORE, "url": "javascript:1"}},
        },
        {"tag": "0-0", "archived_snapshots": {"closest": [1]}},
        {"tag": "0-0", "archived_snapshots": [1]},
        {"tag": "9-9", "archived_snapshots": {"closest": {"available": True}}},
        ["x"],
    ],
)
def test_an_answer_that_does_not_fit_proposes_nothing(answer: object) -> None:
    service = Service({at(): capture(404)}, {})
    service.spoil = [reply([answer])]

    (lookup,) = gathered(service, failed())

    assert lookup.proposals == ()


KEYS = st.sampled_from(["results", "tag", "archived_snapshots", "closest"])
SCALARS = st.none() | st.booleans() | st.integers() | st.text()


@given(st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner)))
def test_any_json_is_read_without_an_error(value: object) -> None:
    service = Service({})
    service.spoil = [reply(value), Response(200, {}, json.dumps(value).encode())]

    assert not any(availability.hints([(PAGE, VISIT)], service).stamps.values())


def test_an_empty_answer_is_no_proof_and_the_index_is_asked() -> None:
    listing = f"gzip=false&closest={VISIT}"
    service = Service({at(): capture(404)}, {})

    (lookup,) = gathered(service, failed())

    assert any(listing in url for url in service.asked)
    assert lookup.name == "error-capture/status-404"


def test_absence_on_one_witness_is_doubted_where_a_capture_is_named() -> None:
    absent = {**CANARY, at(): NOT_ARCHIVED, exact(): Response(503)}

    (doubted,) = gathered(Service(absent), failed())
    (absence,) = gathered(Service(absent, {}), failed())

    assert doubted.name == "unknown/indexed-but-not-playable"
    assert absence.name == "absent/single-witness"
