"""The whole product against a real archive: pywb, in the shape of the Wayback Machine, with captures from two WARCs."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from verifier.cli import main
from verifier.cli import save as saving

from . import realarchive
from .realarchive import FRESH, LOST, PLAN

ABSENT = "http://example.com/never-captured"
ARTICLE = f"""The plan was approved in 2020.<ref>{{{{cite news |title=Harbour plan approved |newspaper=The Courier
|url={PLAN} |archive-url=https://web.archive.org/web/20200102030405/{PLAN} |archive-date=2 January 2020}}}}</ref>
It was packed a year later.<ref>{{{{cite news |title=Harbour plan approved at last |newspaper=The Courier
|url={PLAN} |archive-url=https://web.archive.org/web/20210102030405/{PLAN} |archive-date=2 January 2021}}}}</ref>
One page is gone.<ref>{{{{cite news |title=Harbour plan is gone |newspaper=The Courier |url={PLAN}-gone
|archive-url=https://web.archive.org/web/20200102030405/{PLAN}-gone |archive-date=2 January 2020}}}}</ref>
One has moved.<ref>{{{{cite news |title=Harbour plan has been approved |newspaper=The Courier |url={PLAN}-old
|archive-url=https://web.archive.org/web/20200102030405/{PLAN}-old |archive-date=2 January 2020}}}}</ref>
"""
OUTLET = '\n[[outlet]]\nnames = ["The Courier"]\nhosts = ["courier.example"]\n'
PATTERN = 'articles = ["https://courier.example/news/{slug}/"]\n'
LOST_ROW = '\n[[reference]]\nid = "lost"\ntitle = "Council approves the new harbour plan"\noutlet = "The Courier"\n'
FRESH_ROW = f'\n[[reference]]\nid = "fresh"\ntitle = "Fresh page of the harbour board"\nurl = "{FRESH}"\n'
KEYS = {"IA_ACCESS_KEY_ID": "AKEY123", "IA_SECRET_ACCESS_KEY": "s3cr3t-s3cr3t"}


@dataclass(frozen=True)
class Served:
    """The archive's address in the shape of the Wayback Machine, and HOST:PORT of bare pywb."""

    url: str
    bare: str


@pytest.fixture(scope="module")
def archive(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    wayback = realarchive.command()
    if wayback is None:
        pytest.skip("no pywb: install it in a virtual environment of its own, and set VERIFY_PYWB to its wayback")
    pytest.importorskip("warcio", reason='no warcio: pip install -e ".[integration]"')
    folder = tmp_path_factory.mktemp("pywb")
    own = folder / "own.warc.gz"
    realarchive.write_warc(own)
    realarchive.lay_out(folder, wayback, [shared / "data/archives/pywb-fixture/fixtures.warc.gz", own])
    with realarchive.running(folder, wayback) as (url, bare):
        yield Served(url, bare)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def verify(archive: Served, *argv: str) -> int:
    return main([*argv, "--wayback-url", archive.url])


def verdicts(folder: str) -> list[tuple[str, str]]:
    report = json.loads(Path(folder, "report.json").read_text("utf-8"))
    return [(each["archive"]["verdict"], each["archive"]["reason"]) for each in report["references"] if each["archive"]]


def same(first: str, second: str) -> None:
    """Compare reports, but for the word that tells whether the run was online."""
    for name in ("report.json", "report.md", "report.html"):
        online, offline = (Path(folder, name).read_bytes().replace(b"online", b"offline") for folder in (first, second))
        assert online == offline, name


def read_rows(shared: Path) -> list[dict[str, str]]:
    table = (shared / "data/archives/pywb-fixture/expected.tsv").read_text("utf-8").splitlines()
    return list(csv.DictReader(table, delimiter="\t"))


def write_registry(rows: list[dict[str, str]], base: str, extra: str = "") -> None:
    """Write a registry that cites the snapshots of the table below this address, and an article."""
    text = [f'schema = 1\n\n[article]\npath = "a.txt"\n{extra}']
    for number, row in enumerate(rows):
        snapshot, title = f"{base}{row['timestamp']}/{row['url']}", json.dumps(row["citation_title"])
        text.append(f'[[reference]]\nid = "r{number:02}"\ntitle = {title}\narchive_url = "{snapshot}"\n')
    Path("references.toml").write_text("\n".join(text), "utf-8")
    Path("a.txt").write_text("A harbour\n\nThe plan was approved.\n", "utf-8")


def test_every_snapshot_of_the_fixture_has_its_verdict_and_offline_the_same(
    archive: Served, here: Path, shared: Path
) -> None:
    rows = read_rows(shared)
    write_registry(rows, "https://web.archive.org/web/")
    asked = ["--only", "archive", "-q", "--now", "2026-11-24"]

    assert verify(archive, *asked, "--reports-dir", "online") in (1, 3)
    assert main([*asked, "--offline", "--reports-dir", "offline"]) in (1, 3)

    expected = [(row["verdict"], row["reason"] or {"absent": "two-witnesses"}.get(row["verdict"], "")) for row in rows]
    assert verdicts("online") == expected
    same("online", "offline")


def test_bare_pywb_is_an_archive_of_the_registry_and_its_silence_proves_nothing(
    archive: Served, here: Path, shared: Path
) -> None:
    rows = read_rows(shared)
    base = f"http://{archive.bare}/web/"
    own = f'\n[[archive]]\nname = "Town Library"\nhosts = ["127.0.0.1"]\ntimemap = "{base}timemap/link/"\n'
    write_registry(rows, base, own)

    asked = ["--only", "archive", "-q", "--now", "2026-11-24", "--allow-host", archive.bare]
    assert main([*asked, "--reports-dir", "online"]) in (1, 3)

    silent = ("absent", "excluded")  # pywb answers 404 to both
    assert [found for found, _ in verdicts("online")] == [
        "unknown" if row["verdict"] in silent else row["verdict"] for row in rows
    ]


def test_from_an_article_to_a_checked_registry(
    archive: Served, here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("harbour.wiki").write_text(ARTICLE, "utf-8")

    assert main(["init", "harbour.wiki", "--offline"]) == 0
    assert verify(archive, "record", "--only", "archive") == 0  # nobody is asked but this archive
    assert main(["--only", "archive", "-q", "--offline", "--require-fixtures"]) == 1
    rules = [each["rule"] for each in json.loads(Path("reports/report.json").read_text("utf-8"))["findings"]]
    assert rules
    assert "recording-missing" not in rules
    assert verify(archive, "--only", "archive", "-q", "--reports-dir", "online", "--now", "2026-11-24") == 1
    assert main(["--only", "archive", "-q", "--offline", "--reports-dir", "offline", "--now", "2026-11-24"]) == 1
    assert verdicts("online") == [
        ("present", ""),
        ("present", ""),
        ("error-capture", "status-410"),
        ("redirect-ok", "moved"),
    ]
    same("online", "offline")


def test_a_lost_page_is_found_and_a_live_one_saved(
    archive: Served, here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    dates = "published = 2019-03-03\narchived = 2019-03-05\n"
    head = 'schema = 1\n\n[article]\npath = "a.txt"\n'
    Path("references.toml").write_text(f"{head}{OUTLET}{PATTERN}{LOST_ROW}{dates}{FRESH_ROW}", "utf-8")
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(saving, "_PAUSE", 0.1)

    assert verify(archive, "find", "--accept") == 0
    assert verify(archive, "save", "fresh", "--accept") == 0

    written = Path("references.toml").read_text("utf-8")
    assert f'url = "{LOST}"\narchive_url = "https://web.archive.org/web/20190305081500/{LOST}"\n{dates}' in written
    assert f'archive_url = "https://web.archive.org/web/20261120100000/{FRESH}"\narchived = 2026-11-20\n' in written
    kept = b"".join(each.read_bytes() for each in here.rglob("*") if each.is_file())
    told = capsys.readouterr()
    assert all(value.encode() not in kept and value not in told.out + told.err for value in KEYS.values())
