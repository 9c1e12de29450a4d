"""A page that was not read: the report says why, and never that it is not the page where nobody knows."""

import pytest

from verifier.articles import plaintext
from verifier.assessing import assess
from verifier.model.evidence import ArchiveVerdict, Evidence, Lookup
from verifier.model.registry import Reference, Registry

ARTICLE = plaintext.parse('Rye\n\nRye fell in 2016.[1]\n\nReferences\n\n1. "Rye". 2016.\n', "a.txt")


@pytest.mark.parametrize(
    ("verdict", "why"),
    [
        (None, "no snapshot of it is at hand"),
        (ArchiveVerdict.UNKNOWN, "what its snapshot holds is not known"),
        (ArchiveVerdict.ABSENT, "the archive has no such snapshot"),
        (ArchiveVerdict.WRONG_PAGE, "its snapshot is not the page as it is cited"),
        (ArchiveVerdict.PRESENT, "its snapshot is there, and what it holds was not read"),
    ],
)
def test_why_a_page_was_not_read(verdict: ArchiveVerdict | None, why: str) -> None:
    registry = Registry("references.toml", "a.txt", None, None, (Reference("rye", 1),), (), ())
    looked = (("rye", Lookup(verdict, "")),) if verdict else ()
    found = assess(ARTICLE, ["fell"], {0: ["rye"]}, registry, Evidence(looked))

    assert [(each.verdict, each.why) for each in found.assessments] == [("page-unavailable", why)]
