"""What the address tells by itself, and where it contradicts the citation."""

import datetime as dt
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.archives.wayback import ARCHIVE
from verifier.model.dates import Dates, Grain
from verifier.model.registry import Reference

from .scripted import FAR, PAGE, TS, Case, Scripted, at, capture, day, elsewhere, redirected, snapshot

MARCH = Dates(dt.date(2020, 3, 1), dt.date(2020, 3, 31), Grain.MONTH)
BROKEN = [
    Case("a save command", "malformed save-command", archive_url=f"https://web.archive.org/save/{PAGE}"),
    Case("a calendar", "malformed wildcard", archive_url=snapshot(stamp="*")),
    Case("a calendar of a year", "malformed wildcard", archive_url=snapshot(stamp="2020*")),
    Case(
        "a year",
        "malformed timestamp-digits",
        {at(stamp="2020"): elsewhere(FAR)},
        snapshot(stamp="2020"),
        proposal=snapshot(stamp=FAR),
    ),
    Case(
        "twelve digits",
        "malformed timestamp-digits",
        {at(stamp="202001020304"): capture()},
        snapshot(stamp="202001020304"),
        proposal=snapshot(),
    ),
    Case("a year, offline", "malformed timestamp-digits", {}, snapshot(stamp="2020"), evidence="not recorded"),
    Case("no timestamp", "malformed timestamp-digits", archive_url=f"https://web.archive.org/web/{PAGE}"),
    Case("another path", "malformed path", archive_url=f"https://web.archive.org/all/{TS}/{PAGE}"),
    Case("the front door", "malformed path", archive_url="https://web.archive.org/"),
    Case("a made-up modifier", "malformed modifier", archive_url=snapshot(stamp=f"{TS}xyz"), proposal=snapshot()),
    Case(
        "a modifier in the old form",
        "malformed modifier",
        archive_url=f"http://web.archive.org/{TS}id_/{PAGE}",
        proposal=snapshot(),
    ),
    Case("month 13", "malformed timestamp-range", archive_url=snapshot(stamp="20201302030405")),
    Case("day 00", "malformed timestamp-range", archive_url=snapshot(stamp="20200100030405")),
    Case("before the archive", "malformed timestamp-range", archive_url=snapshot(stamp="19950101000000")),
    Case(
        "in the future",
        "malformed timestamp-range",
        archive_url=snapshot(stamp="20990102030405"),
        today=dt.date(2026, 11, 27),
        evidence="20990102030405 is in the future",
    ),
    Case(
        "the day after tomorrow, with another fault",
        "malformed timestamp-range",
        archive_url=snapshot(snapshot(), "20261129000000"),
        today=dt.date(2026, 11, 27),
        also=("malformed/nested",),
    ),
    Case("no page", "malformed no-inner-url", archive_url=snapshot("")),
    Case("no host", "malformed no-inner-url", archive_url=snapshot("story")),
    Case("no web address", "malformed no-inner-url", archive_url=snapshot("ftp://example.org/")),
    Case("a capture of a capture", "malformed nested", archive_url=snapshot(snapshot(snapshot())), proposal=snapshot()),
    Case(
        "nine captures deep, five are unwrapped",
        "malformed nested",
        archive_url=reduce(lambda url, _: snapshot(url), range(9), PAGE),
        proposal=reduce(lambda url, _: snapshot(url), range(3), PAGE),
    ),
    Case(
        "a capture of another archive",
        "malformed nested",
        archive_url=snapshot("https://perma.cc/ABCD-1234"),
        proposal="https://perma.cc/ABCD-1234",
    ),
    Case(
        "a capture of archive.today",
        "untrusted-host deprecated-archive",
        archive_url=snapshot("https://archive.ph/aBcDe"),
    ),
    Case(
        "two faults",
        "malformed timestamp-digits",
        archive_url=snapshot("story", "2020"),
        also=("malformed/no-inner-url",),
    ),
]
CITED = [
    Case(
        "the cited page",
        "present",
        {at(): capture()},
        cited=Reference("a", 1, url="https://www.example.org/news/story/"),
    ),
    Case(
        "another page",
        "wrong-page other-url",
        {at(): capture()},
        cited=Reference("a", 1, url="http://example.org/other"),
        also=("present",),
    ),
    Case(
        "another offline",
        "wrong-page other-url",
        cited=Reference("a", 1, url="http://example.org/other"),
        also=("unknown/not-recorded",),
    ),
    Case(
        "only tracking differs",
        "present",
        {at(): capture()},
        cited=Reference("a", 1, url=f"{PAGE}?utm_source=x"),
        evidence="tracking",
    ),
    Case(
        "only the spelling differs",
        "present",
        {at("http://example.org/wiki/Rye_%28grain%29"): capture()},
        snapshot("http://example.org/wiki/Rye_%28grain%29"),
        cited=Reference("a", 1, url="http://example.org/wiki/Rye_(grain)"),
        evidence="spelling",
    ),
    Case("a cited URL that is none", "present", {at(): capture()}, cited=Reference("a", 1, url="see below")),
    Case("the stated day", "present", {at(): capture()}, cited=Reference("a", 1, archived=day("2020-01-03"))),
    Case(
        "another stated day",
        "wrong-date archive-date-mismatch",
        {at(): capture()},
        cited=Reference("a", 1, archived=day("2020-01-04")),
        also=("present",),
    ),
    Case(
        "the stated year",
        "present",
        {at(): capture()},
        cited=Reference("a", 1, archived=Dates(dt.date(2020, 1, 1), dt.date(2020, 12, 31), Grain.YEAR)),
    ),
    Case(
        "older than the article",
        "wrong-date before-publication",
        {at(): capture()},
        cited=Reference("a", 1, published=day("2020-01-04")),
        also=("present",),
    ),
    Case(
        "a day older is a time zone", "present", {at(): capture()}, cited=Reference("a", 1, published=day("2020-01-03"))
    ),
    Case(
        "an issue may be out before its month", "present", {at(): capture()}, cited=Reference("a", 1, published=MARCH)
    ),
    Case(
        "older than the issue can be",
        "wrong-date before-publication",
        {at(): capture()},
        cited=Reference("a", 1, published=Dates(dt.date(2020, 5, 1), dt.date(2020, 5, 31), Grain.MONTH)),
        also=("present",),
    ),
    Case(
        "at the ends of time",
        "wrong-date before-publication",
        {at(): capture()},
        cited=Reference("a", 1, published=day("9999-12-31"), archived=day("2020-01-02")),
        also=("present",),
    ),
    Case(
        "later than the visit",
        "present",
        {at(): capture()},
        cited=Reference("a", 1, accessed=day("2019-12-31")),
        evidence="later than the access date",
    ),
    Case(
        "the worst comes first",
        "redirect-bad to-root",
        redirected("http://example.org/", capture()),
        cited=Reference("a", 1, archived=day("2021-01-01")),
        also=("wrong-date/archive-date-mismatch",),
    ),
    Case(
        "midnight",
        "present",
        {at(stamp="20200102000000"): capture(when="Thu, 02 Jan 2020 00:00:00 GMT")},
        snapshot(stamp="20200102000000"),
        evidence="midnight",
    ),
    Case(
        "tomorrow is a time zone",
        "present",
        {at(stamp="20200103000005"): capture(when="Fri, 03 Jan 2020 00:00:05 GMT")},
        snapshot(stamp="20200103000005"),
        today=dt.date(2020, 1, 2),
    ),
    Case(
        "an old form",
        "present",
        {at(): capture()},
        f"http://web.archive.org/{TS}/{PAGE}",
        evidence=f"usual form of this address is {snapshot()}",
    ),
]


@pytest.mark.parametrize("case", BROKEN + CITED, ids=lambda case: case.name)
def test_verdict_and_reason(case: Case) -> None:
    case.check()


def test_a_fault_of_the_address_sends_no_request() -> None:
    for case in BROKEN:
        _, transport = case.look()
        if not case.answers and "offline" not in case.name:
            assert transport.asked == []


def test_secrets_in_addresses_are_not_shown() -> None:
    url = "http://user:s3cr3t@example.org/news?token=s3cr3t"
    case = Case(
        "", "", {}, snapshot(url), cited=Reference("a", 1, url="http://user:s3cr3t@example.org/other?token=s3cr3t")
    )

    lookup, _ = case.look()

    assert "s3cr3t" not in " ".join(lookup.evidence).replace("GET", "")


@given(st.text(max_size=40), st.text("0123456789*id_/", max_size=20))
def test_no_address_crashes(text: str, path: str) -> None:
    for url in (snapshot(text), snapshot(stamp=text), f"https://web.archive.org/{path}{PAGE}", snapshot(stamp=path)):
        if ARCHIVE.owns(url):
            lookup = ARCHIVE.look(Reference("a", 1, archive_url=url, url=PAGE), Scripted({}))
            assert lookup.evidence
