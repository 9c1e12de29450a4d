"""Archives that say what they hold, in a record or on a page: what they play is not read; silence is no proof."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.errors import StoreError, Unreachable, VerifierError
from verifier.model.evidence import ArchiveVerdict
from verifier.web import Response

from .kept import ASKED, CITED, GHOST, GOOD, PERMA, WIKIWIX, look, reply, shown
from .scripted import SEEN, day


@pytest.mark.parametrize("url", ASKED)
def test_what_is_held_is_present_and_the_page_was_not_read(url: str) -> None:
    lookup = look(url, GOOD[url])

    assert lookup.name == "present"
    assert (lookup.played or "").startswith("20200102")
    assert "that page was not read" in " ".join(lookup.evidence)
    assert [witness.recorded for witness in lookup.witnesses] == [SEEN]


@pytest.mark.parametrize("url", [PERMA, GHOST, WIKIWIX])
def test_another_page_and_another_date_are_said(url: str) -> None:
    other = replace(CITED, url="http://example.org/other", published=day("2021-01-01"))

    lookup = look(url, GOOD[url], other)

    assert lookup.name == "wrong-page/other-url"
    assert lookup.also == ("wrong-date/before-publication", "present")


@pytest.mark.parametrize("url", ASKED)
@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (shown("gone", 404), "service-unverifiable"),
        (shown("slow down", 429), "rate-limited"),
        (shown("", 503), "archive-trouble"),
        (shown("no", 403), "unrecognised"),
        (shown("<p>Maintenance"), "unrecognised"),
        (shown(""), "unrecognised"),
        (reply([]), "unrecognised"),
        (reply(None), "unrecognised"),
        (reply({"url": "javascript:alert(1)", "longformurl": 7, "status": 200}), "unrecognised"),
        (shown("[" * 100_000), "unrecognised"),
        (Unreachable("no", kind="timeout"), "timeout"),
        (StoreError("x.json: is not a record"), "store-damaged"),
    ],
)
def test_no_answer_is_unknown(url: str, answer: Response | VerifierError, reason: str) -> None:
    lookup = look(url, answer)

    assert (lookup.verdict, lookup.reason) == (ArchiveVerdict.UNKNOWN, reason)


@given(st.sampled_from(sorted(ASKED)), st.integers(100, 599), st.binary(max_size=80))
def test_no_answer_crashes_or_makes_absence(url: str, status: int, body: bytes) -> None:
    lookup = look(url, Response(status, {}, body, recorded=SEEN))

    assert lookup.verdict in (ArchiveVerdict.UNKNOWN, ArchiveVerdict.PRESENT)
