"""What a program cannot see, a person has looked at: it is settled until a day, and told with their name."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from verifier.cli import main
from verifier.model.outcome import FOUND, INCOMPLETE, OK

from .sites import STATUSES, Sites, sites

SEEN = 'rules = ["{rule}"]\nreason = "Read it in a browser, p. 4"\nby = "m.ito"\nuntil = 2027-02-28\n'
BY_HAND = 'as = "checked-by-hand"\non = 2026-10-30\n'


@pytest.fixture
def web() -> Iterator[Sites]:
    with sites() as found:
        yield found


def run(folder: Path, web: Sites, waivers: str, *options: str, kinds: tuple[str, ...] = ("refused", "circle")) -> int:
    """Check links of these kinds; the report is in out/."""
    urls = [f"http://127.0.0.{place}:{web.port}/{kind}/a" for place, kind in enumerate(kinds, 1)]
    cited = "".join(f'\n[[reference]]\nid = "r{place}"\nurl = "{url}"\n' for place, url in enumerate(urls, 1))
    head = 'schema = 1\n\n[article]\npath = "article.txt"\n'
    (folder / "references.toml").write_text(head + cited + waivers.replace("PORT", str(web.port)), "utf-8")
    (folder / "article.txt").write_text("The ferry sails.[1]\n\nReferences\n\n1. A paper.\n", "utf-8")
    allowed = [part for url in urls for part in ("--allow-host", url.split("/")[2])]
    common = ("article.txt", "--only", "live", "-q", "--reports-dir", "out")
    return main([*common, "--now", "2026-11-01", *allowed, *options])


def report(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "out" / "report.json").read_text("utf-8"))
    return found


def waiver(target: str, rule: str = "link-dead", kind: str = BY_HAND) -> str:
    return f"\n[[waiver]]\n{target}\n{SEEN.format(rule=rule)}{kind}"


def test_a_check_by_hand_settles_what_refuses_and_what_is_suspect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, web: Sites
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(tmp_path, web, "") == INCOMPLETE

    assert run(tmp_path, web, waiver('glob = "*:PORT/*"')) == OK
    found = report(tmp_path)
    assert found["run"]["status"] == "complete"
    assert (found["unverified"], found["blocked"], found["suspects"]) == ([], [], [])
    assert [each["used"] for each in found["waivers"]] == [True]
    assert ["r1", "r2"] == [each["reference"] for each in found["by_hand"]]
    assert ("m.ito", "2026-10-30", "2027-02-28") == tuple(found["by_hand"][0][key] for key in ("by", "on", "until"))
    assert found["counts"]["by_outcome"]["by_hand"] == 2
    told = next(each["reason"] for each in found["checks"] if each["outcome"] == "by_hand")
    assert told.startswith("checked by hand by m.ito on 2026-10-30; refuses programs (403)")


def test_every_report_tells_who_has_looked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, web: Sites) -> None:
    monkeypatch.chdir(tmp_path)
    run(tmp_path, web, waiver('glob = "*:PORT/*"'), "-f", "text:out/a.txt", "-f", "junit:out/a.xml")

    for name in ("report.md", "report.html", "a.txt", "a.xml"):
        told = (tmp_path / "out" / name).read_text("utf-8").replace("\\", "")
        assert "checked by hand by m.ito on 2026-10-30" in told, name


def test_a_claim_is_counted_as_seen_by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, web: Sites) -> None:
    monkeypatch.chdir(tmp_path)
    claim = '\n[[claim]]\nid = "ferry"\ntext = "The ferry sails."\nmarkers = ["1"]\ncites = ["{}"]\n'

    for kind, reference in (("refused", "r1"), ("gone", "r1")):  # no answer, and a finding that is waived
        run(tmp_path, web, claim.format(reference) + waiver('claim = "ferry"'), kinds=(kind,))
        found = report(tmp_path)
        assert {"claims": 1, "verified_today": 0, "from_cache": 0, "by_hand": 1, "unchecked": 0} == found["coverage"]
        assert not found["findings"]


@pytest.mark.parametrize(
    ("waivers", "says"),
    [
        (waiver('glob = "*:PORT/*"', kind=""), "a waiver alone is no look at the page"),
        (waiver('glob = "*:PORT/*"', rule="citation-undefined"), "a look at another thing"),
        (waiver('url = "http://127.0.0.1:PORT/refused/a"'), "only one of them was looked at"),
        (waiver('glob = "*:PORT/*"').replace("2027-02-28", "2026-10-31"), "the day is over"),
    ],
)
def test_what_was_not_looked_at_stays_open(
    waivers: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, web: Sites
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run(tmp_path, web, waivers, "--fail-on", "never") == INCOMPLETE, says
    assert {"r2"} <= {each["reference"] for each in report(tmp_path)["unverified"]}


def test_a_dead_link_that_refuses_later_is_not_called_fixed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, web: Sites
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(tmp_path, web, "", "--history", "history.jsonl", kinds=("gone",)) == FOUND

    monkeypatch.setitem(STATUSES, "gone", 403)
    assert run(tmp_path, web, waiver('glob = "*:PORT/*"'), "--history", "history.jsonl", kinds=("gone",)) == OK
    assert not report(tmp_path)["fixed"]
