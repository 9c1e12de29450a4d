"""The README is true: its examples, help texts and tables are what the program prints. `--accept` rewrites them."""

import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from verifier import api, archives, articles, fixes, inputs, reporters
from verifier.archives import Archive
from verifier.articles import Parser
from verifier.cli import main
from verifier.fixes import Fix
from verifier.inputs import Input
from verifier.parts import discover
from verifier.registry.parse import parse
from verifier.reporters import Reporter

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"<!-- (example|help|table): ([^>]+) -->\n(.*?)<!-- end -->", re.S)


def _printed(argv: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    main(argv)
    return capsys.readouterr().out


def _fenced(text: str) -> str:
    return f"```text\n{text}```\n"


def _rules() -> str:
    rows = [f"| `{rule.id}` | {rule.severity.value} | {rule.summary} |" for rule in api.known_rules()]
    return "\n".join(["| rule | severity | reports |", "|---|---|---|", *rows, ""])


def _parts(head: str, rows: list[tuple[str, str]]) -> str:
    return "\n".join([f"| {head} | |", "|---|---|", *(f"| `{name}` | {summary} |" for name, summary in rows), ""])


TABLES: dict[str, Callable[[], str]] = {
    "rules": _rules,
    "articles": lambda: _parts("reader", [(each.name, each.summary) for each in discover(articles, "PARSER", Parser)]),
    "archives": lambda: _parts(
        "archive", [(each.name, each.summary) for each in discover(archives, "ARCHIVE", Archive)]
    ),
    "fixes": lambda: _parts("correction", [(each.name, each.summary) for each in discover(fixes, "FIX", Fix)]),
    "inputs": lambda: _parts("input", [(each.name, each.summary) for each in discover(inputs, "INPUT", Input)]),
    "reporters": lambda: _parts(
        "format", [(each.name, each.summary) for each in discover(reporters, "REPORTER", Reporter)]
    ),
}


def _made(kind: str, name: str, capsys: pytest.CaptureFixture[str]) -> str | None:
    if kind == "table":
        return TABLES[name]()
    if name.startswith("verify "):
        return _fenced(_printed(name.split()[1:], capsys))
    return None


def test_examples_help_and_tables_are_what_the_program_gives(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, accept: bool
) -> None:
    monkeypatch.chdir(ROOT)
    text = README.read_text("utf-8")
    for part in BLOCK.finditer(text):
        made = _made(part[1], part[2], capsys)
        if made is None:
            continue
        if accept:
            text = text.replace(part[0], f"<!-- {part[1]}: {part[2]} -->\n{made}<!-- end -->", 1)
        else:
            assert made.strip() == part[3].strip(), f"{part[1]} {part[2]}: run pytest --accept and read the diff"
    if accept:
        README.write_text(text, "utf-8")


def test_the_registry_of_the_readme_is_valid() -> None:
    shown = re.search(r"<!-- example: registry -->\n```toml\n(.*?)```", README.read_text("utf-8"), re.S)
    assert shown is not None
    rules = {rule.id for rule in api.known_rules()}

    registry = parse(shown[1].encode(), "references.toml", today=dt.date(2026, 11, 24), rules=rules)

    assert ["council-approval"] == [claim.id for claim in registry.claims]
    assert registry.waivers[0].rules == ("source-lag-outlier",)


def test_what_the_readme_says_of_single_numbers_is_what_the_report_says() -> None:
    (article,) = json.loads((ROOT / "reports/report.json").read_text("utf-8"))["articles"]
    markers = {each["label"]: each for claim in article["claims"] for each in claim["markers"]}
    text = " ".join(README.read_text("utf-8").split())

    assert (
        "`[9]` means is on its card in `reports/report.html`: its own entry is lost, with a probability of 0.95" in text
    )
    assert "its own entry is lost (probability 0.95)" in markers["9"]["evidence"]
    assert "`[11]` means entry 5." in text
    assert "5" == markers["11"]["recovered"]


def test_every_link_of_the_readme_leads_to_a_file() -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)\)", README.read_text("utf-8"))

    assert links
    assert [] == [link for link in links if not (ROOT / link).exists()]


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = re.search(r"&& \.venv/bin/(python -m pytest)\n", README.read_text("utf-8"))

    assert command is not None
    assert f"\n{command[1]} " in (ROOT / ".ci/run").read_text("utf-8")
