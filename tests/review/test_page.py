"""The page as text: what stands on it for reports of every shape."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from verifier.model.evidence import ArchiveVerdict
from verifier.model.report import Report
from verifier.reporters.html import render
from verifier.review import snapshots

from .making import ARTICLE, REGISTRY, changed, made, told


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return made(tmp_path)


def test_a_card_tells_the_dates_with_their_lags_and_the_registrys_address(report: Report) -> None:
    card = told(report, 'id="claim-rye"', "</article>")

    assert "the event on 2019-05-03; published 2019-05-04 (1 day later)" in card
    assert "The registry says source, one" in card
    assert "https://one.example/" in card
    assert "Snapshot missing" in card


def test_two_articles_with_equal_ids_keep_their_own_cards_and_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # reports name files as seen from here
    report = made(tmp_path, "one", "two")

    _must_link(render(report))
    assert "https://one.example/" in told(report, 'id="claim-rye"', "</article>")
    assert "https://two.example/" in told(report, 'id="claim-rye-article-2"', "</article>")


def test_articles_that_are_called_the_same_have_cards_of_their_own(tmp_path: Path) -> None:
    report = made(tmp_path, "one", "two")

    assert ["one/a.txt", "two/a.txt"] == [article["path"] for article in report["articles"]]
    _must_link(render(report))


def _must_link(page: str) -> None:
    page = page.partition("<script>")[0]
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert {"claim-rye", "claim-rye-article-2"} <= set(ids)
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(ids)


def test_an_article_without_citations_and_a_report_without_findings_are_whole_pages(tmp_path: Path) -> None:
    bare = made(tmp_path, article="Bread is old.\n", registry=None)
    bare = changed(bare, findings=[], checks=[])

    assert "No claim is cited." in told(bare)
    assert "Do these first Nothing." in told(bare)
    assert "Nothing was found." in told(bare)
    assert "Verification report" in told(changed(bare, articles=[]))


def test_a_list_with_groups_shows_each_marker_its_own_entry(tmp_path: Path) -> None:
    text = 'Rye came.[1] Wheat came.[note 1]\n\nNotes\n\nnote 1. A remark.\n\nReferences\n\n1. "Rye". Ellin Courier.\n'
    page = told(made(tmp_path, article=text, registry=None), 'class="pane cards"', "</main>")

    assert "entry 1: Rye, Ellin Courier" in page


@pytest.mark.parametrize(
    ("declared", "attribute"),
    [("de", ' lang="de"'), ("pt-BR", ' lang="pt-BR"'), ("", ""), ('x" onload="y', ""), ("-", "")],
)
def test_the_article_is_read_out_in_its_language(declared: str, attribute: str, report: Report) -> None:
    article: Any = {**report["articles"][0], "language": declared}

    page = render(changed(report, articles=[article]))

    assert f'<div{attribute} class="pane text"' in page
    assert f"<blockquote{attribute}>" in page


def test_a_claim_of_very_many_citations_is_told_in_part_and_says_so(tmp_path: Path) -> None:
    marks = "".join(f"[{number}]" for number in range(1, 301))
    listed = "\n".join(f'{number}. "Rye {number}". Ellin Courier.' for number in range(1, 301))
    report = made(tmp_path, article=f"Rye came.{marks}\n\nReferences\n\n{listed}\n", registry=None)

    assert "And 250 more citations, in the JSON report." in told(report)


def test_what_changed_since_the_last_run_is_told_where_there_was_one(report: Report) -> None:
    assert "What changed" not in told(report)
    day: Any = {"now": "2026-11-01", "status": "complete", "error": 1, "warning": 0, "note": 0}
    gone: Any = {
        "id": "x",
        "rule": "source-duplicated",
        "kind": "numbering",
        "severity": "warning",
        "article": "a.txt",
        "claim": None,
        "reference": None,
        "message": "the same source twice",
        "first_seen": "2026-10-01",
    }
    counts: Any = {**report["counts"], "fixed": 1}

    later = told(changed(report, trend=[day, {**day, "error": 0}], fixed=[gone], counts=counts))

    assert "What changed since the last run" in later
    assert "1 fixed" in later
    assert "✓ fixed warning source-duplicated the same source twice" in later
    assert "+ new" in later


def test_blocked_and_suspect_checks_are_for_a_person_to_open(report: Report) -> None:
    held: Any = {
        "article": "a.txt",
        "reference": "source",
        "check": "live",
        "url": "https://one.example/",
        "reason": "403",
    }

    page = told(changed(report, blocked=[held], suspects=[{**held, "reason": "timeout, 1 of 3"}]))

    assert "To check by hand" in page
    assert "⊘ blocked source live https://one.example/ 403" in page
    assert "! suspect source live https://one.example/ timeout, 1 of 3" in page


def test_a_claim_with_an_error_is_told_apart_though_its_number_is_right(report: Report) -> None:
    assert " error" not in told(changed(report, findings=[]), 'id="claim-rye"', "</h4>")
    (rye,) = [each for each in report["articles"][0]["claims"] if each["id"] == "rye"]
    gone: Any = {**report["findings"][0], "rule": "link-dead", "severity": "error", "caused_by": None, "state": "new"}
    flawed = changed(report, findings=[{**gone, "claim": None, "reference": rye["cites"][0], "suggestion": "look"}])

    page = render(flawed)
    assert "✗ 1 error" in told(flawed, 'id="claim-rye"', "</h4>")
    assert re.search(
        r'class="m printed flawed" href="#claim-rye">\[1\]<span class="vh"> as printed, with an error<', page
    )
    card = told(flawed, 'id="claim-rye"', "</article>")
    assert card.index("What to do: look") < card.index("The registry says")
    assert 1 == page.count('m printed flawed"')


def test_every_verdict_on_a_snapshot_has_words() -> None:
    assert {*ArchiveVerdict} == {*snapshots.WORDS}


def test_a_snapshot_that_was_never_asked_about_is_not_said_to_be_in_the_archive(tmp_path: Path) -> None:
    snapshot = "https://web.archive.org/web/20180305101500/https://one.example/"  # before the publication in 2019
    registry = REGISTRY.replace('entry = "1"', f'entry = "1"\npublished = 2019-05-04\narchive_url = "{snapshot}"')
    card = told(made(tmp_path, registry=registry), 'id="claim-rye"', "</article>")

    assert "it is older than the page that it should show (wrong-date, before-publication)" in card
    assert "the archive has the page" not in card


def test_a_live_verdict_stands_on_the_card_in_words(report: Report) -> None:
    checks: Any = [
        {**each, "outcome": "blocked", "reason": "refused", "status": 403, "checked_at": "2026-11-20T10:00:00Z",
         "last_ok": "2026-10-01T10:00:00Z", "streak": 2, "final_url": "https://one.example/wall"}
        if each["kind"] == "live" else each
        for each in report["checks"]
    ]  # fmt: skip
    assert any(each["kind"] == "live" for each in checks)

    card = told(changed(report, checks=checks), 'id="claim-rye"', "</article>")

    assert (
        "Live verdict blocked; refused; HTTP 403; the site refused our program; open it yourself; asked on 2026-11-20; "
        "last in order on 2026-10-01; failed 2 times in a row It leads to https://one.example/wall"
    ) in card


@pytest.mark.parametrize(
    ("live", "snapshot", "words"),
    [
        ("fail", "ok", "the page fails 1 source cite the snapshot"),
        ("fail", None, "the page fails 0 0 1 source find a snapshot or another source"),
        ("ok", None, "the page is in order 0 0 1 source save it now"),
        ("ok", "fail", "the page is in order 0 1 source save it anew"),
        ("blocked", "ok", None),
    ],
)
def test_references_stand_by_page_and_snapshot(
    live: str, snapshot: str | None, words: str | None, report: Report
) -> None:
    checks: Any = [{**each, "outcome": live} for each in report["checks"] if each["kind"] == "live"]
    if snapshot is not None:
        checks.append({**checks[0], "kind": "archive", "outcome": snapshot})
    rows: Any = [
        {**row, "archive_url": "https://web.archive.org/" if snapshot else None} for row in report["references"]
    ]

    page = told(changed(report, checks=checks, references=rows))

    assert ("References by page and snapshot" in page) == (words is not None)
    assert words is None or words in page


def test_a_chain_of_hops_and_the_drift_stand_on_the_card(demo: Report) -> None:
    page = told(demo, 'class="pane cards"', "<figure>")

    assert re.search(r"Asked for \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC", page)
    assert re.search(r"Plays \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, \d+ \w+ (later|earlier) than asked", page)
    assert "Way there" in page


def test_the_page_is_the_same_each_time(report: Report) -> None:
    assert render(report) == render(report)


def test_the_page_printed_to_a_ci_log_gives_the_runner_no_command(tmp_path: Path) -> None:
    commands = "::warning::fake\n   ::error file=a::fake\n##[group]x ##vso[task.complete]y ##teamcity[done]"
    report = made(tmp_path, article=ARTICLE.replace("Rye came", f"{commands}\nRye came", 1), registry=None)

    page = render(report)

    assert not re.search(r"^\s*::|##\[|##vso\[|##teamcity\[", page, re.MULTILINE)
    assert "::error file=a::fake ##[group]x ##vso[task.complete]y ##teamcity[done]" in told(report)


def test_a_renumbered_list_lends_no_entry_the_address_of_another_source(tmp_path: Path) -> None:
    registry = REGISTRY.replace('entry = "1"', 'entry = "1"\ntitle = "Wheat comes"')
    report = made(tmp_path, registry=registry)
    page = unescape(render(report))

    copied = re.findall(r"<pre>([^<]*)</pre>", page)
    assert copied == ['2. "Wheat comes". Vale Gazette. 5 June 2020. https://one.example/']
