"""What to do first leads to the cards of the claims that it is about."""

import re

from verifier import digest
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

    (told,) = [each for each in digest.to_do(report) if each.startswith("Until then, read")]

    assert 12 == told.count(" as entry ")
    assert told.endswith("; and 288 more, in the report's table of which number each entry really has.")


def test_what_was_found_on_a_claim_leads_to_its_card(demo: Report) -> None:
    claims = {each["id"] for each in demo["articles"][0]["claims"]}
    first = render(demo).partition("Do these first</h2>")[2].partition("</ol>")[0]
    tasks = [each for each in digest.tasks(demo) if any(card.claim in claims for card in each.cards)]

    assert tasks
    assert all(f'<a href="#claim-{each.cards[0].claim}">' in first for each in tasks)
