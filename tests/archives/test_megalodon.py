"""Megalodon: date and page stand in the address, and the page shown must name what it holds."""

import pytest

from verifier.archives.megalodon import ARCHIVE
from verifier.model.registry import Reference

from .kept import MEGALODON, look, shown
from .scripted import Forbidden


@pytest.mark.parametrize("url", ["https://megalodon.jp/?url=x", "https://megalodon.jp/2020-0102/x"])
def test_an_address_that_names_nothing_is_not_asked(url: str) -> None:
    assert ARCHIVE.look(Reference("a", 1, archive_url=url), Forbidden()).name == "unknown/service-unverifiable"


def test_a_page_that_does_not_name_what_it_holds_proves_nothing() -> None:
    assert look(MEGALODON, shown("<p>http://example.org:80/news/story")).name == "present"
    assert look(MEGALODON, shown("<p>http://example.org/oats")).name == "unknown/unrecognised"
