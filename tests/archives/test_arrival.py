"""What the captured page itself says, together with playback: soft 404s, other titles, and what the evidence keeps."""

import gzip
import hashlib
from dataclasses import replace

import pytest

from verifier.model.evidence import Lookup
from verifier.model.registry import Reference
from verifier.web import Response

from .scripted import MOMENT, MOVED, NEAR, NEAR_MOMENT, PAGE, SEEN, TS, Case, at, capture, elsewhere, redirected

RYE = "Rye harvest begins in the northern fields"
LONG = "<p>" + "The harvest of rye and oats began on Monday in the northern fields. " * 40
RYE_PAGE = f"<title>{RYE}</title><h1>{RYE}</h1>{LONG}"
CITED = Reference("a", 1, title=RYE, outlet="Grain Daily")


def plays(text: str | bytes, when: str = MOMENT, **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    body = text.encode() if isinstance(text, str) else text
    kept = {"content-type": "text/html; charset=utf-8", "memento-datetime": when, **named}
    return Response(200, kept, body, recorded=SEEN)


CASES = [
    Case("the cited page", "present", {at(): plays(RYE_PAGE)}, cited=CITED, evidence="title is the citation's"),
    Case(
        "not found",
        "soft-404 phrase-title",
        {at(): plays(f"<title>Page not found</title>{LONG}")},
        also=("present",),
        evidence="strong cue phrase-title: Page not found",
    ),
    Case(
        "an interface that has nothing to give",
        "soft-404 error-answer",
        {at(): plays('{"error":{"code":404,"message":"Not Found"}}', **{"content-type": "application/json"})},
        also=("present",),
        evidence="strong cue error-answer: Not Found",
    ),
    Case(
        "data of an interface",
        "present",
        {at(): plays('{"year":1921,"error":"not found","status":404}', **{"content-type": "application/json"})},
    ),
    Case(
        "gone, in the text of a short page",
        "soft-404 phrase-body",
        {at(): plays("<title>Grain</title><p>This page no longer exists.")},
        also=("present",),
        evidence="weak cue blank",
    ),
    Case(
        "the archive names another page as that of its capture",
        "wrong-page other-url",
        {at(): plays(RYE_PAGE, link='<http://example.org/other>; rel="original"')},
        cited=CITED,
        also=("present",),
        evidence="plays a capture of http://example.org/other",
    ),
    Case(
        "the archive spells the page in another way",
        "present",
        {at(): plays(RYE_PAGE, link='<//www.example.org:80/news/story/?utm_source=x>; rel="original"')},
        cited=CITED,
    ),
    Case("nothing at all", "soft-404 blank", {at(): plays("<body></body>")}, also=("present",)),
    Case(
        "a login",
        "soft-404 login-wall",
        {at(): plays("<p>For members<input type=password>")},
        also=("present",),
    ),
    Case(
        "for sale", "soft-404 parked", {at(): plays("<p>This domain may be for sale.")}, cited=CITED, also=("present",)
    ),
    Case(
        "another page",
        "wrong-page other-title",
        {at(): plays(f"<title>Volcano erupts in Iceland</title>{LONG}".replace("harvest", "lava"))},
        cited=replace(CITED, title="Oats price falls again in southern markets"),
        also=("present",),
        evidence='the captured page is titled "Volcano erupts in Iceland", which',
    ),
    Case(
        "near, and not found",
        "soft-404 phrase-title",
        {at(): elsewhere(NEAR), at(stamp=NEAR): plays("<title>404</title>", NEAR_MOMENT)},
        also=("present-near/closest-within-tolerance",),
    ),
    Case("a PDF is not read", "present", {at(): plays(b"%PDF-1.4 404 Not Found", content_type="application/pdf")}),
    Case(
        "a PDF's address that shows a page",
        "soft-404 phrase-title",
        {at(f"{PAGE}.pdf"): plays("<title>404 Not Found</title>")},
        f"https://web.archive.org/web/{TS}/{PAGE}.pdf",
        also=("present",),
    ),
    Case(
        "a home page is cited",
        "present",
        {at("http://example.org/"): plays("<title>Sign in</title>")},
        f"https://web.archive.org/web/{TS}/http://example.org/",
    ),
    Case(
        "gzip inside the body",
        "soft-404 phrase-title",
        {at(): plays(gzip.compress(b"<title>Page not found</title>"))},
        also=("present",),
    ),
    Case(
        "gzip that cannot be read",
        "unknown unrecognised",
        {at(): plays(gzip.compress(RYE_PAGE.encode())[:10] + b"no deflate")},
        cited=CITED,
        also=("present",),
        evidence="its compression is broken",
    ),
    Case(
        "the frame of a page that scripts write",
        "present",
        {at(): plays('<title>Watch films online</title><div id="app"></div><script src="/app.js"></script>')},
        cited=CITED,
        evidence="titles say neither",
    ),
    Case(
        "a wall that asks for consent",
        "soft-404 phrase-title",
        {at(): plays("<title>Korn - Wir benötigen Ihre Zustimmung</title><p>Wir verwenden Cookies.")},
        also=("present",),
    ),
    Case(
        "for sale at length",
        "soft-404 parked",
        {at(): plays(f"<title>Example.org is for sale | HugeDomains</title>{LONG}")},
        also=("present",),
        evidence="Example.org is for sale",
    ),
    Case(
        "a page that was cut says nothing by what is missing",
        "present",
        {at(): replace(plays("<title>Grain Daily</title>"), truncated=True)},
        cited=CITED,
        evidence="only the beginning",
    ),
    Case(
        "a page that was cut still shows its title",
        "present",
        {at(): replace(plays(RYE_PAGE), truncated=True)},
        cited=CITED,
        evidence="title is the citation's",
    ),
    Case(
        "the outlet is another one: a note",
        "present",
        {at(): plays(f'<meta property="og:site_name" content="Oats Weekly">{RYE_PAGE}')},
        cited=CITED,
        evidence='the page calls its site "Oats Weekly", the citation\'s outlet is Grain Daily',
    ),
    Case(
        "moved to a page that is gone",
        "redirect-bad target-soft-404",
        redirected(MOVED, plays("<title>Page not found</title>")),
        also=("redirect-ok/moved",),
    ),
    Case(
        "moved to who knows where, with the title",
        "redirect-ok moved",
        redirected("http://example.org/x/1234", plays(RYE_PAGE)),
        cited=CITED,
        proposal=f"https://web.archive.org/web/{TS}/http://example.org/x/1234",
    ),
    Case(
        "to a root that is the article after all",
        "redirect-ok moved",
        redirected("http://story.example.org/", plays(RYE_PAGE)),
        cited=CITED,
        proposal=f"https://web.archive.org/web/{TS}/http://story.example.org/",
    ),
    Case("to a root", "redirect-bad to-root", redirected("http://example.org/", plays(LONG)), cited=CITED),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_verdict_and_reason(case: Case) -> None:
    case.check()


def test_a_path_pruned_to_its_first_level_is_the_root_unless_it_keeps_the_name() -> None:
    deep = "http://example.org/news/2014/05/rye-harvest"

    def verdict(target: str) -> Lookup:
        answers = {at(deep): capture(301, location=at(target)), at(target): plays(LONG)}
        return Case("", "", answers, f"https://web.archive.org/web/{TS}/{deep}").look()[0]

    assert verdict("http://example.org/topics").name == "redirect-bad/to-root"
    assert verdict("http://example.org/rye-harvest").name == "redirect-ok/moved"
    assert verdict("http://example.org/grain-is-in-early-this-year").name == "redirect-ok/target-unconfirmed"


def test_the_evidence_keeps_what_was_played() -> None:
    link = f'<{PAGE}/>; rel="original", <https://web.archive.org/web/timemap/link/{PAGE}>; rel="timemap"'
    answer = plays(RYE_PAGE, link=link, x_archive_src="spn2-2020/rye.warc.gz")
    answers = {
        at(): elsewhere(NEAR),
        at(stamp=NEAR): replace(answer, headers={**answer.headers, "memento-datetime": NEAR_MOMENT}),
    }

    lookup, _ = Case("", "", answers, cited=CITED).look()

    assert lookup.drift == 60
    assert [(hop.status, hop.meaning, hop.captured) for hop in lookup.hops] == [
        (302, "no capture at that second", ""),
        (200, "a capture", NEAR),
    ]
    assert lookup.hops[0].location == at(stamp=NEAR)
    assert all(hop.recorded == SEEN for hop in lookup.hops)
    kept = lookup.capture
    assert kept is not None
    assert (kept.page, kept.original, kept.source) == (PAGE, f"{PAGE}/", "spn2-2020/rye.warc.gz")
    assert (kept.status, kept.title, kept.truncated) == (200, RYE, False)
    assert kept.excerpt.startswith(f"{RYE} The harvest of rye")
    assert (kept.sha256, kept.size) == (hashlib.sha256(RYE_PAGE.encode()).hexdigest(), len(RYE_PAGE))
    assert [(each.field, each.sure) for each in lookup.proposals] == [("archive_url", True)]
