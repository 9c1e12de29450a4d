"""Which templates are read as sources, and what their parameters mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.citations.cs1 import names, source

from .made import read, template, template_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("cite web", ("web", "en")),
        ("Cite_web", ("web", "en")),
        ("Template:Cite  News", ("news", "en")),
        ("citation", ("citation", "en")),
        ("Sfn", ("footnote", "en")),
        ("harvard citation no brackets", ("short", "en")),
        ("webarchive", ("archive", "en")),
        ("cite oats", ("other", "en")),
        ("Internetquelle", ("web", "de")),
        ("Vorlage:Literatur", ("book", "de")),
        ("Lien web", ("web", "fr")),
        ("cita noticia", ("news", "es")),
        ("ওয়েব উদ্ধৃতি", ("web", "bn")),
        ("संकेतस्थळ स्रोत", ("web", "mr")),
        ("стаття", ("journal", "uk")),
        ("citation needed", ("", "")),
        ("cite quote", ("", "")),
        ("infobox mill", ("", "")),
        ("Wikipedia:cite web", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_template_is_known_by_its_name(name: str, kind: tuple[str, str]) -> None:
    assert kind == source.kind_of(name)


def test_parameters_are_given_by_their_meaning() -> None:
    found = read(
        "cite web|URL=https://example.org/a|archiveurl=b|accessdate=c|newspaper=d|last2=e|author3-first=f|id=g"
    )

    assert {
        "url": "https://example.org/a",
        "archive-url": "b",
        "access-date": "c",
        "periodical": "d",
        "author-last2": "e",
        "author-first3": "f",
        "id": "g",
    } == {meaning: each.value for meaning, each in found.given.items()}
    assert "d" == found.value("title", "periodical")
    assert "" == found.value("title")


@pytest.mark.parametrize(
    "name", ["last", "last1", "author", "author1", "author-last", "author1-last", "surname", "host"]
)
def test_a_name_without_a_number_is_that_of_the_first(name: str) -> None:
    assert "Ott" == read(f"cite web|{name}=Ott|title=a").value("author-last1")


def test_names_of_other_languages_are_understood_in_english_templates_too() -> None:
    bengali = read("ওয়েব উদ্ধৃতি|শিরোনাম=রুটি|ইউআরএল=https://example.org/a|শেষাংশ২=ক|title=not this one")
    ukrainian = read("cite web|назва=Хліб|посилання=https://example.org/a")

    assert ("রুটি", "ক") == (bengali.value("title"), bengali.value("author-last2"))
    assert ("Хліб", "https://example.org/a") == (ukrainian.value("title"), ukrainian.value("url"))


def test_of_equal_names_the_last_counts_and_of_equal_meanings_the_first() -> None:
    found = read("cite web|title=old|title=new|work=Oats|newspaper=Rye")

    assert ("new", "Oats") == (found.value("title"), found.value("periodical"))
    assert [("title", "old"), ("newspaper", "Rye")] == [(other.name, other.value) for _, other in found.doubled]


def test_a_later_empty_value_takes_the_earlier_away() -> None:
    assert "" == read("cite web|url=https://example.org|title=old|title=").value("title")


def test_text_without_a_name_and_unknown_names_are_kept_apart() -> None:
    found = read("cite web|title=a|lost text|foo=b|doi-access=free|bar=")

    assert ["lost text"] == [each.value for each in found.loose]
    assert ["foo"] == [each.name for each in found.unknown]


def test_a_template_around_a_citation_counts_if_it_says_something() -> None:
    assert source.read(template("cite oats|id=12")) is None
    assert "other" == read("cite oats|title=The oats").kind


def test_full_and_short_and_plain_ones_are_told_apart() -> None:
    kinds = {name: read(f"{name}|1|2") for name in ("cite web", "sfn", "url", "harvid")} | {"o": read("cite o|url=u")}

    assert {"cite web"} == {name for name, each in kinds.items() if each.is_full}
    assert {"sfn"} == {name for name, each in kinds.items() if each.is_short}
    assert {"cite web", "o"} == {name for name, each in kinds.items() if each.names_source}


@pytest.mark.parametrize(
    ("kind", "name", "takes"),
    [
        ("web", "access-date", True),
        ("web", "last2", True),
        ("web", "last", True),
        ("web", "author2-link", True),
        ("web", "s2cid", True),
        ("web", "s2cid2", False),
        ("web", "Title", False),
        ("web", "dead-url", False),
        ("web", "titel", False),
        ("web", "season", False),
        ("episode", "season", True),
        ("citation", "conference", True),
        ("book", "conference", False),
    ],
)
def test_each_kind_takes_its_parameters(kind: str, name: str, *, takes: bool) -> None:
    assert takes == names.english().takes(kind, name)


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("acess-date", "access-date"),
        ("AccessDate", "access-date"),
        ("archive_url", "archive-url"),
        ("tilte", "title"),
        ("lats2", "last2"),
        ("dead-url", "url-status"),
        ("coauthors", "author2"),
        ("separator", "mode"),
        ("laydate", ""),
        ("quux", ""),
        ("", ""),
        ("x" * 5000, ""),
    ],
)
def test_the_name_that_was_meant_is_found(wrong: str, meant: str) -> None:
    assert meant == names.english().closest("web", wrong)


def test_every_suggested_name_is_taken() -> None:
    english = names.english()

    assert [] == [new for new in english.former.values() if new and not english.takes("citation", new)]


def test_every_meaning_of_another_language_is_one_of_the_english() -> None:
    english, *others = names.wikis()
    meanings = {*english.parameters.values(), "wayback", "wayback1"}

    assert [] == [(wiki.language, each) for wiki in others for each in wiki.parameters.values() if each not in meanings]
    assert all(wiki.templates and wiki.headings for wiki in names.wikis())


def test_no_language_gives_a_name_two_meanings() -> None:
    assert {12} == {max(wiki.months.values()) for wiki in names.wikis() if wiki.months}


@given(st.text(max_size=60), st.dictionaries(st.text(max_size=12), st.text(max_size=12), max_size=6))
def test_any_template_is_read(name: str, values: dict[str, str]) -> None:
    for each in (name, "cite web", "sfn"):
        found = source.read(template_of(each, values))
        if found is not None:
            parameters = [*found.given.values(), *found.loose, *found.unknown]
            assert {each.name for each in parameters} <= {key.strip() for key, value in values.items() if value.strip()}
