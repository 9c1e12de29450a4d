"""Decisions in the registry: each at once and whole, and nothing else changed."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from desk.bread import OATS, REGISTRY, RYE, WAIVER, WHEAT, kept, read, take
from verifier.model.decision import Cite, Decision, Fill, Place, Waive


@pytest.mark.parametrize(
    ("decision", "old", "new"),
    [
        (Cite(RYE, "gazette"), '    "courier", # sure\n', '    "courier", # sure\n    "gazette",\n'),
        (Cite(RYE, "gazette", instead="courier"), '"courier", # sure', '"gazette", # sure'),
        (Cite(WHEAT, "gazette"), 'id = "wheat"\n', 'id = "wheat"\ncites = ["gazette"]\n'),
        (
            Fill("courier", "url", "https://courier.example/rye"),
            'id = "courier"     # the old one\n',
            'id = "courier"     # the old one\nurl = "https://courier.example/rye"\n',
        ),
        (
            Fill("gazette", "url", "https://gazette.example/new"),
            "'http://gazette.example/old'",
            '"https://gazette.example/new"',
        ),
    ],
)
def test_a_decision_changes_its_own_line_and_nothing_else(
    decision: Decision, old: str, new: str, tmp_path: Path
) -> None:
    made = kept(tmp_path)

    entry = take(made, decision)

    assert REGISTRY.replace(old, new) == read(tmp_path)
    added = [line[1:] for line in entry.diff.split("\n")[2:] if line.startswith("+")]
    assert added
    assert all(line in new or line in read(tmp_path) for line in added)


def test_a_claim_that_the_registry_lacks_is_added(tmp_path: Path) -> None:
    made = kept(tmp_path)

    take(made, Cite(OATS, "courier"))

    added = '\n[[claim]]\nid = "oats-came-last"\ntext = "Oats came last."\nmarkers = ["1"]\ncites = ["courier"]\n'
    assert REGISTRY + added == read(tmp_path)


def test_a_reference_that_is_dropped_is_gone(tmp_path: Path) -> None:
    made = kept(tmp_path)

    take(made, Cite(RYE, "courier", drop=True))

    assert [] == tomllib.loads(read(tmp_path))["claim"][0]["cites"]


def test_a_waiver_is_a_block_at_the_end_with_reason_name_and_day(tmp_path: Path) -> None:
    made = kept(tmp_path)

    take(made, WAIVER)

    assert read(tmp_path) == REGISTRY + (
        '\n[[waiver]]\nclaim = "wheat"\nrules = ["claim-unresolved"]\nreason = "Checked in print, page 4"\n'
        'by = "m.ito"\nuntil = 2027-02-28\n'
    )


def test_a_waiver_may_be_about_an_address_or_a_file(tmp_path: Path) -> None:
    made = kept(tmp_path)

    for place in (Place("url", "http://gazette.example/old"), Place("glob", "a.txt")):
        take(made, Waive(place, ("list-truncated",), WAIVER.reason, WAIVER.by, WAIVER.until))

    found = tomllib.loads(read(tmp_path))["waiver"]
    assert ["http://gazette.example/old", None] == [each.get("url") for each in found]
    assert [None, "a.txt"] == [each.get("glob") for each in found]


def test_checked_by_hand_is_a_waiver_that_says_so(tmp_path: Path) -> None:
    made = kept(tmp_path)

    take(made, Waive(OATS, WAIVER.rules, WAIVER.reason, WAIVER.by, WAIVER.until, checked=dt.date(2026, 11, 24)))

    found = tomllib.loads(read(tmp_path))
    assert ("checked-by-hand", dt.date(2026, 11, 24)) == (found["waiver"][0]["as"], found["waiver"][0]["on"])
    assert "oats-came-last" == found["claim"][-1]["id"]
