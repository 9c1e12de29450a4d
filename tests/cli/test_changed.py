"""Only what a pull request touches: articles, registries and recorded answers that changed since a commit of git."""

import json
import subprocess
from pathlib import Path

import pytest

from verifier.outputs import formats

from .bridge import CLEAN, REGISTRY, run


def git(*arguments: str) -> None:
    who = ("-c", "user.name=n", "-c", "user.email=n@courier.example")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(here: Path) -> Path:
    """Return the current folder, a repository whose branch left main with three articles in folders of their own."""
    for name in ("one", "two", "three"):
        (here / name).mkdir()
        (here / name / "a.txt").write_text(CLEAN)
        (here / name / "references.toml").write_text(REGISTRY)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "articles")
    git("checkout", "-q", "-b", "work")
    return here


def verified(here: Path, *argv: str) -> list[str]:
    """Return the paths of the articles that were verified."""
    run("one", "two", "three", "--offline", "-q", "--changed-since", "main", *argv)
    return [each["path"] for each in json.loads((here / "reports/report.json").read_text())["articles"]]


def test_only_articles_that_changed_since_a_branch_are_verified(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [] == verified(repository)
    assert "verify: no article, registry or recorded answer changed since main" in capsys.readouterr().err
    (repository / "one/a.txt").write_text(f"{CLEAN}\n")
    git("commit", "-q", "-a", "-m", "one")
    assert ["one/a.txt"] == verified(repository)
    (repository / "two/references.toml").write_text(f"{REGISTRY}\n")
    assert ["one/a.txt", "two/a.txt"] == verified(repository)
    (repository / "three/store").mkdir()
    (repository / "three/store/answer.json").write_text("{}")
    assert ["one/a.txt", "two/a.txt", "three/a.txt"] == verified(repository, "--only", "numbering")


def test_what_the_other_branch_changed_meanwhile_is_not_this_ones(repository: Path) -> None:
    git("checkout", "-q", "main")
    (repository / "one/a.txt").write_text(f"{CLEAN}\n")
    git("commit", "-q", "-a", "-m", "meanwhile")
    git("checkout", "-q", "work")

    assert [] == verified(repository)


def test_a_changed_file_of_sources_beside_the_article_counts(repository: Path) -> None:
    (repository / "two/refs.bib").write_text("@book{a, title = {T}}\n")

    assert ["two/a.txt"] == verified(repository)


def test_a_run_without_articles_ends_well_in_every_format(repository: Path) -> None:
    flags = [argument for name in formats() for argument in ("-f", f"{name}:out/{name}")]

    assert 0 == run("one", "--offline", "-q", "--changed-since", "main", *flags)
    assert [] == json.loads((repository / "out/sarif").read_text())["runs"][0]["results"]
    assert "No article was verified." in (repository / "out/text").read_text()


@pytest.mark.parametrize(
    ("ref", "told"), [("none", 'git knows no commit "none"'), ("--upload-pack=x", "git knows no commit")]
)
def test_a_ref_that_git_does_not_know_exits_2(
    repository: Path, capsys: pytest.CaptureFixture[str], ref: str, told: str
) -> None:
    assert 2 == run("one", "--offline", f"--changed-since={ref}")
    assert told in capsys.readouterr().err


def test_a_folder_that_is_no_repository_exits_2(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(CLEAN)

    assert 2 == run("a.txt", "--offline", "--changed-since", "main")
    assert "lies in no git repository" in capsys.readouterr().err
