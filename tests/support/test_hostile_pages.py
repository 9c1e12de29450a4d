"""Hostile pages as recorded snapshots: the whole command, offline, never takes one of them for support."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from verifier.model.outcome import FOUND
from verifier.web import Request, Response, record

CLAIM, RUSSIAN = "The minister resigned on Monday.", "Министр подал в отставку в понедельник."
STAMP, WHEN = "20200102030405", "Thu, 02 Jan 2020 03:04:05 GMT"
EXPECTED = {  # classes of expected.tsv, and the verdicts that say so
    "confirmed": {"supported"},
    "confirmed-with-note": {"partial"},
    "not-found": {"not-found", "contradicted"},
    "review": {"not-judged", "partial"},
    "unknown": {"not-judged", "page-unavailable"},
    "bad-capture": {"page-unavailable"},
}
NOTICE = "p04"  # which an archive shows in the place of a capture
SECONDS = 120  # for all pages together, on a busy machine
CONTROLS = ("p00", "p01", "p14")  # where "unknown" is no answer


def write(folder: Path, name: str, body: bytes) -> None:
    """Write an article with one claim, its registry, and a store in which the page is the recorded snapshot."""
    claim = RUSSIAN if name.startswith("p11") else CLAIM
    url = f"http://daily.example/{name}"
    folder.mkdir()
    (folder / "article.txt").write_text(f"{claim}[1]\n\nReferences\n\n1. Example Times.\n", "utf-8")
    (folder / "references.toml").write_text(
        f'schema = 1\n\n[article]\npath = "article.txt"\n\n[[reference]]\nid = "times"\nentry = "1"\nurl = "{url}"\n'
        f'archive_url = "https://web.archive.org/web/{STAMP}/{url}"\n\n'
        f'[[claim]]\nid = "resigned"\ntext = "{claim}"\nmarkers = ["1"]\ncites = ["times"]\n',
        "utf-8",
    )
    asked = Request(f"https://web.archive.org/web/{STAMP}id_/{url}")
    headers = {"content-type": "text/html"} | ({} if name.startswith(NOTICE) else {"memento-datetime": WHEN})
    answer = Response(200, headers, body, recorded="2026-11-01T10:00:00Z")
    files = {"/".join(record.place(asked)): record.dump(asked, answer), **record.files_of(asked, answer)}
    for place, data in files.items():
        (folder / "store" / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / "store" / place).write_bytes(data)


@pytest.fixture(scope="module")
def rows(shared: Path) -> dict[str, set[str]]:
    """Give the names of the pages with the classes that are right for them."""
    lines = (shared / "data/hostile/expected.tsv").read_text("utf-8").splitlines()
    found = {Path(name).stem: row for name, *row in (line.split("\t") for line in lines) if name.startswith("pages/")}
    return {name: set(row[2].split("|")) for name, row in found.items()}


@pytest.fixture(scope="module")
def finished(
    shared: Path, rows: dict[str, set[str]], tmp_path_factory: pytest.TempPathFactory
) -> tuple[subprocess.CompletedProcess[str], dict[str, Any]]:
    """Give the run of the command over all pages at once, and its report."""
    folder = tmp_path_factory.mktemp("hostile")
    for name in rows:
        write(folder / name, name, (shared / "data/hostile/pages" / f"{name}.html").read_bytes())
    articles = (f"{name}/article.txt" for name in sorted(rows))
    command = [sys.executable, "-m", "verifier", *articles, "--offline", "--only", "archive,support"]
    made = subprocess.run(
        [*command, "--reports-dir", "out"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    return made, json.loads((folder / "out" / "report.json").read_text("utf-8"))


def test_the_run_ends_in_time_with_findings_and_no_trace(
    finished: tuple[subprocess.CompletedProcess[str], dict[str, Any]], rows: dict[str, set[str]]
) -> None:
    made, report = finished

    assert made.returncode == FOUND
    assert "Traceback" not in made.stdout + made.stderr
    assert len(report["articles"]) == len(rows) == 17
    lost = [each for each in report["findings"] if each["rule"] == "archive-soft-404"]
    assert {Path(each["path"]).parent.name[:3] for each in lost} == {"p02", "p03", "p16"}


def test_no_hostile_page_is_taken_for_support_and_each_says_why(
    finished: tuple[subprocess.CompletedProcess[str], dict[str, Any]], rows: dict[str, set[str]]
) -> None:
    judged = {Path(each["path"]).parent.name: each["claims"][0]["support"] for each in finished[1]["articles"]}

    assert judged.keys() == rows.keys()
    assert judged["p09-meta-refresh"][0]["why"] == "the page shows only 1 word"
    for name, allowed in rows.items():
        (found,) = judged[name]
        verdicts = set().union(*(EXPECTED[each] for each in allowed))
        if not name.startswith(CONTROLS):
            verdicts |= EXPECTED["unknown"] | EXPECTED["review"]
        assert found["verdict"] in verdicts, (name, found)
        assert found["reason"], name
        assert found["why"], name
        assert "confirmed" in allowed or found["verdict"] != "supported", name


def test_a_notice_of_exclusion_is_no_page_and_no_absence(
    finished: tuple[subprocess.CompletedProcess[str], dict[str, Any]],
) -> None:
    (notice,) = (each for each in finished[1]["references"] if each["article"].startswith(NOTICE))

    assert (notice["archive"]["verdict"], notice["archive"]["reason"]) == ("excluded", "owner")
