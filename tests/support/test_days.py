"""Days of a claim on pages that tell their own day, or do not."""

import datetime as dt

import pytest

from verifier.pages.reading import of_text
from verifier.support import facts, judge
from verifier.support.index import Index

from .judging import ENGLISH, judged, status


def test_a_season_of_a_year_is_no_name() -> None:
    assert [each.kind for each in facts.read("It ran in Spring 2008.", ENGLISH).facts] == ["date"]
    assert [each.kind for each in facts.read("It ran at the Spring Fair.", ENGLISH).facts] == ["name"]


def test_a_weekday_on_a_page_of_an_unknown_day_leaves_a_date_open() -> None:
    page = "On Thursday the depot was seized."

    assert status("It was seized on 7 April 2016.", page, "7 April 2016") == "undecided"
    assert status("It was seized on 8 April 2016.", page, "8 April 2016") == "never-occurs"
    assert status("It was seized on 7 April 2016.", page, "7 April 2016", dt.date(2016, 4, 8)) == "inferred"


@pytest.mark.parametrize(
    ("claim", "said", "status_"),
    [
        ("By 21 September they held it.", "21 September", "undecided"),
        ("By 20 September they held it.", "20 September", "never-occurs"),
    ],
)
def test_a_weekday_may_be_of_the_week_of_another_date_on_the_page(claim: str, said: str, status_: str) -> None:
    page = "Men in the city on 22 September 2014 (picture)\nOn Sunday the city was pronounced as being in their hands."

    assert status(claim, page, said) == status_


@pytest.mark.parametrize(
    ("head", "status_"),
    [
        ("News | Ardland | Published date: Friday, 9 January 2026 10:01 GMT | Last update: 4 months ago", "inferred"),
        ("News | Ardland | Her book was published 9 January 2026 | Last update: 4 months ago", "undecided"),
        ("News | Ardland | Jo Doe Posted: 9 January 2026 | Last update: 4 months ago", "undecided"),
        ("News | Ardland | Published Accounts, 9 January 2026 | Last update: 4 months ago", "undecided"),
    ],
)
def test_the_day_behind_published_is_the_pages(head: str, status_: str) -> None:
    page = f"{head} The council of the separatists was stripped of its leader on Wednesday in a long meeting of men."

    assert status("The council stripped its leader of it on 7 January.", page, "7 January") == status_


def test_a_year_of_another_date_is_not_lent_to_a_day() -> None:
    page = "The fight is on April 9. It follows the fight of 12 May 2011. " + "They met again in 2003. " * 3

    assert status("They fought on April 9, 2011.", page, "April 9, 2011") == "inferred"
    assert status("They fought on April 9, 2003.", page, "April 9, 2003") == "undecided"


def test_a_day_of_which_the_page_says_only_the_year_is_not_supported() -> None:
    page = "The bridge over the river Orme was built of stone. On 22 August it closed. It was opened in 2017."
    reading = of_text(page)
    index = Index(reading.text, reading.sentences, ENGLISH)
    told = judge.assess("c", "r", "The bridge over the river Orme was opened on 6 August 2017.", index)
    assert (told.verdict, told.reason) == ("partial", "less-precise")
    assert [each.status for each in told.facts if each.kind == "date"] == ["undecided"]


def test_a_day_of_publication_is_not_said_of_something_else() -> None:
    lines = "Pier opens in Ellin\nBy Ilse Brandt, 8 April 2016\n", "The council of Ellin opened the new pier today. "
    page = lines[0] + lines[1] + "The old pier was closed by the council of Ellin on 3 May 2011 and torn down. "
    reading = of_text(
        page + "Many people came to see it, and the mayor held a long speech in the rain about the town. "
    )
    index = Index(reading.text, reading.sentences, ENGLISH)
    assert [each.isoformat() for each in index.published] == ["2016-04-08"]
    told = judge.assess("c", "r", "The council of Ellin opened the new pier on 8 April 2016.", index)
    assert told.verdict == "supported"


def test_the_day_of_publication_is_not_known_where_a_page_has_two() -> None:
    head = "News of Ardburg\n\n16 April 2016\n\nRelated: Posted 3 May 2011\n\n"
    page = f"{head}The mayor of Ardburg died on Friday in the hospital of the town after a long illness of many years."

    assert judged("The mayor of Ardburg died on 29 April 2011.", page).level != "high"
