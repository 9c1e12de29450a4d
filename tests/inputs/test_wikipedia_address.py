"""Which page a wiki's URL names, in every form in which people copy it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.errors import ArticleError
from verifier.inputs.wikipedia.address import Address, is_wiki, parse, permanent

EN, DE = "en.wikipedia.org", "de.wikipedia.org"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://en.wikipedia.org/wiki/Rye_bread", Address(EN, "Rye bread")),
        ("http://en.wikipedia.org/wiki/Rye_bread#History", Address(EN, "Rye bread")),
        ("https://EN.Wikipedia.org/wiki/Rye?action=view&useskin=vector", Address(EN, "Rye")),
        ("https://en.m.wikipedia.org/wiki/Rye", Address(EN, "Rye")),
        ("https://user:secret@en.wikipedia.org/wiki/Rye", Address(EN, "Rye")),
        ("https://en.wikipedia.org/wiki/A/B%3F_(C%26D)", Address(EN, "A/B? (C&D)")),
        ("https://en.wikipedia.org/wiki/C++", Address(EN, "C++")),
        ("https://en.wikipedia.org/w/index.php?title=C%2B%2B", Address(EN, "C++")),
        ("https://de.wikipedia.org/wiki/S%C3%BC%C3%9Fgr%C3%A4ser", Address(DE, "S\u00fc\u00dfgr\u00e4ser")),
        ("https://de.wikipedia.org/wiki/S\u00fc\u00dfgr\u00e4ser", Address(DE, "S\u00fc\u00dfgr\u00e4ser")),
        ("https://de.wikipedia.org/wiki/Gr%E4ser", Address(DE, "Gr\u00e4ser")),
        ("https://zh.wikipedia.org/wiki/\u9ed1\u9ea6", Address("zh.wikipedia.org", "\u9ed1\u9ea6")),
        (
            "https://zh.wikipedia.org/zh-hant/\u9ed1\u9ea6",
            Address("zh.wikipedia.org", "\u9ed1\u9ea6", variant="zh-hant"),
        ),
        ("https://sr.m.wikipedia.org/sr-ec/Ra", Address("sr.wikipedia.org", "Ra", variant="sr-ec")),
        ("https://zh.wikipedia.org/wiki/Ra?variant=zh-tw", Address("zh.wikipedia.org", "Ra", variant="zh-tw")),
        ("https://zh-min-nan.wikipedia.org/wiki/Ra", Address("zh-min-nan.wikipedia.org", "Ra")),
        ("https://en.wikipedia.org/w/index.php?title=Rye&oldid=123", Address(EN, revision="123")),
        ("https://en.wikipedia.org/wiki/Rye?oldid=123#c", Address(EN, revision="123")),
        ("https://en.wikipedia.org/w/index.php?oldid=123", Address(EN, revision="123")),
        ("https://en.wikipedia.org/?oldid=123", Address(EN, revision="123")),
        ("https://en.wikipedia.org/wiki/Rye?oldid=0", Address(EN, "Rye")),
        ("https://en.wikipedia.org/wiki/Special:Permalink/123", Address(EN, revision="123")),
        ("https://de.wikipedia.org/wiki/Special:PermanentLink/123", Address(DE, revision="123")),
        ("https://en.wikipedia.org/w/index.php?title=Special:PermanentLink/123", Address(EN, revision="123")),
        ("https://de.wikipedia.org/wiki/Spezial:Permanentlink/123", Address(DE, "Spezial:Permanentlink/123")),
        ("https://en.wikipedia.org/?curid=77", Address(EN, page="77")),
        ("https://en.wikipedia.org/w/index.php/Rye", Address(EN, "Rye")),
        ("https://fr.wiktionary.org/wiki/seigle", Address("fr.wiktionary.org", "seigle")),
        ("https://commons.m.wikimedia.org/wiki/Rye", Address("commons.wikimedia.org", "Rye")),
        ("https://m.wikidata.org/wiki/Q5090", Address("www.wikidata.org", "Q5090")),
        ("https://mediawiki.org/wiki/Help:Cite", Address("www.mediawiki.org", "Help:Cite")),
        ("https://wikisource.org/wiki/Rye", Address("wikisource.org", "Rye")),
    ],
)
def test_a_page_is_named_in_many_ways(url: str, expected: Address) -> None:
    assert is_wiki(url)
    assert expected == parse(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://en.wikipedia.org/",
        "https://en.wikipedia.org/wiki/",
        "https://www.wikipedia.org/wiki/Rye",  # it leads to one of the wikis
        "https://wikipedia.org/wiki/Rye",
        "https://en.wikipedia.org.example.org/wiki/Rye",
        "https://evilwikipedia.org/wiki/Rye",
        "https://example.org/wiki/Rye",
        "https://en.wikipedia.org/w/api.php?title=Rye",
        "https://en.wikipedia.org/api/rest_v1/page/html/Rye",
        "https://upload.wikimedia.org/rye.png",
        "https://w.wiki/4wJS",
        "https://en.wikipedia.org:99999/wiki/Rye",
        "en.wikipedia.org/wiki/Rye",
    ],
)
def test_other_places_are_no_pages_of_a_wiki(url: str) -> None:
    assert not is_wiki(url)


@pytest.mark.parametrize(
    ("url", "says", "hint"),
    [
        (f"https://{EN}/w/index.php?title=Rye&action=edit", '"action=edit" is a view of a page', "oldid=NUMBER"),
        (f"https://{EN}/w/index.php?title=Rye&diff=9&oldid=8", '"diff=9" is a view of a page', "oldid=NUMBER"),
        (f"https://{EN}/w/index.php?title=Rye&oldid=prev", 'oldid="prev" is no number', "leave it out"),
        (f"https://{EN}/w/index.php?curid=-1", 'curid="-1" is no number', "leave it out"),
        (f"https://{EN}/wiki/_", "names no page", "one page"),
    ],
)
def test_what_is_no_view_of_one_page_is_refused(url: str, says: str, hint: str) -> None:
    assert is_wiki(url)
    with pytest.raises(ArticleError) as caught:
        parse(url)
    assert caught.value.message.startswith(f"{url}: ")
    assert says in caught.value.message
    assert hint in caught.value.hint


@given(st.text(min_size=1, max_size=30), st.integers(1, 10**12))
def test_a_permanent_address_names_its_revision_again(title: str, revision: int) -> None:
    url = permanent(EN, title, str(revision), "")

    assert " " not in url
    if url.isprintable() and "\\" not in url:
        assert parse(url) == Address(EN, revision=str(revision))


def test_a_permanent_address_can_be_read_by_people() -> None:
    assert permanent("zh.wikipedia.org", "\u9ed1 \u9ea6?", "5", "zh-tw") == (
        "https://zh.wikipedia.org/w/index.php?title=\u9ed1_\u9ea6%3F&oldid=5&variant=zh-tw"
    )


@given(st.text(max_size=60))
def test_any_path_is_a_page_or_not(path: str) -> None:
    url = f"https://{EN}/wiki/{path}"
    if not is_wiki(url):
        return
    try:
        address = parse(url)
    except ArticleError as error:
        assert error.hint
        return
    assert sum(map(bool, (address.title, address.page, address.revision))) == 1
