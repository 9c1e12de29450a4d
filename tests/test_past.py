"""Earlier runs: what is new, still there, fixed and flapping; and what no run may conclude from silence."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import Job, open_transport, verify
from verifier.errors import InputError
from verifier.model.outcome import KnownRow
from verifier.model.past import Past, Scope
from verifier.model.report import Report
from verifier.past import baseline, difference, history, known
from verifier.pipeline.triage import settled

SOUND = """A bridge

It opened on 3 May 2019.[1] It closed on 4 May 2020.[2]

References

1. Bell, Ann (4 May 2019). "Bridge opens". Ellin Courier. Retrieved 5 May 2019. http://courier.example/opens
2. Reed, Tom (5 May 2020). "Bridge closes". Tarn Herald. Retrieved 6 May 2020. http://herald.example/closes
"""
BROKEN = SOUND.replace(".[2]", ".[2] It fell.[4]")
WORSE = BROKEN.replace(".[4]", ".[4] It rose.[5]")


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def of(text: str, day: int = 1, name: str = "a.txt", **options: Any) -> Report:
    Path(name).write_text(text)
    job = Job(name, None, open_transport("store", offline=True))
    options.setdefault("shown", {"citation-undefined"})
    return verify([job], today=dt.date(2026, 11, day), offline=True, **options)


def after(*runs: Report) -> Past:
    """Return the past after these runs, as a history would tell it."""
    lines = ""
    for number, run in enumerate(runs, 1):
        past, _ = history.parse(lines.encode(), "h")
        lines += history.line(run, past, run["run"]["now"] or f"2026-10-{number:02}")
    past, warnings = history.parse(lines.encode(), "h")
    assert warnings == []
    return past


def states(report: Report) -> dict[str, str]:
    return {each["message"].split(" ")[0]: each["state"] for each in report["findings"] if each["severity"] == "error"}


def test_a_finding_is_new_once_and_then_still_there_since_its_first_day() -> None:
    report = settled(of(WORSE, 2), fail_on="error", past=after(of(BROKEN, 1)))

    assert states(report) == {"[4]": "still", "[5]": "new"}
    assert {each["message"][:3]: each["first_seen"] for each in report["findings"] if each["severity"] == "error"} == {
        "[4]": "2026-11-01",
        "[5]": None,
    }
    assert [run["error"] for run in report["trend"]] == [1, 2]


def test_what_is_gone_is_fixed_and_told_with_its_words() -> None:
    report = settled(of(SOUND, 2), fail_on="error", past=after(of(BROKEN, 1)))

    (row,) = [each for each in report["fixed"] if each["severity"] == "error"]
    assert (row["rule"], row["first_seen"]) == ("citation-undefined", "2026-11-01")
    assert row["message"].startswith("[4] ")
    assert report["counts"]["fixed"] == len(report["fixed"])


def _with(report: Report, **run: object) -> Report:
    return {**report, "run": {**report["run"], **run}}  # type: ignore[typeddict-item]


@pytest.mark.parametrize(
    "blind",
    [
        lambda: _with(of(SOUND, 2), status="outage"),
        lambda: of(SOUND, 2, topics=("registry",)),
        lambda: of(SOUND, 2, shown={"url-malformed"}),
        lambda: of(SOUND, 2, name="b.txt"),
    ],
)
def test_a_run_that_did_not_look_calls_nothing_fixed(blind: Any) -> None:
    assert settled(blind(), fail_on="error", past=after(of(BROKEN, 1)))["fixed"] == []


@pytest.mark.parametrize(
    "blind",
    [
        lambda: of(SOUND, 2, topics=("registry",)),
        lambda: of(SOUND, 2, shown={"url-malformed"}),
        lambda: of(SOUND, 2, name="b.txt"),
    ],
)
def test_a_run_that_did_not_look_makes_nothing_new_and_hides_nothing_fixed(blind: Any) -> None:
    past = after(of(BROKEN, 1), blind())

    assert states(settled(of(BROKEN, 3), fail_on="error", past=past)) == {"[4]": "still"}
    assert [each["rule"] for each in settled(of(SOUND, 3), fail_on="error", past=past)["fixed"]] == [
        "citation-undefined"
    ]


def test_a_reference_without_an_answer_is_not_fixed() -> None:
    row: KnownRow = {
        "id": "1", "rule": "archive-absent", "kind": "archive", "severity": "error", "article": "a.txt",
        "claim": None, "reference": "courier", "message": "absent", "first_seen": None,
    }  # fmt: skip
    seen = Scope(frozenset({"a.txt"}), frozenset({"archive"}))

    assert seen.saw(row)
    assert not Scope(seen.articles, seen.topics, None, frozenset({("a.txt", "courier", "archive")})).saw(row)
    assert Scope(seen.articles, seen.topics, None, frozenset({("a.txt", "courier", "live")})).saw(row)


def test_a_finding_that_comes_and_goes_flaps() -> None:
    past = after(of(BROKEN, 1), of(SOUND, 2), of(BROKEN, 3), of(SOUND, 4))

    calm = settled(of(BROKEN, 3), fail_on="error", past=after(of(BROKEN, 1), of(SOUND, 2)))
    flapping = settled(of(BROKEN, 5), fail_on="error", past=past)
    assert not any(each["flapping"] for each in calm["findings"])
    (row,) = [each for each in flapping["findings"] if each["rule"] == "citation-undefined"]
    assert (row["flapping"], row["state"], row["first_seen"]) == (True, "new", "2026-11-01")


def test_a_trend_shows_the_last_twelve_runs() -> None:
    past = after(*(of(BROKEN, day) for day in range(1, 15)))

    assert [run["now"] for run in settled(of(SOUND, 20), fail_on="error", past=past)["trend"]] == [
        *(f"2026-11-{day:02}" for day in range(4, 15)),
        "2026-11-20",
    ]


def test_the_baseline_does_not_fail_and_what_is_new_does() -> None:
    debt = known.rows(of(BROKEN, 1))

    old = settled(of(BROKEN, 2), fail_on="new", accepted=debt)
    worse = settled(of(WORSE, 2), fail_on="new", accepted=debt)
    assert (old["run"]["exit_code"], old["summary"]["findings"]["error"]) == (0, 0)
    assert old["summary"]["baselined"] == old["counts"]["baselined"] == len(old["findings"])
    assert states(worse) == {"[4]": "baselined", "[5]": "new"}
    assert worse["run"]["exit_code"] == 1
    assert {each["first_seen"] for each in old["findings"]} == {"2026-11-01"}


def test_a_new_symptom_of_an_accepted_cause_counts() -> None:
    report = of(BROKEN)
    cause, symptom = (
        report["findings"][0],
        {**report["findings"][0], "id": "f" * 16, "caused_by": report["findings"][0]["id"]},
    )
    folded: Report = {**report, "findings": [cause, symptom]}  # type: ignore[list-item]

    made = settled(folded, fail_on="new", accepted={cause["id"]: known.rows(report)[cause["id"]]})

    assert made["findings"][1]["caused_by"] is None
    assert made["run"]["exit_code"] == 1


def test_a_baseline_is_read_as_it_was_written() -> None:
    rows = known.rows(of(WORSE))

    text = baseline.dump(rows.values())
    assert baseline.parse(text.encode(), "b.json") == rows
    assert len(text.splitlines()) == len(rows) + 2
    assert baseline.dump(reversed(list(rows.values()))) == text
    assert baseline.parse(baseline.dump([]).encode(), "b.json") == {}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "b.json: is no JSON"),
        (b"[" * 100_000, "b.json: is no JSON"),
        (b"\xff", "b.json: is no JSON"),
        (b"[]", 'b.json: is no baseline: it has no list of "findings"'),
        (b'{"version": 2, "findings": []}', "b.json: has version 2, and this version of verify reads 1"),
        (b'{"findings": []}', "b.json: has version null"),
        (b'{"version": 1, "findings": [3]}', "b.json: finding 1 is no object"),
        (b'{"version": 1, "findings": [{"id": 3}]}', 'b.json: finding 1 has no text as "id"'),
    ],
)
def test_what_is_no_baseline_is_refused_with_its_place(data: bytes, told: str) -> None:
    with pytest.raises(InputError) as caught:
        baseline.parse(data, "b.json")

    assert caught.value.message.startswith(told)
    assert "verify baseline update --accept-new" in caught.value.hint


@pytest.mark.parametrize(
    "damaged",
    [
        b"\x00\xff",
        b"{",
        b"[]",
        b"3",
        b'{"version": 1}',
        b'{"version": 2, "status": "complete"}',
        b'{"version":1,"now":"x","status":"outage","counts":{},"articles":[],"topics":[],"rules":null,"unseen":[],"findings":[]}',
    ],
)
def test_a_damaged_line_is_left_out_and_the_rest_is_used(damaged: bytes) -> None:
    good = history.line(of(BROKEN, 1), Past(), "2026-11-01").encode()

    past, warnings = history.parse(good + damaged + b"\n" + good, "h.jsonl")

    assert len(past.runs) == 2
    assert warnings == ["h.jsonl:2: this line is no run of the history and is left out"]


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_are_a_history_or_warnings(data: bytes) -> None:
    past, _ = history.parse(data, "h")

    assert past.runs == ()


def test_a_line_tells_the_rest_of_a_finding_once() -> None:
    first = of(BROKEN, 1)
    past = after(first)

    line = json.loads(history.line(of(WORSE, 2), past, "2026-11-02"))

    assert [row["message"][:3] for row in line["first"] if row["severity"] == "error"] == ["[5]"]
    assert {identifier for identifier, _ in line["findings"]} >= {*known.rows(first)}


def test_a_difference_tells_new_fixed_still_and_another_severity() -> None:
    old, new = of(BROKEN), of(SOUND.replace(".[2]", ".[2] It rose.[5]"))
    softer = of(BROKEN)
    softer["findings"] = [{**each, "severity": "note"} for each in softer["findings"]]

    told = "\n".join(difference.told(difference.between(old, new)))
    assert told.startswith("1 new, 1 fixed, ")
    assert "New:\n  a.txt: error: [5] " in told
    assert "Fixed:\n  a.txt: error: [4] " in told
    assert "(was error)" in "\n".join(difference.told(difference.between(old, softer)))
    nothing = "0 new, 0 fixed, 1 still there, 0 flapping, 0 of another severity, 0 not compared."
    assert [*difference.told(difference.between(old, old))] == [nothing]


def test_a_difference_never_shows_an_outage_as_fixed_or_broken() -> None:
    whole, out = of(BROKEN), _with(of(SOUND), status="outage")

    for old, new in ((whole, out), (out, whole)):
        made = difference.between(old, new)
        assert not made.new
        assert not made.fixed
        assert len(made.not_compared) == 1
