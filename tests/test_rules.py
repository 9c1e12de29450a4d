"""Each rule on folders of its own: articles on which it fires, and look-alikes on which it must stay quiet.

``tests/rules/<rule>/fires*`` holds ``article.*`` in any format, perhaps ``references.toml`` and ``store/``, and
``expected.txt``: one line for each finding of that rule, as "line:column: severity: message", those of the article
first and waived ones last. ``quiet*`` holds no expectation. ``format-in.txt`` names the reader where it is not to be
guessed; wikitext in a folder named ``*_parsoid`` is numbered as Parsoid does, and in one named ``*_required`` recorded
answers are required; ``history.jsonl`` holds earlier runs. ``pytest --accept`` writes what is found.
"""

import datetime as dt
from pathlib import Path

import pytest

from verifier import api, ledger
from verifier.model.report import FindingRow

HERE = Path(__file__).parent / "rules"
TODAY = dt.date(2026, 11, 24)
KINDS = ("fires", "quiet")
FOLDERS = sorted(path for path in HERE.glob("*/*") if path.is_dir())
MODULES = sorted(rule.check.__module__.rpartition(".")[2] for rule in api.known_rules())


def name(folder: Path) -> str:
    return folder.relative_to(HERE).as_posix()


def found_in(rule: str, numbering: str, required: bool) -> list[str]:
    """Return the findings of the rule on the article in the current folder, folded and waived ones too, as lines."""
    registry = "references.toml" if Path("references.toml").exists() else None
    (article,) = Path().glob("article.*")
    job = api.Job(article.name, registry, api.open_transport("store", offline=True))
    reader = Path("format-in.txt").read_text("utf-8").strip() if Path("format-in.txt").exists() else None
    past = ledger.earlier("history.jsonl", pytest.fail)
    report = api.verify(
        [job],
        today=TODAY,
        offline=True,
        format_in=reader,
        numbering=numbering,
        require_fixtures=required,
        heartbeat=ledger.heartbeat(past, offline=True) if Path("history.jsonl").exists() else None,
    )
    findings = [*report["findings"], *(each["finding"] for each in report["waived"])]
    return [line(each) for each in findings if each["rule"] == rule]


def line(finding: FindingRow) -> str:
    return f"{finding['line']}:{finding['column']}: {finding['severity']}: {finding['message']}\n"


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_a_rule_fires_or_stays_quiet(folder: Path, accept: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    numbering = "parsoid" if folder.name.endswith("_parsoid") else "legacy"
    found = "".join(found_in(folder.parent.name.replace("_", "-"), numbering, folder.name.endswith("_required")))
    if folder.name.startswith("quiet"):
        assert found == ""
        return
    assert found, "nothing was found"
    expected = Path("expected.txt")
    if accept:
        expected.write_text(found, encoding="utf-8")

    assert expected.read_text(encoding="utf-8") == found


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_has_both_kinds_of_folders(module: str, kind: str) -> None:
    assert list((HERE / module).glob(f"{kind}*/article.*"))


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_every_folder_belongs_to_a_rule_and_is_of_a_kind(folder: Path) -> None:
    assert folder.parent.name in MODULES
    assert folder.name.startswith(KINDS)
    assert (folder / "expected.txt").exists() == folder.name.startswith("fires")
