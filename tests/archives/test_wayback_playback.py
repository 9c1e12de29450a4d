"""What plays back, and where captured redirects lead."""

import pytest

from .scripted import (
    FAR,
    FAR_MOMENT,
    MOVED,
    NEAR,
    NEAR_MOMENT,
    NOT_ARCHIVED,
    PAGE,
    TS,
    Case,
    at,
    capture,
    elsewhere,
    exact,
    index,
    page,
    redirected,
    snapshot,
)

CASES = [
    Case("the second plays", "present", {at(): capture()}),
    Case("a part of a media file", "present", {at(): capture(206)}),
    Case(
        "near, by redirect",
        "present-near closest-within-tolerance",
        {at(): elsewhere(NEAR), at(stamp=NEAR): capture(when=NEAR_MOMENT)},
        proposal=snapshot(stamp=NEAR),
        evidence="0:01:00 after",
    ),
    Case(
        "near, without redirect",
        "present-near closest-within-tolerance",
        {at(): capture(when="Thu, 02 Jan 2020 03:04:00 GMT")},
        proposal=snapshot(stamp="20200102030400"),
        evidence="0:00:05 before",
    ),
    Case(
        "the same page on https is no redirect",
        "present",
        {at(): capture(301, location=at(PAGE.replace("http", "https"))), at(PAGE.replace("http", "https")): capture()},
    ),
    Case(
        "moved to the home page of a language", "redirect-bad to-root", redirected("http://example.org/en/", capture())
    ),
    Case("moved, absolute Location", "redirect-ok moved", redirected(MOVED, capture()), proposal=snapshot(MOVED)),
    Case(
        "moved, path Location",
        "redirect-ok moved",
        {at(): capture(301, location=f"/web/{TS}id_/{MOVED}"), at(MOVED): capture()},
        proposal=snapshot(MOVED),
    ),
    Case(
        "moved, Location without scheme",
        "redirect-ok moved",
        {at(): capture(301, location=f"//web.archive.org/web/{TS}id_/{MOVED}"), at(MOVED): capture()},
        proposal=snapshot(MOVED),
    ),
    Case(
        "moved, the site's own Location",
        "redirect-ok moved",
        {at(): capture(301, location=MOVED), at(MOVED): capture()},
        proposal=snapshot(MOVED),
    ),
    Case(
        "moved, the site's own path",
        "redirect-ok moved",
        {at(): capture(301, location="/2020/story"), at(MOVED): capture()},
        proposal=snapshot(MOVED),
    ),
    Case(
        "moved to who knows where",
        "redirect-ok target-unconfirmed",
        redirected("http://example.org/x/1234", capture()),
        proposal=snapshot("http://example.org/x/1234"),
    ),
    Case(
        "moved, target a minute later",
        "redirect-ok moved",
        {**redirected(MOVED, elsewhere(NEAR, MOVED)), at(MOVED, NEAR): capture(when=NEAR_MOMENT)},
        proposal=snapshot(MOVED, NEAR),
    ),
    Case("to the home page", "redirect-bad to-root", redirected("http://example.org/", capture())),
    Case("to an index page", "redirect-bad to-root", redirected("http://example.org/en/index.html", capture())),
    Case(
        "to a login page", "redirect-bad to-login", redirected("http://example.org/login?next=/news/story", capture())
    ),
    Case("to an error page", "redirect-bad to-error-page", redirected("http://example.org/404.html", capture())),
    Case(
        "in a circle",
        "redirect-bad loop",
        {at(): capture(302, location=at(MOVED)), at(MOVED): capture(302, location=at())},
    ),
    Case(
        "for ever",
        "redirect-bad too-many-hops",
        {at(PAGE if n == 0 else f"{MOVED}{n}"): capture(302, location=at(f"{MOVED}{n + 1}")) for n in range(9)},
    ),
    Case("to a captured error", "redirect-bad target-error", redirected(MOVED, capture(404))),
    Case("to nothing", "redirect-bad target-absent", redirected(MOVED, NOT_ARCHIVED)),
    Case("to another year", "redirect-bad target-too-far", redirected(MOVED, elsewhere(FAR, MOVED))),
    Case("a captured 404", "error-capture status-404", {at(): capture(404)}),
    Case("a captured 429 is no rate limit", "error-capture status-429", {at(): capture(429)}),
    Case("a captured 503 is no outage", "error-capture status-503", {at(): capture(503)}),
    Case(
        "another day",
        "wrong-date closest-out-of-tolerance",
        {at(): elsewhere(FAR)},
        proposal=snapshot(stamp=FAR),
        evidence="58 days, 20:55:55 after",
    ),
    Case(
        "another day, without redirect",
        "wrong-date closest-out-of-tolerance",
        {at(): capture(when=FAR_MOMENT)},
        proposal=snapshot(stamp=FAR),
    ),
    Case(
        "another day, and the index has none for that second",
        "wrong-date closest-out-of-tolerance",
        {at(): elsewhere(FAR), exact(): index()},
        proposal=snapshot(stamp=FAR),
    ),
    Case(
        "excluded, although 200", "excluded owner", {at(): page("This URL has been excluded from the Wayback Machine.")}
    ),
    Case(
        "led to another page: the cited one is asked for",
        "present-near closest-within-tolerance",
        {at(): elsewhere(NEAR, "http://evil.example/"), at(stamp=NEAR): capture(when=NEAR_MOMENT)},
        proposal=snapshot(stamp=NEAR),
    ),
    Case(
        "excluded, in the header",
        "excluded owner",
        {at(): page("", 403, x_archive_wayback_runtime_error="a.AdministrativeAccessControlException: Blocked")},
    ),
    Case("robots", "excluded robots", {at(): page("Page cannot be displayed due to robots.txt", 403)}),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_verdict_and_reason(case: Case) -> None:
    case.check()


def test_a_capture_is_its_own_proof_and_nothing_else_is_asked() -> None:
    lookup, transport = Case("", "", {at(): capture()}).look()

    assert transport.asked == [at()]
    assert lookup.evidence[0] == (
        f"{at()}: 200, a capture, Memento-Datetime 2020-01-02 03:04:05 UTC, recorded 2026-05-12"
    )
    assert (lookup.asked, lookup.played) == (TS, TS)
