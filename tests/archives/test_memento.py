"""Archives after RFC 7089: what plays, what their TimeMaps say, and that nothing is ever called absent there."""

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import evidence
from verifier.archives.memento import ARCHIVE
from verifier.asking import Desk, known_archives
from verifier.errors import Unreachable, VerifierError
from verifier.model.archives import ArchiveHost
from verifier.model.evidence import ArchiveVerdict, Lookup
from verifier.model.registry import Reference, Registry
from verifier.playback import links
from verifier.web import Response

from .scripted import FAR, FAR_MOMENT, MOVED, NEAR, NEAR_MOMENT, PAGE, SEEN, TS, Forbidden, Scripted, capture, day

CITED = f"https://arquivo.pt/wayback/{TS}/{PAGE}"
LIST = f"https://arquivo.pt/wayback/timemap/link/{PAGE}"
NOTHING = Response(404, {"content-type": "text/html"}, b"<h1>Not found", recorded=SEEN)


def at(url: str = PAGE, stamp: str = TS) -> str:
    return f"https://arquivo.pt/noFrame/replay/{stamp}id_/{url}"


def elsewhere(stamp: str, url: str = PAGE) -> Response:
    """Return what pywb answers for another time: a 307 without a reason."""
    return Response(307, {"location": at(url, stamp), "vary": "accept-datetime"}, recorded=SEEN)


def timemap(*dates: str, kind: str = "application/link-format", end: str = "", cut: bool = False) -> Response:
    head = (
        f'<{PAGE}>; rel="original", <//arquivo.pt/wayback/{PAGE}>; rel="timegate",\n<{LIST}>; rel="self timemap"{end}'
    )
    rows = [f',\n<https://arquivo.pt/wayback/x/{PAGE}>; datetime="{each}"; rel="memento"' for each in dates]
    return Response(200, {"content-type": kind}, (head + "".join(rows)).encode(), truncated=cut, recorded=SEEN)


def look(answers: Mapping[str, Response | VerifierError], url: str = CITED, cited: str = PAGE) -> Lookup:
    transport = Scripted(answers)
    lookup = ARCHIVE.look(Reference("a", 1, url=cited, archive_url=url), transport)
    assert all(each.startswith("https://arquivo.pt/") for each in transport.asked)
    return lookup


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({at(): capture()}, "present"),
        ({at(): elsewhere(NEAR), at(stamp=NEAR): capture(when=NEAR_MOMENT)}, "present-near/closest-within-tolerance"),
        ({at(): elsewhere(FAR), LIST: timemap(FAR_MOMENT)}, "wrong-date/closest-out-of-tolerance"),
        ({at(): elsewhere(FAR), LIST: Unreachable("no")}, "wrong-date/closest-out-of-tolerance"),
        (
            {at(): elsewhere(FAR), LIST: timemap("Thu, 02 Jan 2020 03:04:05 GMT", FAR_MOMENT)},
            "unknown/indexed-but-not-playable",
        ),
        ({at(): capture(301, location="/2020/story"), at(MOVED): capture()}, "redirect-ok/moved"),
        ({at(): capture(301, location=MOVED), at(MOVED): NOTHING}, "redirect-bad/target-absent"),
        (
            {at(): capture(302, location="https://evil.test/"), at("https://evil.test/"): NOTHING},
            "redirect-bad/target-absent",
        ),
        ({at(): capture(404)}, "error-capture/status-404"),
        ({at(): capture(503)}, "error-capture/status-503"),
        ({at(): NOTHING, LIST: NOTHING}, "unknown/service-unverifiable"),
        ({at(): NOTHING, LIST: timemap()}, "unknown/service-unverifiable"),
        ({at(): NOTHING, LIST: timemap(FAR_MOMENT)}, "wrong-date/other-dates-only"),
        ({at(): NOTHING, LIST: timemap(FAR_MOMENT, cut=True)}, "unknown/service-unverifiable"),
        ({at(): NOTHING, LIST: timemap(FAR_MOMENT, end=f', <{LIST}2>; rel="timemap"')}, "unknown/service-unverifiable"),
        ({at(): NOTHING, LIST: timemap(FAR_MOMENT, kind="text/html")}, "unknown/service-unverifiable"),
        ({at(): NOTHING, LIST: timemap("yesterday", "Sun, 01 Mar 1970 00:00:00 GMT")}, "unknown/service-unverifiable"),
        ({at(): NOTHING, LIST: timemap("Thu, 02 Jan 2020 03:04:05 GMT")}, "unknown/indexed-but-not-playable"),
        ({at(): NOTHING, LIST: Response(429)}, "unknown/rate-limited"),
        ({at(): NOTHING}, "unknown/not-recorded"),
        ({at(): Response(200, {}, b"<p>Welcome")}, "unknown/unrecognised"),
        ({at(): Response(302, {"location": f"https://login.test/?from={at()}"})}, "unknown/unrecognised"),
        ({at(): Response(429)}, "unknown/rate-limited"),
        ({at(): Response(503)}, "unknown/archive-trouble"),
        ({at(): Response(451)}, "unknown/unrecognised"),
        ({}, "unknown/not-recorded"),
    ],
)
def test_verdict_and_reason(answers: Mapping[str, Response | VerifierError], expected: str) -> None:
    assert look(answers).name == expected


