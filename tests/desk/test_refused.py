"""What a registry cannot take is refused with words, whatever it looks like, and nothing is written."""

import datetime as dt
import stat
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.bread import REGISTRY, RYE, TODAY, WAIVER, WHEAT, kept, read, take
from verifier.errors import InputError, RegistryError, ReportError
from verifier.model.decision import Cite, Decision, Fill, Passage, Waive
from verifier.registry.decide import decided


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
