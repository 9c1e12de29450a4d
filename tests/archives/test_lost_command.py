"""The command that finds lost addresses: offline as online, and nothing is written that was not accepted."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from verifier.cli import main
from verifier.lost import search
from verifier.registry.parse import parse
from verifier.web.recorder import Recorder
from verifier.web.store import Replay

from .lost_pages import ARTICLES, GUESS, GUESSED, LOST, OUTLET, TAKEN, TODAY, Anything


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a registry, and a store in which the search was recorded."""
    text = f'schema = 1\n\n[article]\npath = "a.txt"\n\n{OUTLET}{ARTICLES}{LOST}'
    (tmp_path / "references.toml").write_text(text, "utf-8")
    now = dt.datetime(2026, 5, 12, 23, 52, 58, tzinfo=dt.UTC)
    recorder = Recorder(Anything(GUESSED), str(tmp_path / "store"), now=lambda: now, warn=print)
    known = parse(text.encode(), "references.toml", today=TODAY)
    online = list(search.search(known, search.wanted(known), recorder, 60))
    offline = list(search.search(known, search.wanted(known), Replay(str(tmp_path / "store")), 60))
    assert online == offline
    monkeypatch.chdir(tmp_path)
    yield tmp_path


def test_offline_the_command_finds_the_same_and_writes_only_what_is_accepted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "references.toml").read_text("utf-8")

    assert main(["find", "--offline"]) == 0
    first = capsys.readouterr().out
    assert main(["find", "--offline", "plan"]) == 0

    assert capsys.readouterr().out == first
    assert f"archive_url = https://web.archive.org/web/{TAKEN}/{GUESS}" in first
    assert "1 page found of 1 looked for" in first
    assert (folder / "references.toml").read_text("utf-8") == before

    assert main(["find", "--offline", "--accept"]) == 0
    added = f'url = "{GUESS}"\narchive_url = "https://web.archive.org/web/{TAKEN}/{GUESS}"\n'
    expected = before.replace("published = 2019-03-03", f"{added}published = 2019-03-03")
    assert (folder / "references.toml").read_text("utf-8") == expected
    assert main(["find", "--offline"]) == 0
    assert "0 pages found of 0 looked for" in capsys.readouterr().out


def test_what_is_not_recorded_is_told_and_nothing_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f'schema = 1\n[article]\npath = "a.txt"\n\n{OUTLET}{ARTICLES}{LOST}'
    (tmp_path / "references.toml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)

    assert main(["find", "--offline"]) == 0
    out = capsys.readouterr().out
    assert "plan: not found" in out
    assert "is not recorded" in out
    assert main(["find", "--offline", "nobody"]) == 2
    assert main(["find", "--offline", "--max-requests", "0"]) == 2
    assert main(["find", "--registry", "nowhere.toml", "--offline"]) == 2
