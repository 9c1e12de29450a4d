"""Each part: a file named after it, with a docstring, a fixture and a row in the README."""

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from verifier import archives, articles, cli, fixes, inputs, reporters, rules
from verifier.archives import Archive
from verifier.articles import Parser
from verifier.cli import Command
from verifier.fixes import Fix
from verifier.inputs import Input
from verifier.parts import discover
from verifier.reporters import Reporter
from verifier.rules import TOPICS, Rule

HERE = Path(__file__).parent
README = (HERE.parent / "README.md").read_text("utf-8")
FAMILIES: list[tuple[ModuleType, str, type[Any], str]] = [
    (rules, "RULE", Rule, "rules"),
    (fixes, "FIX", Fix, "fixes"),
    (articles, "PARSER", Parser, "articles"),
    (archives, "ARCHIVE", Archive, "archives"),
    (inputs, "INPUT", Input, "inputs"),
    (reporters, "REPORTER", Reporter, "reporters"),
    (cli, "COMMAND", Command, "cli"),
]


def _files(package: ModuleType) -> list[str]:
    folder = Path(package.__path__[0])
    names = [each.stem for each in folder.glob("*.py")] + [each.name for each in folder.glob("*/") if each.is_dir()]
    return sorted(name for name in names if not name.startswith("__"))


@pytest.mark.parametrize(("package", "attribute", "kind", "folder"), FAMILIES)
def test_a_part_is_named_after_its_file_and_described(
    package: ModuleType, attribute: str, kind: type[Any], folder: str
) -> None:
    parts = discover(package, attribute, kind)

    names = [getattr(each, "id", None) or each.name for each in parts]
    assert _files(package) == sorted(name.replace("-", "_") for name in names)
    assert all(f"`{name}`" in README or folder == "cli" for name in names)
    assert all(each.summary for each in parts)


@pytest.mark.parametrize("rule", discover(rules, "RULE", Rule), ids=lambda rule: str(rule.id))
def test_a_rule_says_why_it_matters_and_what_to_do(rule: Rule) -> None:
    for heading in ("Why it matters:", "Remedy:", "Elsewhere:"):
        assert f"\n\n{heading} " in rule.help
    assert rule.topic in TOPICS
    assert not rule.summary.endswith(".")


@pytest.mark.parametrize("package", [package for package, *_ in FAMILIES if package is not cli])
def test_a_part_has_a_folder_of_fixtures(package: ModuleType) -> None:
    family = package.__name__.rpartition(".")[2]
    missing = [name for name in _files(package) if not _has_fixture(family, name)]

    assert [] == missing


def _has_fixture(family: str, name: str) -> bool:
    folder = HERE / family
    if family == "reporters":
        return any((folder / "expected").glob(f"report.{name}.*"))
    return (folder / name).is_dir() or any(folder.glob(f"test_{name}*.py"))


def test_a_family_with_a_file_that_offers_nothing_is_our_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "family").mkdir()
    (tmp_path / "family/__init__.py").write_text("")
    (tmp_path / "family/lame.py").write_text("x = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    family = __import__("family")

    with pytest.raises(TypeError, match=r"family\.lame offers no RULE"):
        discover(family, "RULE", Rule)
