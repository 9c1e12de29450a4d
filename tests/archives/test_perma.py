"""Perma.cc: a record is named by its GUID; other addresses are not asked."""

import pytest

from verifier.archives.perma import ARCHIVE
from verifier.model.registry import Reference

from .kept import GOOD, PERMA, PERMA_API, look
from .scripted import PAGE, Forbidden, Scripted


@pytest.mark.parametrize("url", ["https://perma.cc/about", "https://perma-archives.org/warc/20200102030405/x"])
def test_an_address_that_names_nothing_is_not_asked(url: str) -> None:
    assert ARCHIVE.look(Reference("a", 1, archive_url=url), Forbidden()).name == "unknown/service-unverifiable"


def test_the_record_is_asked_by_its_guid_in_capitals() -> None:
    lookup = look(PERMA, GOOD[PERMA])

    assert lookup.evidence[1] == f"Perma.cc holds {PAGE}, captured at 20200102030405; that page was not read"
    lower = Reference("a", 1, archive_url=PERMA.lower())
    assert ARCHIVE.look(lower, Scripted({PERMA_API: GOOD[PERMA]})).name == "present"
