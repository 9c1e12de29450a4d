"""Every fault ends as unknown, with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.errors import Refused, StoreError, Unreachable
from verifier.model.evidence import ArchiveVerdict
from verifier.web import Response

from .scripted import CANARY, FAR, MOMENT, MOVED, Case, at, capture, elsewhere, exact, nearest, page, redirected

CASES = [
    Case("too many requests", "unknown rate-limited", {at(): page("Too Many Requests", 429)}),
    Case(
        "internal error in a 200",
        "unknown archive-trouble",
        {at(): page("This snapshot cannot be displayed due to an internal error")},
    ),
    Case(
        "a machine is down", "unknown archive-trouble", {at(): page("The machine that serves this file is down", 503)}
    ),
    Case("an outage", "unknown archive-trouble", {at(): page("", 502)}),
    Case("a maintenance page", "unknown unrecognised", {at(): page("<p>Back soon")}),
    Case("a 404 of somebody else", "unknown unrecognised", {at(): page("<p>Not found", 404)}),
    Case("words of absence in a 200", "unknown unrecognised", {at(): page("has not archived that URL")}),
    Case(
        "a redirect out of the archive",
        "unknown unrecognised",
        {at(): Response(302, {"location": "https://example.com/"})},
    ),
    Case("led to no time", "unknown unrecognised", {at(): elsewhere("20201399999999")}),
    Case(
        "a captured redirect out of the web",
        "unknown unrecognised",
        {at(): capture(302, location="javascript:alert(1)")},
    ),
    Case(
        "a captured redirect to a broken address", "unknown unrecognised", {at(): capture(302, location="http://[::1/")}
    ),
    Case("a captured redirect to nowhere", "unknown unrecognised", {at(): capture(302)}),
    Case("a time that is none", "unknown unrecognised", {at(): capture(when="yesterday")}),
    Case("nothing recorded", "unknown not-recorded", {}),
    Case(
        "the chain is not recorded to its end",
        "unknown not-recorded",
        redirected(MOVED),
        evidence="a captured redirect",
    ),
    Case("a hang", "unknown timeout", {at(): Unreachable("no", kind="timeout")}),
    Case("refused", "unknown refused", {at(): Unreachable("no", kind="refused")}),
    Case("a broken answer", "unknown archive-trouble", {at(): Unreachable("no")}),
    Case("a closed lane", "unknown rate-limited", {at(): Refused("no", kind="rate-limited")}),
    Case("a damaged record", "unknown store-damaged", {at(): StoreError("x.json: is not a record")}, evidence="x.json"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_verdict_and_reason(case: Case) -> None:
    case.check()


@given(
    st.integers(100, 999),
    st.dictionaries(
        st.sampled_from(["memento-datetime", "location", "x-archive-redirect-reason", "link", "content-type"]),
        st.sampled_from(
            [MOMENT, "", "yesterday", at(), at(MOVED), "/a", "//[", "http://[::1/", "found capture at 2", FAR]
        )
        | st.text(max_size=30),
    ),
    st.binary(max_size=60),
)
def test_no_answer_crashes_and_none_but_its_own_words_makes_absence(
    status: int, headers: dict[str, str], body: bytes
) -> None:
    answer = Response(status, headers, body, recorded="2026-05-12T23:52:58Z")
    every = dict.fromkeys((at(), at(MOVED), at(stamp=FAR), exact(), nearest()), answer)

    lookup, _ = Case("", "", {**CANARY, **every}).look()

    assert lookup.verdict is not ArchiveVerdict.ABSENT
