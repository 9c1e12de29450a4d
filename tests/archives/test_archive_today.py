"""archive.today is flagged and never asked."""

from verifier.archives import archive_today
from verifier.model.registry import Reference

from .scripted import Forbidden


def test_the_evidence_says_that_nothing_was_asked_and_why() -> None:
    reference = Reference("a", 1, archive_url="https://archive.ph/20150102030405/http://u:s3cr3t@example.org/")

    lookup = archive_today.ARCHIVE.look(reference, Forbidden())

    assert "not asked" in lookup.evidence[0]
    assert "deprecated on English Wikipedia since 2026-02-20" in lookup.evidence[1]
    assert lookup.evidence[2] == "its address names the page http://***@example.org/"
