"""archive.today is flagged and never asked."""

from verifier.archives import archive_today
from verifier.model.registry import Reference

from .scripted import Forbidden, day


def test_the_evidence_says_that_nothing_was_asked_and_why() -> None:
    reference = Reference("a", 1, archive_url="https://archive.ph/20150102030405/http://u:s3cr3t@example.org/")

    lookup = archive_today.ARCHIVE.look(reference, Forbidden())

    assert lookup.name == "untrusted-host/deprecated-archive"
    assert "not asked" in lookup.evidence[0]
    assert "deprecated on English Wikipedia since 2026-02-20" in lookup.evidence[1]
    assert lookup.evidence[2] == "its address names the page http://example.org/"


def test_a_long_address_is_still_compared_with_the_citation() -> None:
    archive_url = "https://archive.is/2015.01.02-030405/https://example.org/rye"
    reference = Reference("a", 1, url="http://example.org/oats", published=day("2016-01-01"), archive_url=archive_url)

    lookup = archive_today.ARCHIVE.look(reference, Forbidden())

    assert lookup.name == "untrusted-host/deprecated-archive"
    assert lookup.also == ("wrong-page/other-url", "wrong-date/before-publication")
    assert lookup.asked == "20150102030405"
