"""What citation templates say, field by field."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.citations.cs1 import citation as reading
from verifier.citations.cs1 import source
from verifier.citations.cs1.citation import citation
from verifier.model.article import Citation

from .made import read, template, template_of

SNAPSHOT = "https://web.archive.org/web/20160504120000/https://example.org/a"


def of(call: str) -> Citation:
    found = citation(template(call))
    assert found is not None
    return found


def test_every_field_is_read() -> None:
    found = of(
        f"cite web|url=https://example.org/a|title=Rye|last=Ott|first=Ann|last2=Ek|date=3 May 2016|work=Mill News"
        f"|publisher=Oat House|archive-url={SNAPSHOT}|archive-date=4 May 2016|access-date=5 May 2016"
        "|trans-title=Roggen|via=Grain"
    )

    assert ("Ott, Ann; Ek", "Rye", "Mill News", "Roggen") == (found.author, found.title, found.outlet, found.translated)
    assert ("2016-05-03", "2016-05-04", "2016-05-05") == (
        str(found.published),
        str(found.archived),
        str(found.accessed),
    )
    assert ("https://example.org/a", SNAPSHOT) == (found.url, found.archive_url)
    assert (True, True, True) == (found.says_archived, found.says_accessed, found.quoted_title)
    assert (("Oat House",), "\u2013 via Grain") == (found.details, found.tail)


@pytest.mark.parametrize(
    ("call", "outlet"),
    [
        ("cite news|title=Rye|newspaper=Mills|publisher=Oat House|agency=Grain Press", "Mills"),
        ("cite web|title=Rye|publisher=Oat House|location=Leeds", "Oat House"),
        ("cite book|chapter=Rye|title=Grain|publisher=Oat House", "Grain"),
        ("cite encyclopedia|title=Rye|encyclopedia=Grain", "Grain"),
        ("cite news|title=Rye|agency=Grain Press", "Grain Press"),
        ("Internetquelle|titel=Roggen|werk=Mühle|hrsg=Hafer", "Mühle"),
        ("cite web|title=Rye", None),
    ],
)
def test_the_outlet_is_the_work_else_the_house(call: str, outlet: str | None) -> None:
    assert outlet == of(call).outlet


@pytest.mark.parametrize(
    ("call", "author"),
    [
        ("cite book|title=Rye|editor=Ek|editor2=Ray|date=2010", "Ek; Ray"),
        ("cite book|title=Rye|last=Ott|first=A. B.|date=2010", "Ott, A. B."),
        ("cite book|title=Rye|author=Oats Inc.", "Oats Inc"),
        ("cite book|title=Rye|date=2010", None),
    ],
)
def test_the_author_is_who_opens_the_citation(call: str, author: str | None) -> None:
    assert author == of(call).author


def test_an_address_is_that_of_the_chapter_where_the_book_has_none() -> None:
    assert "https://example.org/c" == of("cite book|title=Rye|chapter=Oats|chapter-url=https://example.org/c").url


def test_a_date_in_another_language_is_read() -> None:
    found = of("cite web|title=Хліб|дата=3 травня 2016|дата-доступу=05.05.2016|url=https://example.org/a")

    assert ("2016-05-03", "2016-05-05") == (str(found.published), str(found.accessed))


def test_a_web_archive_gives_snapshot_and_page() -> None:
    found = of(f"webarchive|url={SNAPSHOT}|title=Rye")

    assert (SNAPSHOT, "https://example.org/a", "Rye") == (found.archive_url, found.url, found.title)
    assert found.archived is not None
    assert dt.date(2016, 5, 4) == found.archived.lo


def test_a_stamp_and_an_address_make_a_snapshot() -> None:
    for call in (
        "wayback|url=https://example.org/a|date=20160504120000",
        "Webarchiv|url=https://example.org/a|wayback=20160504120000",
    ):
        found = of(call)

        assert (SNAPSHOT, "https://example.org/a") == (found.archive_url, found.url)


def test_a_url_template_gives_an_address() -> None:
    assert ("http://example.org/a", "Rye") == (of("url|example.org/a|Rye").url, of("url|example.org/a|Rye").title)


@pytest.mark.parametrize("call", ["sfn|Ott|2010", "harvid|Ott|2010", "url", "infobox mill|title=Rye", "cite oats|12"])
def test_what_names_no_source_gives_nothing(call: str) -> None:
    assert citation(template(call)) is None


def test_an_entry_says_what_its_first_citation_says_with_the_snapshot_beside_it() -> None:
    calls = [
        "url|https://example.org/z",
        "cite web|url=https://example.org/a|title=Rye",
        "cite web|title=Oats",
        f"webarchive|url={SNAPSHOT}",
    ]
    read_ = [(each, said) for call in calls if (said := reading.of(each := read(call))) is not None]
    found = reading.of_entry(read_)
    assert found is not None

    assert ("Rye", SNAPSHOT, True) == (found.title, found.archive_url, found.says_archived)
    assert reading.of_entry([]) is None


@given(
    st.sampled_from(["cite web", "cite book", "citation", "cite x", "webarchive", "wayback", "url", "cite episode"]),
    st.dictionaries(
        st.sampled_from(
            ["url", "title", "date", "archive-url", "last", "first", "work", "chapter", "series", "1", "2"]
        ),
        st.text(max_size=40),
        max_size=8,
    ),
)
def test_any_template_says_something_or_nothing(name: str, values: dict[str, str]) -> None:
    found = source.read(template_of(name, values))
    said = citation(template_of(name, values))

    assert said is None or found is not None
