"""What to do first leads to the cards of the claims that it is about."""

import re

from verifier import digest, tasks
from verifier.model.report import Report
from verifier.reporters.html import render


def test_each_number_that_is_mapped_leads_to_the_card_of_its_first_claim(shipped: Report) -> None:
    page = render(shipped)
    (item,) = re.findall(r"<li>Until then, read .*?</li>", page)
    links = {label: card for card, label in re.findall(r'<a href="#(claim-[^"]+)">(\[\d+\])</a>', item)}

    assert list(links) == [f"[{number}]" for number, _, _ in digest.mapped(shipped["articles"][0])]
    for label, card in links.items():
        shown = page.partition(f' id="{card}"')[2].partition("</article>")[0]
        assert label in shown


def test_of_hundreds_of_mapped_numbers_only_the_first_are_told_there(shipped: Report) -> None:
    row = shipped["articles"][0]
    entry = next(each for each in row["entries"] if each["number"]["class"] == "confirmed")
    entries = [{**entry, "number": {**entry["number"], "value": str(100 + count)}} for count in range(300)]
    report: Report = {**shipped, "articles": [{**row, "entries": entries}]}  # type: ignore[typeddict-item]

    (told,) = [each for each in tasks.to_do(report) if each.startswith("Until then, read")]

    assert 12 == told.count(" as entry ")
    assert told.endswith("; and 288 more, in the report's table of which number each entry really has.")


def test_what_was_found_on_a_claim_leads_to_its_card(demo: Report) -> None:
    claims = {each["id"] for each in demo["articles"][0]["claims"]}
    first = render(demo).partition("Do these first</h2>")[2].partition("</ol>")[0]
    found = [each for each in tasks.tasks(demo) if any(card.claim in claims for card in each.cards)]

    assert found
    assert all(f'<a href="#claim-{each.cards[0].claim}">' in first for each in found)


def test_the_numbers_that_lead_to_another_source_are_named_with_links_to_their_cards(shipped: Report) -> None:
    astray = ["2", "3", "5", "7", "8", "9", "12", "13", "14"]
    named = ", ".join(f"[{number}]" for number in astray)

    (task,) = [each for each in tasks.tasks(shipped) if each.told.startswith("Do not follow")]

    assert task.told == f"Do not follow {named} to the entries so numbered: they are other sources."
    assert [card.label for card in task.cards] == named.split(", ")


def test_what_has_an_address_is_not_to_be_given_one(shipped: Report) -> None:
    told = "Find the address of 12 and a snapshot of 14 of 14 references; verify find searches for them."
    with_address = [{**each, "url": "https://post.example/"} for each in shipped["references"]]
    report: Report = {**shipped, "references": with_address}  # type: ignore[typeddict-item]

    assert told in tasks.to_do(shipped)
    assert "Find a snapshot of 14 of 14 references." in tasks.to_do(report)


def test_what_was_found_on_a_reference_leads_to_a_claim_that_rests_on_it(demo: Report) -> None:
    (task,) = [each for each in tasks.tasks(demo) if "gazette-2019-11-09: its URL answers" in each.told]
    (card,) = task.cards
    (claim,) = [each for each in demo["articles"][0]["claims"] if each["id"] == card.claim]

    assert "gazette-2019-11-09" in claim["cites"]
    assert task.told.partition(". ")[2].startswith("Find another snapshot: the one given does not show it either.")