def test_the_nearest_listed_capture_is_proposed_in_the_cited_form() -> None:
    lookup = look({at(): NOTHING, LIST: timemap("Wed, 01 Jan 2014 00:00:00 GMT", FAR_MOMENT)})

    assert lookup.proposal == f"https://arquivo.pt/wayback/{FAR}/{PAGE}"
    assert [witness.service for witness in lookup.witnesses] == ["TimeMap"]


def test_captures_near_the_visit_are_proposed_for_one_that_failed() -> None:
    dates = (
        "Wed, 01 Jan 2014 00:00:00 GMT",
        "Mon, 02 Dec 2019 00:00:00 GMT",
        FAR_MOMENT,
        "Thu, 02 Jan 2020 03:04:05 GMT",
    )
    transport = Scripted({at(): capture(404), LIST: timemap(*dates)})
    reference = Reference("a", 1, archive_url=CITED, accessed=day("2019-12-31"))
    assert ARCHIVE.suggest is not None

    lookup = ARCHIVE.suggest(reference, ARCHIVE.look(reference, transport), transport)

    assert lookup.name == "error-capture/status-404"
    assert [each.new for each in lookup.proposals] == [
        f"https://arquivo.pt/wayback/{stamp}/{PAGE}" for stamp in ("20191202000000", "20140101000000", FAR)
    ]


def test_the_address_is_compared_with_the_citation() -> None:
    assert look({at(): capture()}, cited="http://example.org/other").name == "wrong-page/other-url"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://arquivo.pt/wayback/2015/http://example.org/", "malformed/timestamp-digits"),
        ("https://arquivo.pt/wayback/*/http://example.org/", "malformed/wildcard"),
        ("https://arquivo.pt/wayback/20151301000000/http://example.org/", "malformed/timestamp-range"),
        (f"https://arquivo.pt/wayback/{TS}/{CITED}", "malformed/nested"),
        ("https://arquivo.pt/page/search?q=rye", "unknown/service-unverifiable"),
        ("http://pandora.nla.gov.au/tep/1234", "unknown/service-unverifiable"),
    ],
)
def test_what_the_address_tells_without_a_request(url: str, expected: str) -> None:
    transport = Scripted({})

    assert ARCHIVE.look(Reference("a", 1, archive_url=url), transport).name == expected
    assert transport.asked == []


@pytest.mark.parametrize("archive", ["arquivo.pt/wayback/20990102030405", "megalodon.jp/2099-0102-0304-05"])
def test_a_capture_of_the_future_is_malformed_wherever_the_address_names_its_time(archive: str) -> None:
    desk = Desk(Forbidden(), known_archives(None), dt.date(2026, 11, 27))

    (lookup,) = desk.look_all([Reference("a", 1, archive_url=f"https://{archive}/{PAGE}")])

    assert lookup.name == "malformed/timestamp-range"
    assert lookup.evidence == ("the timestamp 20990102030405 is in the future",)


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        (f"https://wayback.archive-it.org/3935/{TS}/{PAGE}", f"https://wayback.archive-it.org/3935/{TS}id_/{PAGE}"),
        (
            f"https://wayback.archive-it.org/all/{TS}/{PAGE}?a=1",
            f"https://wayback.archive-it.org/all/{TS}id_/{PAGE}?a=1",
        ),
        (
            f"https://www.webarchive.org.uk/wayback/archive/{TS}mp_/{PAGE}",
            f"https://www.webarchive.org.uk/wayback/archive/{TS}id_/{PAGE}",
        ),
        (
            f"https://webarchive.nationalarchives.gov.uk/{TS}/{PAGE}",
            f"https://webarchive.nationalarchives.gov.uk/{TS}id_/{PAGE}",
        ),
        (f"https://arquivo.pt/wayback/{TS}/example.org/news", at("http://example.org/news")),
        (
            "http://pandora.nla.gov.au/pan/1234/20200102-0304/www.example.org/index.html",
            "http://pandora.nla.gov.au/pan/1234/20200102030400id_/http://www.example.org/index.html",
        ),
    ],
)
def test_which_address_is_asked(url: str, asked: str) -> None:
    transport = Scripted({})

    ARCHIVE.look(Reference("a", 1, archive_url=url), transport)

    assert transport.asked == [asked]


