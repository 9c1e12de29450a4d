"""Pages whose addresses are lost are found by guesses, then in the index, and only where they play back as the page."""

import pytest

from verifier.errors import UsageError
from verifier.lost import search

from .lost_pages import (
    ARTICLES,
    FOLDERS,
    GUESS,
    GUESSED,
    LISTED,
    NOON,
    OUTLET,
    PAGE,
    SLUG,
    TAKEN,
    TAKEN_MOMENT,
    TITLE,
    Anything,
    found,
    registry,
    row,
)
from .scripted import at, elsewhere
from .test_arrival import plays


def test_a_guess_that_plays_under_the_title_is_found_and_the_index_is_not_asked() -> None:
    transport = Anything(GUESSED)

    plan = found(OUTLET + ARTICLES, transport)

    assert plan.is_clear
    assert plan.candidates[0].url == GUESS
    assert plan.candidates[0].archive_url == f"https://web.archive.org/web/{TAKEN}/{GUESS}"
    assert plan.candidates[0].score == 0.8
    assert "captured on 2019-03-05; the archive date is 2019-03-05" in plan.candidates[0].evidence
    assert transport.asked == [at(GUESS, NOON), at(GUESS, TAKEN)]


@pytest.mark.parametrize(
    "page",
    [
        PAGE.replace(TITLE, "Volcano erupts in the far north of Iceland"),
        PAGE.replace(TITLE, "Page not found"),
        "<title>Sign in</title>",
        "",
    ],
    ids=["another title", "not found", "a login", "blank"],
)
def test_a_guess_that_is_another_page_is_not_found(page: str) -> None:
    plan = found(OUTLET + ARTICLES, Anything({**GUESSED, at(GUESS, TAKEN): plays(page, TAKEN_MOMENT)}))

    assert plan.candidates == ()
    assert not plan.is_clear
    assert plan.asked


def test_a_capture_of_another_day_is_not_the_archived_one() -> None:
    far = {at(GUESS, NOON): elsewhere("20190401000000", GUESS)}

    plan = found(OUTLET + ARTICLES, Anything(far))

    assert plan.candidates == ()
    assert any("20190401000000" in each for each in plan.asked)


def test_the_index_is_asked_once_for_the_day_and_what_it_lists_is_played() -> None:
    rows = row(f"https://courier.example/2019/03/03/{SLUG.replace('harbour', 'airport')[:20]}") + row(LISTED)
    transport = Anything({at(LISTED, TAKEN): plays(PAGE, TAKEN_MOMENT)}, rows)

    plan = found(OUTLET + FOLDERS, transport)

    assert plan.is_clear
    assert plan.candidates[0].url == LISTED
    assert plan.candidates[0].score == 1.0
    assert transport.requests[0].once
    assert sum("/cdx/" in each for each in transport.asked) == 1
    assert "matchType=prefix" in transport.asked[0]
    assert "from=20190304&to=20190306" in transport.asked[0]
    assert "courier.example%2F2019%2F03%2F03%2F" in transport.asked[0]


@pytest.mark.parametrize(
    "listed",
    [
        row(LISTED, status="404"),
        row(LISTED, stamp="20190401000000"),
        row(LISTED.replace("/2019/03/03/", "/2018/03/03/")),
        row("https://courier.example/2019/03/03/other-news-of-the-day-entirely"),
        row(f"https://elsewhere.example/2019/03/03/{SLUG}"),
    ],
    ids=["an error", "another day", "another year in the path", "other words", "another host"],
)
def test_what_is_listed_and_does_not_fit_is_not_played(listed: str) -> None:
    transport = Anything({at(LISTED, TAKEN): plays(PAGE, TAKEN_MOMENT)}, listed)

    plan = found(OUTLET + FOLDERS, transport)

    assert plan.candidates == ()
    assert len(transport.asked) == 1


def test_two_pages_of_one_title_are_both_shown_and_none_is_the_one() -> None:
    other = LISTED.replace("courier.example/", "courier.example/") + "-again"
    answers = {at(url, TAKEN): plays(PAGE, TAKEN_MOMENT) for url in (LISTED, other)}

    plan = found(OUTLET + FOLDERS, Anything(answers, row(LISTED) + row(other)))

    assert [each.url for each in plan.candidates] == [LISTED, other]
    assert not plan.is_clear


def test_an_index_that_gives_up_is_told_and_not_asked_again() -> None:
    transport = Anything({}, status=504)

    plan = found(OUTLET + FOLDERS, transport)

    assert plan.candidates == ()
    assert "no answer (archive-trouble)" in plan.asked[-1]
    assert sum("/cdx/" in each for each in transport.asked) == 1


@pytest.mark.parametrize(
    ("extra", "why"),
    [
        ("", "Courier is no known outlet; add it to the registry as [[outlet]]"),
        (OUTLET, "no pattern of addresses is known for courier.example"),
    ],
)
def test_without_an_outlet_or_its_addresses_nothing_is_asked(extra: str, why: str) -> None:
    transport = Anything({})

    assert why in found(extra, transport).why_not
    assert transport.asked == []


def test_the_budget_ends_a_search_and_says_so() -> None:
    plan = found(OUTLET + ARTICLES + FOLDERS, Anything({}), most=1)

    assert plan.why_not == "the budget of requests was spent before all was asked"


def test_only_references_without_addresses_are_looked_for() -> None:
    known = registry('[article]\npath = "a"\n')

    assert [each.id for each in search.wanted(known, ["plan"])] == ["plan"]
    with pytest.raises(UsageError, match='no reference "nobody"'):
        search.wanted(known, ["nobody"])
