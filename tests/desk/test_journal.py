"""Decisions in the registry: each at once and whole, nothing else changed, none lost, and every one taken back."""

import datetime as dt
import stat
import threading
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.bread import REGISTRY, TODAY, journal, kept
from verifier.desk.journal import ChangedError, Entry, Journal
from verifier.errors import InputError, RegistryError, ReportError
from verifier.model.decision import Cite, Decision, Fill, Passage, Place, Waive
from verifier.registry.decide import decided, seal

RYE = Passage("rye", "Rye came on 3 May 2019.", ("1",))
WHEAT = Passage("wheat", "Wheat came on 4 June 2020.", ("2",))
OATS = Passage("oats-came-last", "Oats came last.", ("1",))
WAIVER = Waive(WHEAT, ("claim-unresolved",), "Checked in print, page 4", "m.ito", dt.date(2027, 2, 28))


def take(made: Journal, decision: Decision) -> Entry:
    """Decide as somebody does who sees what the registry says now."""
    return made.decide(decision, seal(tomllib.loads(made.text()), decision))


def read(folder: Path) -> str:
    return (folder / "references.toml").read_bytes().decode("utf-8")


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


@pytest.mark.parametrize(
    "decision",
    [
        Cite(RYE, "gazette"),
        Cite(WHEAT, "gazette"),
        Cite(OATS, "courier"),
        WAIVER,
        Fill("courier", "url", "https://a.test/"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_decision_is_taken_back_to_the_byte(decision: Decision, end: str, mark: str, tmp_path: Path) -> None:
    registry = mark + REGISTRY.replace("\n", end)
    made = kept(tmp_path, registry)

    entry = take(made, decision)
    assert registry != read(tmp_path)
    assert end == "\n" or "\n" not in read(tmp_path).replace("\r\n", "")
    made.undo(entry.number)

    assert registry == read(tmp_path)
    with pytest.raises(ChangedError, match="taken back already"):
        made.undo(entry.number)


def test_an_older_decision_is_taken_back_under_a_newer_one(tmp_path: Path) -> None:
    made = kept(tmp_path)
    first = take(made, Fill("courier", "url", "https://a.test/"))
    take(made, WAIVER)

    made.undo(first.number)

    found = tomllib.loads(read(tmp_path))
    assert "url" not in found["reference"][0]
    assert 1 == len(found["waiver"])


def test_lines_that_have_changed_since_are_not_taken_back(tmp_path: Path) -> None:
    made = kept(tmp_path)
    entry = take(made, Fill("courier", "url", "https://a.test/"))
    changed = read(tmp_path).replace("https://a.test/", "https://b.test/")
    (tmp_path / "references.toml").write_text(changed, encoding="utf-8")

    with pytest.raises(ChangedError, match="have changed since"):
        made.undo(entry.number)

    assert changed == read(tmp_path)


def test_two_editors_who_decide_on_one_claim_do_not_overwrite_each_other(tmp_path: Path) -> None:
    first, second = kept(tmp_path), journal(tmp_path)
    seen = seal(tomllib.loads(REGISTRY), Cite(RYE, "gazette"))
    first.decide(Cite(RYE, "gazette"), seen)
    after = read(tmp_path)

    with pytest.raises(ChangedError, match="nothing was written"):
        second.decide(Cite(RYE, "courier", drop=True), seen)

    assert after == read(tmp_path)


def test_two_editors_who_decide_on_different_things_both_have_their_way(tmp_path: Path) -> None:
    first, second = kept(tmp_path), journal(tmp_path)
    values = tomllib.loads(REGISTRY)

    first.decide(Cite(RYE, "gazette"), seal(values, Cite(RYE, "gazette")))
    second.decide(WAIVER, seal(values, WAIVER))

    found = tomllib.loads(read(tmp_path))
    assert ["courier", "gazette"] == found["claim"][0]["cites"]
    assert 1 == len(found["waiver"])


def test_many_editors_at_once_lose_no_decision(tmp_path: Path) -> None:
    kept(tmp_path)
    passages = [Passage(f"claim-{number}", f"Bread number {number}.", ("1",)) for number in range(24)]
    values = tomllib.loads(REGISTRY)

    def editor(mine: list[Passage]) -> None:
        own = journal(tmp_path)
        for passage in mine:
            own.decide(Cite(passage, "courier"), seal(values, Cite(passage, "courier")))

    threads = [threading.Thread(target=editor, args=(passages[start::4],)) for start in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    found = {each["id"] for each in tomllib.loads(read(tmp_path))["claim"]}
    assert {each.id for each in passages} <= found
    assert ["a.txt", "references.toml"] == sorted(each.name for each in tmp_path.iterdir())


def test_what_somebody_writes_in_an_editor_meanwhile_stays(tmp_path: Path) -> None:
    made = kept(tmp_path)
    seen = seal(tomllib.loads(REGISTRY), Cite(RYE, "gazette"))
    (tmp_path / "references.toml").write_text(REGISTRY + "# a thought\n", encoding="utf-8")

    made.decide(Cite(RYE, "gazette"), seen)

    assert read(tmp_path).endswith("# a thought\n")
    assert '"gazette",' in read(tmp_path)


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (Cite(RYE, "nobody"), "no reference has that id"),
        (Fill("nobody", "url", "https://a.test/"), "any more"),
        (Waive(WHEAT, ("no-such-rule",), WAIVER.reason, WAIVER.by, WAIVER.until), "no rule has the id"),
        (Waive(WHEAT, WAIVER.rules, "short", WAIVER.by, WAIVER.until), "10 characters"),
        (Waive(WHEAT, WAIVER.rules, WAIVER.reason, WAIVER.by, dt.date(2099, 1, 1)), "365 days"),
    ],
)
def test_what_would_break_the_registry_is_refused_and_nothing_written(
    decision: Decision, words: str, tmp_path: Path
) -> None:
    made = kept(tmp_path)

    with pytest.raises(RegistryError, match=words):
        take(made, decision)

    assert REGISTRY == read(tmp_path)
    assert [] == made.entries


def test_who_may_read_the_registry_stays_as_it_was(tmp_path: Path) -> None:
    made = kept(tmp_path)
    (tmp_path / "references.toml").chmod(0o600)

    take(made, WAIVER)

    assert 0o600 == stat.S_IMODE((tmp_path / "references.toml").stat().st_mode)


def test_a_registry_that_is_broken_or_gone_is_said_to_be(tmp_path: Path) -> None:
    made = kept(tmp_path)
    (tmp_path / "references.toml").write_text("schema = 1\n[[claim]\n", encoding="utf-8")
    with pytest.raises(RegistryError, match="not valid TOML"):
        made.decide(WAIVER, "")
    (tmp_path / "references.toml").unlink()
    with pytest.raises(InputError, match="does not exist"):
        made.text()


def test_a_folder_that_cannot_be_written_is_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = kept(tmp_path)

    def full(*_: object, **__: object) -> None:
        raise ReportError("references.toml: cannot be written (no space left on device)")

    monkeypatch.setattr("verifier.desk.journal.files.write_atomically", full)
    with pytest.raises(ReportError, match="no space left"):
        take(made, WAIVER)

    assert REGISTRY == read(tmp_path)
    assert [] == made.entries


def test_a_registry_written_inline_is_left_to_its_editor() -> None:
    text = 'schema = 1\nwaiver = []\nclaim = [{id = "wheat", text = "Wheat"}]\n'

    with pytest.raises(RegistryError, match="written inline"):
        decided(text, WAIVER)


_ODD = (
    '[[reference]]\nid = "courier"\ntitle = """\n[[reference]]\n"""\n',
    'reference = [{id = "courier"}, {id = "gazette", url = "x"}]\n',
    '[[reference]]\n"id" = "courier" # [[claim]]\n',
    "[[reference]]\nid = 'courier'\n\n\n# the end",
    '[[ "reference" ]]\nid = "courier"\n[[reference.more]]\nx = 1\n',
    '[[reference]]\nid\\\n = "courier"',
    '[[reference]]\nid = "courier"',
)


@pytest.mark.parametrize("text", _ODD)
@pytest.mark.parametrize("decision", [Fill("courier", "url", "https://a.test/"), Cite(RYE, "courier"), WAIVER])
def test_an_odd_registry_takes_the_decision_or_refuses_it_with_words(text: str, decision: Decision) -> None:
    try:
        before = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    try:
        made = tomllib.loads(decided(text, decision))
    except RegistryError as error:
        assert error.hint
        return

    made.pop("claim", None)
    made.pop("waiver", None)
    if isinstance(decision, Fill):
        assert "https://a.test/" == made["reference"][0].pop("url")
    assert before == made


_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=20)


@settings(deadline=None)
@given(words=_TEXT, reason=_TEXT, by=_TEXT, url=_TEXT, comment=st.text("#é \"'[]=", max_size=8))
def test_whatever_is_decided_is_what_is_read_back(words: str, reason: str, by: str, url: str, comment: str) -> None:
    text = REGISTRY + f"# {comment}"
    passage = Passage("new", words, (words,))
    for decision in (Cite(passage, "courier"), Fill("courier", "url", url), Waive(passage, ("x",), reason, by, TODAY)):
        made = decided(text, decision)

        found: Any = tomllib.loads(made)
        assert [line for line in text.split("\n") if line not in made.split("\n")] == []
        if isinstance(decision, Fill):
            assert url == found["reference"][0]["url"]
        else:
            assert words == found["claim"][-1]["text"]
        if isinstance(decision, Waive):
            assert (reason, by, TODAY) == tuple(found["waiver"][-1][key] for key in ("reason", "by", "until"))
        text = made