def test_an_archive_of_the_registry_is_asked_and_vouched_for() -> None:
    library = ArchiveHost("town", "Town Library", ("archive.library.test",), source="the registry")
    assert ARCHIVE.adopt is not None
    adopted = ARCHIVE.adopt(library)
    url = f"https://archive.library.test/web/{TS}/{PAGE}"
    transport = Scripted({f"https://archive.library.test/web/{TS}id_/{PAGE}": capture()})

    lookup = adopted.look(Reference("a", 1, archive_url=url), transport)

    assert adopted.owns(url)
    assert not adopted.owns(CITED)
    assert lookup.verdict is ArchiveVerdict.PRESENT
    assert lookup.evidence[0] == "Town Library is an archive by the word of the registry"


def test_an_archive_that_is_looked_at_by_hand_is_never_asked() -> None:
    library = ArchiveHost("town", "Town Library", ("archive.library.test",), method="manual", source="the registry")
    assert ARCHIVE.adopt is not None
    transport = Scripted({})

    lookup = ARCHIVE.adopt(library).look(
        Reference("a", 1, archive_url=f"https://archive.library.test/web/{TS}/{PAGE}"), transport
    )

    assert (lookup.name, transport.asked) == ("unknown/service-unverifiable", [])


@given(
    st.integers(100, 599),
    st.dictionaries(
        st.sampled_from(["memento-datetime", "location", "link", "content-type"]),
        st.sampled_from(
            ["", "yesterday", at(), at(MOVED), at(stamp=FAR), "//[", "application/link-format", FAR_MOMENT]
        ),
    ),
    st.sampled_from([b"", b"<p>rye", timemap(FAR_MOMENT).body]),
)
def test_no_answer_makes_absence(status: int, headers: dict[str, str], body: bytes) -> None:
    answer = Response(status, headers, body, recorded=SEEN)

    lookup = look(dict.fromkeys((at(), at(MOVED), at(stamp=FAR), LIST), answer))

    assert lookup.verdict is not ArchiveVerdict.ABSENT


def test_links_in_the_wild() -> None:
    text = f'<{PAGE}>;rel=original ,<//a.test/1>; type="text/html"; datetime="x, y"; rel="first memento", <c>, junk <d'

    assert [(link.url, sorted(link.rels), link.datetime) for link in links.read(text)] == [
        (PAGE, ["original"], ""),
        ("//a.test/1", ["first", "memento"], "x, y"),
        ("c", [], ""),
    ]
    assert links.original(text) == PAGE


def test_the_stated_date_is_compared() -> None:
    reference = Reference("a", 1, archive_url=CITED, archived=day("2021-01-01"))

    assert ARCHIVE.look(reference, Scripted({at(): capture()})).name == "wrong-date/archive-date-mismatch"


def test_a_registry_with_an_archive_of_its_own_leaves_the_suggestions_of_others_alone() -> None:
    library = ArchiveHost("town", "Town Library", ("library.test",), timemap="https://library.test/web/timemap/link/")
    reference = Reference("a", 1, url=PAGE, archive_url=CITED, accessed=day("2020-02-28"))
    registry = Registry("references.toml", None, None, None, (reference,), (), (), archives=(library,))
    transport = Scripted({at(): capture(404), LIST: timemap(FAR_MOMENT)})

    lookup = evidence.gather(registry, transport, ("archive",)).lookup("a")

    assert lookup is not None
    assert lookup.proposal == f"https://arquivo.pt/wayback/{FAR}/{PAGE}"
    assert not [url for url in transport.asked if "library.test" in url]
