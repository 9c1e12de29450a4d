"""What the cards and tasks of the page tell an editor to do, and what they say nothing of."""

import datetime as dt
import re
from pathlib import Path

from verifier import Job, open_transport, verify
from verifier.model.report import Report
from verifier.reporters.html import render

from .making import ARTICLE, changed, made, told


def test_nothing_is_called_checked_that_no_source_was_asked_for(tmp_path: Path) -> None:
    assert "2 claims: numbers, dates and words were checked; no source was asked for." in told(
        made(tmp_path, registry=None)
    )


def test_a_number_is_left_as_it_is_where_the_list_is_damaged(shipped: Report) -> None:
    card = told(shipped, 'id="claim-the-next-day-jaysh-al-islam-recaptured-a-hill"', "</article>")

    assert "What to do Leave [11] and mend the list: its entry 5 should be 11." in card


def test_a_number_too_many_is_no_lost_entry_where_the_list_is_sound(tmp_path: Path) -> None:
    article = ARTICLE.replace("when wheat came.[2]", "when wheat came.[2] Oats never did.[77]")
    card = told(made(tmp_path, article=article), 'id="claim-oats-never-did"', "</article>")

    assert "∅ not in the list" in card
    assert "What to do Add the entry that [77] stands for, or correct the number." in card


def test_it_is_told_behind_how_many_claims_links_and_snapshots_were_checked(demo: Report) -> None:
    run = {**demo["run"], "topics": ["numbering", "registry"]}

    assert (
        "Links and snapshots behind 12 claims: 3 checked, 6 by answers of an earlier day, 3 not, or only in part."
        in told(demo)
    )
    assert "12 claims: numbers, dates and words were checked; no source was asked for." in told(changed(demo, run=run))


def test_a_finding_on_a_reference_leads_to_a_card_that_shows_it(demo: Report) -> None:
    table = render(demo).partition('<h2 id="findings">')[2].partition("</table>")[0]
    (card,) = re.findall(r'<a href="#([^"]+)">articles/demo/references.toml:59</a>', table)

    assert "gazette-2019-11-09: its URL answers" in told(demo, f'id="{card}"', "</article>")


def test_what_cannot_be_told_has_a_line_of_its_own_and_a_probability_only_beside_the_entries(shipped: Report) -> None:
    picture = render(shipped).partition("<svg")[2].partition("</svg>")[0]
    markers = [each for claim in shipped["articles"][0]["claims"] for each in claim["markers"]]
    open_ = [each for each in markers if each["state"] == "open" and each["entry"]]
    (line,) = re.findall(r'<path class="l open" d="([^"]*)"/>', picture)

    assert line.count("M") == len(open_) > 0
    assert "open ambiguous 1 (0.68), 4 (0.15)" in told(shipped, ">Which number each entry really has<", "</table>")


def test_nobody_is_sent_to_sources_that_are_not_named(tmp_path: Path) -> None:
    days = [f"{day} {month} {year}" for year in (2019, 2020) for month in ("May", "July", "October") for day in (3, 20)]
    text = " ".join(f"Field {at} was sown on {day}.[{at}]" for at, day in enumerate(days, 1))
    listed = [f'"Field {at} sown". Ellin Courier. {day}.' for at, day in enumerate(days, 1)][::-1]
    entries = "\n".join(f"{at}. {each}" for at, each in enumerate(listed, 1))
    report = made(tmp_path, article=f"Fields\n\n{text}\n\nReferences\n\n{entries}\n", registry=None)
    card = told(report, 'id="claim-field-3-was-sown-on-3-july-2019"', "</article>")

    assert "list-disordered" == report["articles"][0]["diagnosis"]["kind"]
    assert "What to do Find the entry of [3] in the original page." in card
    assert "may mean" not in card


def test_a_note_without_a_list_is_not_to_be_given_an_entry(tmp_path: Path) -> None:
    (tmp_path / "a.wiki").write_text("Rye came.<ref>A.</ref> Oats did.{{efn|Late.}}\n\n== References ==\n{{reflist}}\n")
    job = Job(str(tmp_path / "a.wiki"), None, open_transport(str(tmp_path / "store"), offline=True))
    card = told(verify([job], today=dt.date(2026, 11, 24), offline=True), 'id="claim-oats-did"', "</article>")

    assert "∅ not in the list" in card
    assert 'add <references group="lower-alpha" />' in card
    assert "Add the entry" not in card


def test_the_page_says_what_was_checked_and_no_more(tmp_path: Path) -> None:
    report = made(tmp_path)
    row = {**report["run"], "topics": ["support"]}

    assert "no source was asked for" not in told(changed(report, run=row))
    only = changed(report, run={**row, "topics": ["registry"]})
    assert "no source was asked for" in told(only)
    assert "numbers, dates and words were checked" not in told(only)
