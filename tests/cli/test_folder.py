"""Articles of a folder: what is verified of them, and what becomes of those that cannot be read."""

import json
from pathlib import Path

import pytest

from .bridge import CLEAN, run

LOST = "Rye fell [1]. Oats rose [3].\n\nReferences\n1. Doe, Rye.\n2. Roe, Oats.\n"


@pytest.fixture
def folder(here: Path) -> Path:
    made = here / "many"
    made.mkdir()
    (made / "a.txt").write_text(CLEAN)
    (made / "binary.txt").write_bytes(b"\x89PNG\0\0")
    (made / "empty.md").write_text("")
    return made


def test_what_cannot_be_read_does_not_stop_the_others_and_is_listed(
    folder: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("many", "--offline") == 3

    report = json.loads((here / "reports/report.json").read_text())
    assert [each["path"] for each in report["articles"]] == ["many/a.txt"]
    assert [(each["article"], each["check"], each["reason"]) for each in report["unverified"]] == [
        ("many/binary.txt", "article", "is binary"),
        ("many/empty.md", "article", "is empty"),
    ]
    assert report["run"]["reasons"] == ["article, 1 file: is binary", "article, 1 file: is empty"]
    assert "  many/binary.txt: article: is binary\n" in capsys.readouterr().out
    assert "- many/binary.txt, article: is binary" in (here / "reports/report.md").read_text()
    assert "many/binary.txt" in (here / "reports/report.html").read_text()


def test_what_was_named_and_cannot_be_read_is_an_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("many", "many/binary.txt", "--offline") == 2
    assert "many/binary.txt: is binary" in capsys.readouterr().err


def test_a_folder_without_any_readable_article_is_an_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").unlink()

    assert run("many", "--offline") == 2
    assert "is empty" in capsys.readouterr().err


def test_what_to_do_first_names_the_articles(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "b.txt").write_text(LOST)
    (folder / "c.txt").write_text(LOST)

    assert run("many", "--offline") == 1
    assert "  1. many/b.txt, many/c.txt: Restore the list from the original page.\n" in capsys.readouterr().out
