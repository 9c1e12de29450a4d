"""A thousand faulted exchanges of many kinds: none makes a statement that is not true."""

import csv
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from verifier.archives import Archive, memento, wayback
from verifier.errors import Unreachable, VerifierError
from verifier.model.evidence import ArchiveVerdict
from verifier.model.registry import Reference
from verifier.web import Response

from . import test_memento as elsewhere_in
from .faults import KINDS
from .scripted import (
    CANARY,
    FAR,
    FAR_MOMENT,
    MOVED,
    NEAR,
    NEAR_MOMENT,
    NOT_ARCHIVED,
    PAGE,
    Answers,
    Scripted,
    at,
    capture,
    elsewhere,
    exact,
    index,
    nearest,
    page,
    redirected,
    snapshot,
)
from .test_arrival import LONG, RYE, RYE_PAGE, plays
from .wire import load

TIMES = 1000
NO_STATEMENT = (ArchiveVerdict.UNKNOWN, ArchiveVerdict.EXCLUDED)
WAYBACK: dict[str, tuple[str, Answers]] = {
    "present": ("present", {at(): plays(RYE_PAGE)}),
    "present-near": ("near", {at(): elsewhere(NEAR), at(stamp=NEAR): plays(RYE_PAGE, NEAR_MOMENT)}),
    "wrong-date": ("far", {**CANARY, at(): elsewhere(FAR), exact(): index()}),
    "absent": ("absent", {**CANARY, at(): NOT_ARCHIVED, exact(): index(), nearest(): index()}),
    "redirect-ok": ("moved", redirected(MOVED, plays(RYE_PAGE))),
    "redirect-bad": ("lost", {**CANARY, **redirected(MOVED, NOT_ARCHIVED)}),
    "error-capture": ("error", {at(): capture(404)}),
    "soft-404": ("soft", {at(): plays(f"<title>Page not found</title>{LONG}</html>")}),
    "excluded": ("excluded", {at(): page("This URL has been excluded from the Wayback Machine")}),
}
MEMENTO: dict[str, tuple[str, Answers]] = {
    "present": ("present", {elsewhere_in.at(): plays(RYE_PAGE)}),
    "wrong-date": (
        "far",
        {elsewhere_in.at(): elsewhere_in.NOTHING, elsewhere_in.LIST: elsewhere_in.timemap(FAR_MOMENT)},
    ),
    "unknown": ("nothing", {elsewhere_in.at(): elsewhere_in.NOTHING, elsewhere_in.LIST: elsewhere_in.timemap()}),
}
WORLDS: list[tuple[Archive, str, str, Answers]] = [
    *((wayback.ARCHIVE, snapshot(), verdict, answers) for verdict, (_, answers) in WAYBACK.items()),
    *((memento.ARCHIVE, elsewhere_in.CITED, verdict, answers) for verdict, (_, answers) in MEMENTO.items()),
]


def look(archive: Archive, url: str, answers: Answers) -> tuple[ArchiveVerdict, list[str]]:
    transport = Scripted(answers)
    lookup = archive.look(Reference("a", 1, url=PAGE, title=RYE, archive_url=url), transport)
    return lookup.verdict, transport.asked


def faulted(answers: Answers, url: str, kind: str, chance: Random) -> Answers:
    answer = answers[url]
    assert isinstance(answer, Response)
    return {**answers, url: KINDS[kind](chance, answer)}


def test_a_thousand_faulted_exchanges_make_no_false_statement() -> None:
    seen: Counter[str] = Counter()
    false = []
    for number in range(TIMES):
        chance = Random(number)
        kind = sorted(KINDS)[number % len(KINDS)]
        archive, url, truth, answers = chance.choice(WORLDS)
        clean, asked = look(archive, url, answers)
        assert clean == truth
        verdict, _ = look(archive, url, faulted(answers, chance.choice(asked), kind, chance))
        seen[kind] += 1
        seen[f"said {'nothing' if verdict in NO_STATEMENT else 'the truth'}"] += 1
        if verdict not in (truth, *NO_STATEMENT):
            false.append((number, kind, truth, verdict))

    assert false == []
    assert len(KINDS) >= 25
    assert all(seen[kind] >= TIMES // len(KINDS) for kind in KINDS)
    assert seen["said nothing"] > TIMES // 2


@pytest.mark.parametrize("kind", KINDS)
def test_the_fault_of_the_first_answer_is_never_presence_or_absence(kind: str) -> None:
    for archive, url, _, answers in WORLDS:
        _, asked = look(archive, url, answers)
        broken = faulted(answers, asked[0], kind, Random(kind))
        verdict, _ = look(archive, url, broken)

        assert broken == answers or verdict not in (ArchiveVerdict.PRESENT, ArchiveVerdict.ABSENT)


REPLAY: dict[str, Response | VerifierError] = {
    "absent": NOT_ARCHIVED,
    "capture": plays(RYE_PAGE),
    "403": Response(403, {}, b"no"),
    "404": Response(404, {}, b"no"),
    "429": Response(429),
    "503": Response(503),
    "empty": Response(200),
    "HTML": Response(200, {"content-type": "text/html"}, b"<p>Maintenance"),
    "cut": Unreachable("incomplete"),
    "null": Response(200, {"content-type": "application/json"}, b"null"),
    "other": Response(302, {"location": "https://web.archive.org/"}),
    "timeout": Unreachable("no", kind="timeout"),
}
INDEX: dict[str, Response | VerifierError] = {
    **REPLAY,
    "absent": index(),
    "capture": index(FAR),
    "other": index(text="org,example)/x 20110101000000 http://example.org/x text/html 200 " + "A" * 32 + " 99\n"),
}


@pytest.mark.parametrize("health", [CANARY, {}], ids=["healthy", "not asked"])
def test_two_witnesses_make_absence_in_one_cell_of_144(health: Answers) -> None:
    said = {}
    for playback, first in REPLAY.items():
        for listing, second in INDEX.items():
            answers = {**health, at(): first, exact(): second if listing != "capture" else index(), nearest(): second}
            lookup = wayback.ARCHIVE.look(Reference("a", 1, archive_url=snapshot()), Scripted(answers))
            said[playback, listing] = f"{lookup.verdict}/{lookup.reason}"

    assert [cell for cell, name in said.items() if name == "absent/two-witnesses"] == [("absent", "absent")]
    assert {cell[0] for cell, name in said.items() if name.startswith("absent")} == {"absent"}
    assert {cell[0] for cell, name in said.items() if name.startswith("present")} == {"capture"}
    if not health:
        assert [cell for cell, name in said.items() if name == "absent/single-witness"] == []


def test_hostile_answers_are_neither_a_capture_nor_absence(shared: Path) -> None:
    folder = shared / "data/hostile/http"
    rows = list(csv.DictReader((folder / "index.tsv").read_text("utf-8").splitlines(), delimiter="\t"))
    told = []
    for row in rows:
        answer = _played((folder / f"{row['name']}.http").read_bytes())
        for answers in ({at(): answer}, {**CANARY, at(): NOT_ARCHIVED, exact(): answer, nearest(): answer}):
            lookup = wayback.ARCHIVE.look(Reference("a", 1, archive_url=snapshot()), Scripted(answers))
            told.append(lookup.name)
            assert not lookup.name.startswith(("present", "error-capture", "soft-404", "wrong", "redirect"))

    assert len(rows) == 38
    assert "absent/two-witnesses" not in told


def _played(data: bytes) -> Response | VerifierError:
    try:
        return load(data, 1_000_000)
    except Unreachable as error:
        return error
