"""The pages of docs/: every command in them runs, every link leads somewhere, and the reference leaves nothing out."""

import importlib.util
import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from wikis import Answers, Scripted, newest, parsed, which
from wikis import text as revision

from verifier import api, cli, reporters
from verifier.cli import Command, main
from verifier.model.evidence import ArchiveVerdict
from verifier.model.outcome import OutcomeCounts
from verifier.model.recovery import Class
from verifier.parts import discover
from verifier.reporters import Reporter

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
RUN = re.compile(r"^```sh run(?:: (\d+))?\n(.*?)^```$", re.M | re.S)
BRIDGE = """A bridge

The council approved it on 3 March 2019.[1] It was closed in 2020.[3]

References

1. "Council says yes to the footbridge". Ellin Courier. 3 March 2019. http://courier.example/2019/council-says-yes
"""
RYE = """<div class="mw-parser-output"><p>The rye fell on 3 May 2019.<sup id="cite_ref-1" class="reference">
<a href="#cite_note-1">[1]</a></sup></p><div class="reflist"><ol class="references"><li id="cite_note-1">
<span class="reference-text"><a href="http://courier.example/rye">"Rye falls"</a>. Ellin Courier. 4 May 2019.</span>
</li></ol></div></div>"""


def _shipped(folder: Path) -> None:
    shutil.copytree(ROOT / "articles", folder / "articles")
    shutil.copy(ROOT / "references.toml", folder)


def _bridge(folder: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    registry = re.search(r"<!-- example: registry -->\n```toml\n(.*?)```", readme, re.S)
    assert registry is not None
    (folder / "articles").mkdir()
    (folder / "articles/bridge.txt").write_text(BRIDGE)
    (folder / "references.toml").write_text(registry[1])


def _page(folder: Path) -> None:
    (folder / "page.wiki").write_text('Rye fell.<ref name="a" />\n\n<references />\n')


SETTINGS = {"tutorial": _shipped, "editors": _shipped, "wikipedia": _page, "ci": _bridge}


def commands() -> list[tuple[str, list[tuple[str, int]]]]:
    found = {
        page.stem: [(each[2].strip(), int(each[1] or 0)) for each in RUN.finditer(page.read_text("utf-8"))]
        for page in PAGES
    }
    return [(name, blocks) for name, blocks in found.items() if blocks]


@pytest.mark.parametrize(("page", "blocks"), commands(), ids=lambda value: value if isinstance(value, str) else "")
def test_every_command_of_a_page_runs_in_order_and_ends_as_it_says(
    page: str,
    blocks: list[tuple[str, int]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    SETTINGS.get(page, lambda _: None)(tmp_path)
    answers: Answers = {which("Rye"): newest("Rye", 123), revision(123): parsed("Rye", 123, RYE)}
    online = api.open_transport

    def opened(store: str, *, offline: bool = False, **options: object) -> object:
        import datetime as dt

        from verifier.web.recorder import Recorder

        if offline:
            return online(store, offline=True)
        now = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
        return Recorder(Scripted(answers), store, now=lambda: now, warn=print)

    monkeypatch.setattr(api, "open_transport", opened)
    for command, code in blocks:
        assert _run(command, capsys) == code, command


def _run(command: str, capsys: pytest.CaptureFixture[str]) -> int:
    """Run `verify` here, so that no request leaves; anything else in a shell. Output goes where the command says."""
    words = shlex.split(command)
    if words[0] != "verify":
        return subprocess.run(["sh", "-c", command], check=False, stdout=subprocess.DEVNULL).returncode
    target = words[words.index(">") + 1] if ">" in words else None
    code = main(words[1 : words.index(">")] if target else words[1:])
    written = capsys.readouterr()
    assert "Traceback" not in written.err
    if target:
        Path(target).write_text(written.out)
    return code


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.stem))
def test_every_link_leads_somewhere_and_every_command_is_run(page: Path) -> None:
    text = page.read_text("utf-8")

    links = re.findall(r"\]\((?!https?://|#)([^)#\s]+)", text)
    made = {f"reference/{name}.md" for name in reference().pages()}
    assert [] == [link for link in links if link not in made and not (page.parent / link).exists()]
    shown = re.findall(r"^```(.*)\n(?:verify|grep) ", text, re.M)
    unrun = [each for each in shown if not re.fullmatch(r"sh run(: \d+)?", each)]
    assert unrun == [], "begin a block of commands with ```sh run: CODE, and give the page a setting above"


def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", DOCS / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_tells_every_command_rule_format_verdict_and_key() -> None:
    pages = reference().pages()

    for command in discover(cli, "COMMAND", Command):
        assert f"## verify {command.name}\n" in pages["commands"]
    for rule in api.known_rules():
        assert f"### {rule.id}\n" in pages["rules"]
    for reporter in discover(reporters, "REPORTER", Reporter):
        assert f"## {reporter.name}\n" in pages["formats"]
    for verdict in [*ArchiveVerdict, *Class, *OutcomeCounts.__annotations__]:
        assert f"| `{verdict}` |" in pages["verdicts"]
    schema = json.loads((ROOT / "verifier/report.schema.json").read_text("utf-8"))
    for name, row in schema["$defs"].items():
        assert f"## {name}\n" in pages["schema"]
        assert all(f"| `{key}` |" in pages["schema"] for key in row["properties"])


def test_the_exit_codes_of_the_readme_are_those_of_the_reference() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")

    for code in "01234":
        assert f"| {code} | {reference().EXIT_CODES[code]}" in readme


def test_the_pages_and_the_manual_are_built_without_a_warning(tmp_path: Path) -> None:
    shutil.copytree(DOCS, tmp_path / "docs", ignore=shutil.ignore_patterns("reference", "__pycache__"))
    for builder, made in (("html", "index.html"), ("man", "verify.1")):
        done = subprocess.run(
            [sys.executable, "-m", "sphinx", "-q", "-W", "-b", builder, "docs", builder],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert (tmp_path / builder / made).exists()
    assert r"\-\-offline" in (tmp_path / "man/verify.1").read_text("utf-8")
