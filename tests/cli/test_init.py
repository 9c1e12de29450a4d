"""Drafting a registry: init fills it, adds to it and keeps what a person wrote."""

from pathlib import Path

import pytest

from .bridge import CLEAN, REGISTRY, run


def test_init_drafts_adds_and_keeps(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(CLEAN)

    assert 0 == run("init", "a.txt")
    said = capsys.readouterr().out
    assert "references.toml: drafted with 2 references and 2 claims" in said
    assert "not filled: 2 of 2 references without archive URL" in said
    drafted = (here / "references.toml").read_text()
    assert 'url = "http://courier.example/opens"' in drafted

    edited = "# my remark\n" + drafted.replace('outlet = "Ellin Courier"', 'outlet = "The Ellin Courier"  # renamed')
    (here / "references.toml").write_text(edited)
    (here / "a.txt").write_text(CLEAN.replace("A bridge\n", "A bridge\n\nIt is of wood.[1]\n"))
    assert 0 == run("init", "a.txt")
    again = (here / "references.toml").read_text()
    assert "added 0 references and 1 claim;" in capsys.readouterr().out
    assert again.startswith(edited.rstrip("\n"))
    assert 'text = "It is of wood."' in again
    assert 0 == run("init", "a.txt")
    assert "nothing to add" in capsys.readouterr().out
    assert again == (here / "references.toml").read_text()


def test_init_refuses_the_registry_of_another_article(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "b.txt").write_text(CLEAN)
    (here / "a.txt").write_text(CLEAN)
    (here / "references.toml").write_text(REGISTRY)

    assert 2 == run("init", "b.txt")
    assert "is about another article (a.txt)" in capsys.readouterr().err
    assert REGISTRY == (here / "references.toml").read_text()


def test_init_of_an_article_without_citations_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text("No citation here.\n")

    assert 2 == run("init", "a.txt")
    assert "no citation was found" in capsys.readouterr().err
    assert not (here / "references.toml").exists()


def test_init_writes_nothing_where_there_is_nothing_to_draft(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "w.txt").write_text("Grain\n\n[1]\n")

    assert 2 == run("init", "w.txt", "--registry", "w.toml")
    assert "not filled: 1 citation stands in no text" in capsys.readouterr().out
    assert not (here / "w.toml").exists()
