"""Citation templates on real pages in seven languages: what is read, and which rules are silent where they must be."""

import datetime as dt
import re
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from bench.dumps import pages
from verifier.articles import wikitext
from verifier.citations.cs1 import days, source
from verifier.language import is_english
from verifier.model.evidence import Evidence
from verifier.model.rules import Dossier
from verifier.recovery import readings, recover
from verifier.rules import (
    author_generic,
    date_invalid,
    dates_mixed_format,
    template_parameter_invalid,
    title_generic,
)

ENGLISH = "gensim-enwiki-p10p30302-shortened.xml.bz2"
OTHERS = [f"ssvb-{wiki}wiki-truncated-100k.xml.xz" for wiki in ("bn", "el", "ja", "mr", "uk")]
RULES = (author_generic, date_invalid, template_parameter_invalid, title_generic)
TODAY = dt.date(2026, 11, 24)
PAGE = "The mill of the river stands.<ref>{{{{cite web|url=https://example.org/a|title={title}}}}}</ref>"
SOME = 12  # pages of each dump


@cache
def dossiers(dump: Path) -> tuple[Dossier, ...]:
    """Return the first pages that cite, as these rules see them."""
    citing = (text for _, text in pages(dump) if "{{cite" in text.lower() or "http" in text)
    return tuple(dossier_of(text) for text in islice(citing, SOME))


def dossier_of(text: str) -> Dossier:
    article = wikitext.parse(text, "page.wiki")
    nothing = wikitext.parse("", "page.wiki")  # these rules look at no numbers
    read = source.read_all(article.templates)
    return Dossier(
        article, recover.of(nothing), readings.printed(nothing), None, Evidence(), TODAY, TODAY, sources=read
    )


@pytest.mark.parametrize("dump", OTHERS)
def test_rules_that_know_english_words_are_silent_elsewhere(shared: Path, dump: str) -> None:
    for dossier in dossiers(shared / "data/scale" / dump):
        assert not is_english(dossier.article)
        assert [] == [hit for rule in RULES for hit in rule.RULE.check(dossier)]
        assert not any("hyphen" in hit.message for hit in dates_mixed_format.RULE.check(dossier))


def test_english_pages_are_known_for_english(shared: Path) -> None:
    english = [is_english(dossier.article) for dossier in dossiers(shared / "data/scale" / ENGLISH)]

    assert sum(english) >= 0.95 * len(english)


@pytest.mark.parametrize("dump", [ENGLISH, *OTHERS])
def test_nearly_every_date_of_a_citation_is_read(shared: Path, dump: str) -> None:
    sources = [each for dossier in dossiers(shared / "data/scale" / dump) for each in dossier.sources if each.is_full]
    values = [each.value(name) for each in sources for name in ("date", "access-date", "archive-date")]
    written = [value for value in values if value and not re.search(r"\{\{|\[\[", value)]
    unread = [value for value in written if days.read(value) is None]

    assert len(written) > 20
    assert len(unread) < 0.04 * len(written), sorted(set(unread))


def test_generic_titles_of_the_citation_module_are_known(shared: Path) -> None:
    rows = [
        row.split("\t") for row in (shared / "data/numbering/cs1/generic-titles.txt").read_text("utf-8").splitlines()
    ]
    plain = [row[0] for row in rows if row[1:] == ["plain"]]
    samples = [
        "Wayback Machine",
        "[no title]",
        "(unknown)",
        "Unknown",
        "404 Not Found",
        "Error 404",
        "Archived copy",
        "Archive copy",
    ]
    found = {
        title for title in (*plain, *samples) if list(title_generic.RULE.check(dossier_of(PAGE.format(title=title))))
    }

    assert len(plain) > 8
    assert {*plain, *samples} == found
