"""Looking references up: what is fresh comes from memory, what was never answered is asked first, all in order."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from verifier.asking import Desk, known_archives
from verifier.errors import Unreachable
from verifier.model.evidence import ArchiveVerdict
from verifier.model.registry import Reference
from verifier.web import Item, Recall, Request, Response, Result, Tally
from verifier.web.journal import Journal
from verifier.web.memory import Memory
from verifier.web.recorder import Recorder
from verifier.web.store import Replay

DAY = dt.date(2026, 11, 24)
HEADERS = {"memento-datetime": "Thu, 02 Jan 2020 03:04:05 GMT", "content-type": "text/html"}


@dataclass
class Run:
    """A `verifier.web.Online` of one day over a scripted archive; all work is done in turn."""

    folder: Path
    day: dt.date = DAY
    refreshes: bool = False
    cut: str = ""
    answers: dict[str, Response | Unreachable | list[Response]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)

    def __post_init__(self) -> None:
        now = dt.datetime.combine(self.day, dt.time(12), dt.UTC)
        self.journal = Journal(str(self.folder / ".verifier"))
        self.recorder = Recorder(
            _Archive(self), str(self.folder / "store"), now=lambda: now, warn=print, journal=self.journal
        )

    def send(self, request: Request) -> Response:
        return self.recorder.send(request)

    def recall(self) -> Recall:
        return Memory(Replay(str(self.folder / "store")), self.journal)

    def each(
        self, work: Callable[[Item], Result], items: Sequence[Item], url_of: Callable[[Item], str]
    ) -> list[Result]:
        return [work(item) for item in items]

    def stop(self) -> None:
        return

    def finish(self) -> None:
        return

    def verdicts(self, *names: str) -> list[ArchiveVerdict]:
        """Return the verdicts on the snapshots of these pages."""
        desk = Desk(self, known_archives(None), self.day)
        return [each.verdict for each in desk.look_all(references(*names))]


def references(*names: str) -> list[Reference]:
    cited = "https://web.archive.org/web/20200102030405/http://example.org"
    return [Reference(name, 1, archive_url=f"{cited}/{name}") for name in names]


@dataclass
class _Archive:
    run: Run

    def send(self, request: Request) -> Response:
        name = request.url.partition("?")[0].rstrip("/").rpartition("/")[2]
        self.run.asked.append(name)
        page = f"<html><title>{name}</title><p>{f'{name} ' * 600}</html>"
        answer = self.run.answers.get(name, Response(200, HEADERS, page.encode()))
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        if isinstance(answer, Unreachable):
            raise answer
        return answer


def test_what_is_fresh_is_not_asked_and_what_was_never_answered_comes_first(tmp_path: Path) -> None:
    Run(tmp_path, DAY - dt.timedelta(days=300)).verdicts("old")
    Run(tmp_path, DAY - dt.timedelta(days=10)).verdicts("fresh")
    run = Run(tmp_path)

    assert run.verdicts("fresh", "old", "new", "fresh") == [ArchiveVerdict.PRESENT] * 4
    assert run.asked == ["new", "old"]


def test_what_was_unknown_is_asked_again(tmp_path: Path) -> None:
    first = Run(tmp_path, answers={"a": Unreachable("no", kind="timeout")})
    assert first.verdicts("a") == [ArchiveVerdict.UNKNOWN]

    assert Run(tmp_path).verdicts("a") == [ArchiveVerdict.PRESENT]


def test_refreshing_asks_all_but_what_needs_no_answer(tmp_path: Path) -> None:
    Run(tmp_path).verdicts("a")
    run = Run(tmp_path, refreshes=True)

    assert run.verdicts("a", "b c") == [ArchiveVerdict.PRESENT, ArchiveVerdict.MALFORMED]
    assert run.asked == ["a"]


@pytest.mark.parametrize("trouble", [Response(429), Response(503), Unreachable("no", kind="refused")])
def test_an_archive_in_trouble_leaves_what_earlier_answers_say(tmp_path: Path, trouble: Response | Unreachable) -> None:
    Run(tmp_path, DAY - dt.timedelta(days=300)).verdicts("a")
    run = Run(tmp_path, answers={"a": trouble, "b": trouble})

    assert run.verdicts("a", "b") == [ArchiveVerdict.PRESENT, ArchiveVerdict.UNKNOWN]
    assert run.asked == ["b", "a"]


ABSENT = Response(404, {}, b"<p>The Wayback Machine has not archived that URL.")
LOGIN = Response(200, {"content-type": "text/html"}, b"<p>Log in to this network")
SILENT = Unreachable("no", kind="timeout")


@pytest.mark.parametrize(
    ("silent", "later", "verdict", "times"),
    [
        (5, LOGIN, ArchiveVerdict.UNKNOWN, 2),
        (5, Response(200, HEADERS), ArchiveVerdict.ABSENT, 2),
        (5, Response(503), ArchiveVerdict.ABSENT, 2),
        (4, LOGIN, ArchiveVerdict.ABSENT, 1),
    ],
)
def test_five_unknowns_in_a_row_repeat_the_canary_once_and_a_wrong_answer_takes_absences_back(
    tmp_path: Path, silent: int, later: Response, verdict: ArchiveVerdict, times: int
) -> None:
    names = [f"silent{place}" for place in range(silent)]
    answers: dict[str, Response | Unreachable | list[Response]] = {
        **dict.fromkeys(names, SILENT),
        "lost": ABSENT,
        "www.nasa.gov": [Response(200, HEADERS), later],
        "this-is-not-real-url.whatever": ABSENT,
        "cdx": Response(200, {"content-type": "text/plain"}),
    }
    run = Run(tmp_path, answers=answers)

    assert run.verdicts("lost", *names) == [verdict, *[ArchiveVerdict.UNKNOWN] * silent]
    assert run.asked.count("www.nasa.gov") == times
    offline = Desk(Replay(str(tmp_path / "store")), known_archives(None), DAY).look_all(references("lost"))
    assert offline[0].verdict is verdict
