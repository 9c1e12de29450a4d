"""WebCite is never asked; its nine characters are the time of the capture."""

import pytest

from verifier.archives.webcite import ARCHIVE
from verifier.model.registry import Reference

from .scripted import PAGE, Forbidden, day


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://www.webcitation.org/5Wnzed4v1", "20080403141131"),
        ("https://www.webcitation.org/5Wnzed4v1?url=http://example.org/news/story", "20080403141131"),
        ("https://www.webcitation.org/query?id=1234", None),
        ("https://www.webcitation.org/zzzzzzzzz", None),
        ("https://www.webcitation.org/000000001", None),
    ],
)
def test_the_address_tells_the_date(url: str, asked: str | None) -> None:
    reference = Reference("a", 1, url=PAGE, published=day("2010-01-01"), archive_url=url)

    lookup = ARCHIVE.look(reference, Forbidden())

    assert lookup.asked == asked
    assert lookup.name == ("wrong-date/before-publication" if asked else "unknown/service-unverifiable")
    assert "replace it" in " ".join(lookup.evidence)


def test_the_page_in_the_address_is_compared() -> None:
    url = "https://www.webcitation.org/5Wnzed4v1?url=http%3A%2F%2Fexample.org%2Foats"

    assert ARCHIVE.look(Reference("a", 1, url=PAGE, archive_url=url), Forbidden()).name == "wrong-page/other-url"
