"""What is proposed instead of a snapshot that failed, in which order, and at what cost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import evidence
from verifier.model.evidence import Lookup
from verifier.model.registry import Reference, Registry
from verifier.playback import repairs
from verifier.web import Response

from .front import Front, Held
from .scripted import (
    CANARY,
    FAR,
    NOT_ARCHIVED,
    PAGE,
    SEEN,
    TS,
    Answers,
    Scripted,
    at,
    capture,
    day,
    elsewhere,
    exact,
    index,
    nearest,
    snapshot,
)
from .test_arrival import LONG, RYE, RYE_PAGE, plays

VISIT = "20191231235959"
CITED = Reference("a", 1, url=PAGE, accessed=day("2019-12-31"), archive_url=snapshot())


def gathered(answers: Answers, reference: Reference = CITED) -> tuple[Lookup, list[str]]:
    transport = Scripted(answers)
    registry = Registry("references.toml", None, None, None, (reference,), (), ())
    found = evidence.gather(registry, transport, ("archive",)).lookup(reference.id)
    assert found is not None
    return found, transport.asked


def rows(*lines: tuple[str, str]) -> Response:
    text = "".join(
        f"org,example)/news/story {stamp} {PAGE} text/html {status} {'A' * 31}{place} 99\n"
        for place, (stamp, status) in enumerate(lines)
    )
    return index(text=text)


def test_good_captures_before_the_visit_come_first_the_nearest_first() -> None:
    listed = rows(
        ("20191230000000", "404"),
        ("20200105000000", "200"),
        ("20191220000000", "200"),
        ("20180101000000", "-"),
        (TS, "200"),
    )

    lookup, _ = gathered({at(): capture(404), nearest(stamp=VISIT): listed})

    assert lookup.name == "error-capture/status-404"
    assert [each.new for each in lookup.proposals] == [
        snapshot(stamp="20191220000000"),
        snapshot(stamp="20180101000000"),
        snapshot(stamp="20200105000000"),
    ]
    assert [each.sure for each in lookup.proposals] == [False] * 3
    assert lookup.proposals[0].why == "it is listed near 2019-12-31, before it"
    assert lookup.witnesses[-1].service == "index"


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        (plays("<title>Page not found</title>"), "soft-404/phrase-title"),
        (capture(301, location=at("http://example.org/")), "redirect-bad/to-root"),
    ],
)
def test_other_failures_are_helped_in_the_same_way(answer: Response, name: str) -> None:
    answers = {at(): answer, at("http://example.org/"): plays(LONG), nearest(stamp=VISIT): index("20191201000000")}

    lookup, _ = gathered(answers)

    assert lookup.name == name
    assert lookup.proposal == snapshot(stamp="20191201000000")


def test_what_is_offered_from_before_the_visit_is_good_enough() -> None:
    earlier = "20191001000000"

    lookup, asked = gathered({at(): elsewhere(earlier), exact(): index()})

    assert lookup.proposal == snapshot(stamp=earlier)
    assert nearest(stamp=VISIT) not in asked


def test_what_is_offered_from_after_the_visit_is_not() -> None:
    lookup, _ = gathered({at(): elsewhere(FAR), exact(): index(), nearest(stamp=VISIT): index("20191101000000", FAR)})

    assert lookup.name == "wrong-date/closest-out-of-tolerance"
    assert [each.new for each in lookup.proposals] == [snapshot(stamp="20191101000000")]


@pytest.mark.parametrize(
    "answer", [index(), index(status=403, text="AdministrativeAccessControlException: Blocked Site")]
)
def test_a_capture_that_plays_and_is_not_listed_is_called_hidden(answer: Response) -> None:
    lookup, _ = gathered({at(): capture(404), nearest(stamp=VISIT): answer})

    assert lookup.name == "error-capture/status-404"
    assert lookup.evidence[-1] == "it plays back, and the index lists nothing of it: it is hidden from the index"


def test_a_good_snapshot_asks_for_nothing_more() -> None:
    lookup, asked = gathered({at(): plays(RYE_PAGE)})

    assert (lookup.name, lookup.proposals, asked) == ("present", (), [at()])


def test_a_damaged_address_is_repaired_and_played() -> None:
    damaged = f"{PAGE}."
    answers = {
        **CANARY,
        at(damaged): NOT_ARCHIVED,
        exact(damaged): index(),
        nearest(damaged): index(),
        at(): plays(RYE_PAGE),
    }

    lookup, _ = gathered(answers, Reference("a", 1, url=damaged, archive_url=snapshot(damaged)))

    assert lookup.name == "absent/two-witnesses"
    assert [(each.field, each.new, each.sure) for each in lookup.proposals] == [
        ("archive_url", snapshot(), True),
        ("url", PAGE, True),
    ]


ABSENT = {**CANARY, at(): NOT_ARCHIVED, exact(): index(), nearest(): index()}
GATE = f"https://arquivo.pt/wayback/{PAGE}"


@pytest.mark.parametrize(
    ("location", "proposed"),
    [
        (f"https://arquivo.pt/wayback/20191212121212/{PAGE}", f"https://arquivo.pt/wayback/20191212121212/{PAGE}"),
        (f"/wayback/20191212121212mp_/{PAGE}", f"https://arquivo.pt/wayback/20191212121212/{PAGE}"),
        ("/wayback/20191212121212/http://example.org/other", None),
        (f"https://evil.test/wayback/20191212121212/{PAGE}", None),
        ("http://[::1/", None),
        ("", None),
    ],
)
def test_another_archive_is_asked_for_what_is_absent(location: str, proposed: str | None) -> None:
    answers = {**ABSENT, GATE: Response(302, {"location": location}, recorded=SEEN)}

    lookup, asked = gathered(answers)

    assert asked[-1] == GATE
    assert lookup.name == "absent/two-witnesses"
    assert lookup.proposal == proposed
    assert lookup.witnesses[-1].service == "Arquivo.pt"


def test_a_question_that_is_not_recorded_leaves_no_trace() -> None:
    lookup, asked = gathered(ABSENT)

    assert asked[-1] == GATE
    assert "arquivo.pt" not in " ".join(lookup.evidence)


def test_no_secret_of_a_url_is_sent_to_another_archive() -> None:
    reference = Reference("a", 1, url=PAGE.replace("//", "//user:s3cr3t@"), archive_url=snapshot())

    _, asked = gathered(ABSENT, reference)

    assert asked[-1] == GATE


@pytest.mark.parametrize(
    ("url", "repaired"),
    [
        ("http://example.org/a%2520b", "http://example.org/a%20b"),
        ("http://example.org/?a=1&amp;b=2", "http://example.org/?a=1&b=2"),
        ("http://example.org/a%0D%0Ab", "http://example.org/ab"),
        ("http://example.org/a.", "http://example.org/a"),
        ("http://example.org/a%22", "http://example.org/a"),
        ("http://example.org/a%20b", "http://example.org/a+b"),
        ("http://example.org/a+b", "http://example.org/a%20b"),
        ("http://example.org/a", None),
        ("http://example.org/a-b/?c=d", None),
    ],
)
def test_repairs(url: str, repaired: str | None) -> None:
    assert next((each for each, _ in repairs.of(url)), None) == repaired


@given(st.text(max_size=60))
def test_no_repair_is_the_url_itself_or_comes_twice(url: str) -> None:
    found = [each for each, _ in repairs.of(url)]

    assert url not in found
    assert len(found) == len(set(found))


def test_requests_per_citation_stay_below_the_budget() -> None:
    held: list[Held] = []
    references = []
    kinds = ["good"] * 150 + ["moved"] * 30 + ["absent"] * 5 + ["error"] * 6 + ["soft"] * 5 + ["far"] * 4
    html = {"content-type": "text/html"}
    for number, kind in enumerate(kinds):
        page = f"http://example.org/{number}/story-of-rye-{number}"
        target = f"http://example.org/moved/story-of-rye-{number}"
        stamp = "20190101000000" if kind == "far" else TS
        answer = {
            "good": (200, html, RYE_PAGE),
            "moved": (301, {"location": target}, ""),
            "error": (503, html, "<p>busy"),
            "soft": (200, html, "<title>Page not found</title>"),
            "far": (200, html, RYE_PAGE),
        }.get(kind)
        if answer:
            held.append(Held(stamp, page, answer[0], answer[1], answer[2].encode(), f"{number:032}"))
        if kind == "moved":  # half of the targets were captured in another second
            held.append(Held(TS if number % 2 else "20200102030407", target, 200, html, RYE_PAGE.encode(), "B" * 32))
        references.append(Reference(f"r{number}", number, url=page, title=RYE, archive_url=snapshot(page)))
    front = Front(held)
    registry = Registry("references.toml", None, None, None, tuple(references), (), ())

    found = evidence.gather(registry, front, ("archive",))

    verdicts = [lookup.verdict.value for _, lookup in found.lookups]
    expected = {
        "good": "present",
        "moved": "redirect-ok",
        "error": "error-capture",
        "soft": "soft-404",
        "far": "wrong-date",
    }
    assert verdicts == [expected.get(kind, kind) for kind in kinds]
    distinct = len(set(front.asked))  # the transport of a run asks the same thing once
    assert distinct / len(references) <= 1.4, distinct
