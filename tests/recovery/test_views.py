"""Several lists: what one of them lost is told of that list, and the others stay as they are."""

import datetime as dt
from pathlib import Path

import pytest

from recovery.diary import DEEDS, PLACES, days, entry, written
from verifier import api, proposals
from verifier.model.report import Report

DAYS = days(48)
TODAY = dt.date(2026, 11, 26)


def told(first: int, last: int) -> str:
    """Return a chapter that tells the days `first` to `last`, numbered from 1."""
    return "\n\n".join(
        f"On {written(DAYS[number - 1])} the {PLACES[(number - 1) % len(PLACES)]} {DEEDS[number % len(DEEDS)]}."
        f"[{number - first + 1}]"
        for number in range(first, last + 1)
    )


def listed(first: int, last: int, lost: tuple[int, ...] = ()) -> str:
    kept = [number for number in range(first, last + 1) if number not in lost]
    return "\n".join(f"{label}. {entry(number, DAYS[number - 1])}" for label, number in enumerate(kept, 1))


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    """The report on two chapters, the second of which lost the sources of its days 6, 12 and 16."""
    monkeypatch.chdir(tmp_path)
    chapters = (
        f"Part one\n\n{told(1, 24)}\n\nReferences\n\n{listed(1, 24)}",
        f"Part two\n\n{told(25, 48)}\n\nReferences\n\n{listed(25, 48, (30, 36, 40))}",
    )
    Path("town.txt").write_text("Chronicle of a town\n\n" + "\n\n".join(chapters) + "\n", encoding="utf-8")
    job = api.Job("town.txt", None, api.open_transport("store", offline=True))
    return api.verify([job], today=TODAY, offline=True)


def test_the_list_that_lost_entries_is_the_one_root_cause(report: Report) -> None:
    (root,) = [each for each in report["findings"] if each["caused_by"] is None and each["severity"] == "error"]
    folded = [each for each in report["findings"] if each["caused_by"] == root["id"]]

    assert root["rule"] == "list-truncated"
    assert root["message"].startswith("part 2: the list lost at least 3 of 24 entries")
    assert {each["rule"] for each in folded} == {"citation-misnumbered", "citation-undefined"}
    assert report["articles"][0]["diagnosis"]["kind"] == "list-truncated"
    assert report["articles"][0]["diagnosis"]["text"].startswith(
        "Of the list of part 2: The list lost at least 3 of 24"
    )


def test_its_numbers_are_led_to_their_entries_and_the_others_left_alone(report: Report) -> None:
    rows = [marker for claim in report["articles"][0]["claims"] for marker in claim["markers"]]
    first, second = rows[:24], rows[24:]
    true = {7: "6", 8: "7", 11: "10", 13: "11", 15: "13", 17: "14", 24: "21"}

    assert {row["state"] for row in first} == {"printed"}
    assert true == {number: second[number - 1]["recovered"] for number in true}
    assert {"wrong"} == {second[number - 1]["state"] for number in (6, 12, 16)}
    entries = report["articles"][0]["entries"]
    assert [each["number"]["value"] for each in entries[:24]] == [None] * 24
    assert [each["number"]["value"] for each in entries[24:31]] == ["1", "2", "3", "4", "5", "7", "8"]


def test_a_registry_is_not_drafted_from_numbers_that_lead_astray(report: Report) -> None:
    text = proposals.draft("town.txt", "references.toml", api.open_transport("store", offline=True)).text

    assert text is not None
    assert text.count("not sure; the list it leads to lost or gained entries") == 24
    assert text.count('cites = ["') == 24
