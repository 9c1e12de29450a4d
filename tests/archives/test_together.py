"""Snapshots of several cited pages that end at one: none says "not found", together they do."""

import pytest

from verifier.archives.wayback import ARCHIVE
from verifier.model.evidence import Lookup
from verifier.model.registry import Reference
from verifier.playback import together
from verifier.web import Response

from .scripted import Answers, Scripted, at, capture, snapshot
from .test_arrival import LONG, RYE, plays

PAGES = [f"http://example.org/news/{name}/story-{name}" for name in ("rye", "oats", "barley")]
FRIENDLY = "http://example.org/sections/all"
ENDING = "redirect-ok/target-unconfirmed"


def lookups(answers: Answers, pages: list[str], title: str | None = None) -> list[str]:
    pairs: list[tuple[Reference, Lookup]] = []
    for place, page in enumerate(pages):
        reference = Reference(f"r{place}", place, url=page, title=title, archive_url=snapshot(page))
        pairs.append((reference, ARCHIVE.look(reference, Scripted(answers))))
    return [each.name for each in together.compare(pairs)]


def moved(pages: list[str], answer: Response) -> Answers:
    return {at(FRIENDLY): answer, **{at(page): capture(302, location=at(FRIENDLY)) for page in pages}}


def test_three_pages_that_lead_to_one_are_lost() -> None:
    assert lookups(moved(PAGES, plays(LONG)), PAGES) == ["redirect-bad/many-to-one"] * 3


def test_two_pages_are_lost_if_the_text_is_shared_too_and_one_alone_is_not() -> None:
    assert lookups(moved(PAGES, plays(LONG)), PAGES[:2]) == ["redirect-bad/many-to-one"] * 2
    assert lookups(moved(PAGES, plays(LONG)), PAGES[:1]) == [ENDING]


def test_one_text_under_three_addresses_is_lost_and_under_two_is_not() -> None:
    answers = {at(page): plays(LONG) for page in PAGES}

    assert lookups(answers, PAGES) == ["soft-404/shared-body"] * 3
    assert lookups(answers, PAGES[:2]) == ["present"] * 2


@pytest.mark.parametrize(
    "answer",
    [
        plays('<div id="app"></div><script src="/app.js"></script>'),
        plays(b"%PDF-1.4", content_type="application/pdf"),
        plays(b""),
    ],
    ids=["made by scripts", "a document", "empty"],
)
def test_what_shows_no_text_of_its_own_is_not_compared(answer: Response) -> None:
    assert "shared-body" not in " ".join(lookups({at(page): answer for page in PAGES}, PAGES))


def test_the_citations_title_clears_the_page() -> None:
    answers = moved(PAGES, plays(f"<title>{RYE}</title>{LONG}"))

    assert lookups(answers, PAGES, RYE) == ["redirect-ok/moved"] * 3


def test_one_page_cited_three_times_is_one_page() -> None:
    pages = [PAGES[0], f"{PAGES[0]}/", PAGES[0].replace("http://", "https://www.")]

    assert lookups({at(page): plays(LONG) for page in pages}, pages) == ["present"] * 3


def test_pages_of_other_hosts_are_not_compared() -> None:
    pages = [PAGES[0], "http://oats.test/a", "http://barley.test/b"]

    assert lookups({at(page): plays(LONG) for page in pages}, pages) == ["present"] * 3


def test_what_is_bad_already_stays_as_it_is() -> None:
    assert lookups({at(page): plays("<title>404</title>") for page in PAGES}, PAGES) == ["soft-404/phrase-title"] * 3


def test_the_evidence_names_the_cue_and_what_was_said_before() -> None:
    references = [Reference("a", 1, url=page, archive_url=snapshot(page)) for page in PAGES]
    answers = {at(page): plays(LONG) for page in PAGES}

    (first, *_) = together.compare([(each, ARCHIVE.look(each, Scripted(answers))) for each in references])

    assert first.evidence[-1] == "cue shared-body: 3 cited pages of one site all show this text"
    assert first.also == ("present",)
