"""A page is saved on request: with keys that go nowhere else, to an end, and judged as any other capture."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import api, orders
from verifier.asking import Desk, known_archives
from verifier.cli import main
from verifier.cli import save as command
from verifier.errors import Unreachable, UsageError, VerifierError
from verifier.model.registry import Reference
from verifier.orders import Saved
from verifier.wayback import spn_errors
from verifier.wayback.spn import Credentials
from verifier.wayback.spn_errors import Kind
from verifier.web import Request, Response, Transport
from verifier.web.retry import Retrying

from .scripted import MOVED, NOT_ARCHIVED, PAGE, SEEN, TS, at, capture, elsewhere, page
from .test_arrival import RYE, RYE_PAGE, plays

KEY, SECRET = "AKEY1234567890", "s3cr3t-s3cr3t"
KEYS = Credentials(KEY, SECRET)
SAVE, STATUS, LATEST = (
    "https://web.archive.org/save",
    "https://web.archive.org/save/status/spn2-1",
    f"https://web.archive.org/web/{PAGE}",
)
CITED = Reference("rye", 1, title=RYE, url=PAGE)
STARTED = "20200102030000"
NAMES = st.sampled_from(["message", "status_ext", "timestamp", "url"])
Script = dict[str, list[Response | VerifierError]]


def said(status: int = 200, **fields: object) -> Response:
    return Response(status, {"content-type": "application/json"}, json.dumps(fields).encode(), recorded=SEEN)


ACCEPTED = said(url=PAGE, job_id="spn2-1")
PENDING = Response(200, {}, b'{"job_id": "spn2-1", "status": "pending"}')
DONE = Response(200, {}, json.dumps({"status": "success", "timestamp": TS, "original_url": PAGE}).encode())


def failed(code: str, message: str = "") -> Response:
    return Response(200, {}, json.dumps({"status": "error", "status_ext": code, "message": message}).encode())


class Spn:
    """Save Page Now, and playback. Each URL has its answers in order; the last one stays. `asked` are the requests."""

    def __init__(self, answers: Script) -> None:
        self.answers = answers
        self.asked: list[Request] = []

    def send(self, request: Request) -> Response:
        self.asked.append(request)
        left = self.answers.get(request.url) or [NOT_ARCHIVED]
        answer = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(answer, VerifierError):
            raise answer
        return answer

    @property
    def urls(self) -> list[str]:
        return [each.url for each in self.asked]


def patience(times: int) -> Callable[[], bool]:
    left = iter(range(times))
    return lambda: next(left, None) is not None


def saved(answers: Script, reference: Reference = CITED) -> tuple[Saved, Spn]:
    transport = Spn(answers)
    desk = Desk(transport, known_archives(None))
    return orders.save(reference, KEYS, desk, patience(5), STARTED), transport


def test_a_good_capture_is_proposed_with_its_day() -> None:
    made, transport = saved({SAVE: [ACCEPTED], STATUS: [PENDING, PENDING, DONE], at(): [plays(RYE_PAGE)]})

    assert made.lookup is not None
    assert made.lookup.name == "present"
    assert [(each.field, each.new) for each in made.proposals] == [
        ("archive_url", f"https://web.archive.org/web/{TS}/{PAGE}"),
        ("archived", "2020-01-02"),
    ]
    assert transport.urls == [SAVE, STATUS, STATUS, STATUS, at()]


def test_keys_stand_in_the_orders_alone_and_orders_are_neither_kept_nor_repeated() -> None:
    _, transport = saved({SAVE: [ACCEPTED], STATUS: [DONE], at(): [plays(RYE_PAGE)]})
    order, status, playback = transport.asked

    assert dict(order.headers)["Authorization"] == f"LOW {KEY}:{SECRET}"
    assert b"url=http%3A%2F%2Fexample.org%2Fnews%2Fstory" in order.body
    assert (order.method, order.transient, order.once, status.transient) == ("POST", True, True, True)
    assert not playback.headers
    assert SECRET not in repr(KEYS)


@pytest.mark.parametrize(
    ("played", "name"),
    [
        (plays("<title>Page not found</title>"), "soft-404/phrase-title"),
        (capture(404), "error-capture/status-404"),
        (plays("<title>Volcano erupts in Iceland</title><p>" + "Ash clouds rise. " * 90), "wrong-page/other-title"),
    ],
)
def test_a_save_that_lands_on_another_page_is_not_proposed(played: Response, name: str) -> None:
    made, _ = saved({SAVE: [ACCEPTED], STATUS: [DONE], at(): [played]})

    assert made.lookup is not None
    assert made.lookup.name == name
    assert made.proposals == ()


def test_a_page_that_has_moved_is_proposed_at_its_new_address() -> None:
    answers: Script = {
        SAVE: [ACCEPTED],
        STATUS: [DONE],
        at(): [capture(301, location=at(MOVED))],
        at(MOVED): [plays(RYE_PAGE)],
    }

    made, _ = saved(answers)

    assert made.proposals[0].new == f"https://web.archive.org/web/{TS}/{MOVED}"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("error:not-found", Kind.DEAD),
        ("error:blocked", Kind.REFUSES),
        ("error:too-many-daily-captures", Kind.POLICY),
        ("error:never-heard-of", Kind.UNKNOWN),
    ],
)
def test_an_error_is_explained(code: str, kind: Kind) -> None:
    made, transport = saved({SAVE: [ACCEPTED], STATUS: [failed(code, f"Cannot, {SECRET} {KEY}")]})

    assert made.lookup is None
    assert made.problem == f"{kind} ({code}, Cannot, *** ***)"
    assert transport.urls.count(SAVE) == 1


def test_every_documented_error_has_our_class(shared: Path) -> None:
    read = json.loads((shared / "data/archives/spn2-status-ext.json").read_text("utf-8"))
    classes = {
        "target_dead": Kind.DEAD,
        "target_refuses_archive": Kind.REFUSES,
        "target_trouble": Kind.TROUBLE,
        "policy": Kind.POLICY,
        "archive_trouble_retry": Kind.ARCHIVE,
    }
    for name, kind in classes.items():
        assert {code: spn_errors.kind_of(code) for code in read[name]} == dict.fromkeys(read[name], kind)


@pytest.mark.parametrize(
    "trouble",
    [failed("error:job-failed"), Response(523, {}, b"<html>"), Unreachable("no", kind="timeout")],
    ids=["a failed job", "523", "a timeout"],
)
def test_after_trouble_playback_is_asked_before_it_is_called_not_saved(trouble: Response | VerifierError) -> None:
    answers: Script = {SAVE: [ACCEPTED], STATUS: [trouble], LATEST: [elsewhere(TS)], at(): [plays(RYE_PAGE)]}

    made, transport = saved({**answers})
    missed, _ = saved({**answers, LATEST: [elsewhere("20190101000000")]})

    assert made.proposals[0].new == f"https://web.archive.org/web/{TS}/{PAGE}"
    assert transport.urls == [SAVE, STATUS, LATEST, at()]
    assert missed.lookup is None
    assert missed.problem


def test_a_job_that_does_not_end_is_given_up() -> None:
    made, transport = saved({SAVE: [ACCEPTED], STATUS: [PENDING]})

    assert "not done in time" in made.problem
    assert transport.urls.count(STATUS) == 5


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (said(401, message="You need to be logged in"), "does not accept the keys"),
        (said(429), "asks to slow down"),
        (Response(200, {}, b"<html>"), "not in its usual form"),
        (Response(200, {}, b"[" * 9000), "not in its usual form"),
        (said(job_id="../../x"), "no reason given"),
        (said(job_id=7), "no reason given"),
    ],
)
def test_an_answer_of_another_kind_is_no_job(answer: Response, told: str) -> None:
    made, transport = saved({SAVE: [answer]})

    assert told in made.problem
    assert not [each for each in transport.urls if "/status/" in each]


@pytest.mark.parametrize(
    ("url", "told"),
    [("http://example.org/a?token=x1y2", "captures are public"), ("no address", "its URL cannot be saved")],
)
def test_some_urls_are_not_sent(url: str, told: str) -> None:
    made, transport = saved({}, Reference("rye", 1, url=url))

    assert told in made.problem
    assert transport.asked == []


def test_a_user_name_is_not_sent() -> None:
    _, transport = saved({SAVE: [ACCEPTED], STATUS: [DONE]}, Reference("rye", 1, url="http://me:pw@example.org/a"))

    assert b"pw" not in transport.asked[0].body


def test_an_order_is_not_sent_twice_by_the_retries() -> None:
    spn = Spn({SAVE: [Response(503)]})
    retrying = Retrying(spn, sleep=lambda seconds: None, jitter=lambda: 0.0)

    retrying.send(Request(SAVE, "POST", once=True))

    assert spn.urls == [SAVE]


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A registry in the current folder, keys in the environment, and Save Page Now behind the command."""
    path = tmp_path / "references.toml"
    path.write_text(
        f'schema = 1\n[article]\npath = "a.txt"\n[[reference]]\nid = "rye"\ntitle = "{RYE}"\nurl = "{PAGE}"  # live\n',
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IA_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("IA_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setattr(command, "_PAUSE", 0.0)
    yield path


def opened(answers: Script) -> Callable[..., Transport]:
    return lambda *_args, **_named: Spn(answers)


def test_the_command_writes_what_is_accepted(
    registry: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = registry.read_text("utf-8")
    monkeypatch.setattr(api, "open_transport", opened({SAVE: [ACCEPTED], STATUS: [DONE], at(): [plays(RYE_PAGE)]}))

    assert main(["save", "rye"]) == 0
    assert registry.read_text("utf-8") == before
    assert main(["save", "rye", "--accept"]) == 0

    written = f'archive_url = "https://web.archive.org/web/{TS}/{PAGE}"\narchived = 2020-01-02\n'
    assert registry.read_text("utf-8") == before + written
    told = capsys.readouterr()
    assert "rye: saved; the capture is present" in told.out
    assert SECRET not in told.out + told.err


def test_the_command_tells_why_nothing_was_saved(
    registry: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(api, "open_transport", opened({SAVE: [page("<html>")]}))

    assert main(["save", "rye", "--accept"]) == 3
    assert "rye: not saved" in capsys.readouterr().out
    assert main(["save", "wheat"]) == 2
    assert main(["save"]) == 2
    monkeypatch.delenv("IA_SECRET_ACCESS_KEY")
    assert main(["save", "rye"]) == 2
    assert "IA_SECRET_ACCESS_KEY in the environment" in capsys.readouterr().err


def test_keys_that_cannot_stand_in_a_header_are_refused_unseen() -> None:
    with pytest.raises(UsageError) as error:
        Credentials("a key", f"{SECRET}\r\nX: y")

    assert SECRET not in error.value.message + error.value.hint


@given(st.recursive(st.none() | st.integers() | st.text(), lambda each: st.lists(each) | st.dictionaries(NAMES, each)))
def test_any_json_is_an_answer(value: object) -> None:
    body = json.dumps(value).encode()
    order, _ = saved({SAVE: [Response(200, {}, body)]})
    job, _ = saved({SAVE: [ACCEPTED], STATUS: [Response(200, {}, body)]})

    assert order.problem
    assert job.problem
