"""Wikitext as a reader of the page meets it: numbers, notes, captions, tables, infoboxes, and the text around them."""

import pytest

from verifier.articles.plaintext import PARSER as PLAINTEXT
from verifier.articles.wikitext import PARSER
from verifier.model.article import Article

PROSE = "Rye fell.<ref name=a>Doe. Rye.</ref> Oats rose.<ref>Mill. Oats.</ref> Hay burned.<ref name=a />\n"


def parse(text: str, numbering: str = "legacy") -> Article:
    return PARSER.parse(text, "page.wiki", numbering)


def cited(article: Article) -> list[tuple[str, list[str]]]:
    """Return each claim with its labels."""
    return [(claim.text, [marker.label for marker in claim.markers]) for claim in article.claims]


def entries(article: Article) -> list[tuple[str, list[tuple[str | None, str]]]]:
    """Return each list: its group, and the label and text of its entries."""
    return [(each.group, [(entry.label, entry.text) for entry in each.entries]) for each in article.lists]


def test_numbers_are_given_at_first_use_and_the_page_reads_as_its_copy() -> None:
    article = parse(f"'''Crops''' are [[grain|grains]].\n\n{PROSE}\n== References ==\n{{{{Reflist|30em}}}}\n")

    body, printed = "Crops are grains.\n\nRye fell.[1] Oats rose.[2] Hay burned.[1]", "1. Doe. Rye.\n2. Mill. Oats."
    assert article.text == f"{body}\n\nReferences\n\n{printed}\n\n"
    assert cited(article) == [("Rye fell.", ["1"]), ("Oats rose.", ["2"]), ("Hay burned.", ["1"])]
    assert article.lists[0].heading == "References"
    copy = PLAINTEXT.parse(article.text, "copy.txt", "legacy")
    assert cited(copy) == cited(article)
    assert entries(copy) == entries(article)


def test_every_marker_stands_where_its_reference_stands_in_the_file() -> None:
    text = f"<!-- a note -->\n{PROSE}"
    article = parse(text)

    for marker, written in zip(
        article.markers, ["<ref name=a>Doe. Rye.</ref>", "<ref>Mill. Oats.</ref>"], strict=False
    ):
        (line, start), (_, end) = article.origin.ends(marker.span.start, marker.span.end)
        assert text.splitlines()[line - 1][start - 1 : end - 1] == written


def test_the_cells_of_a_row_say_one_thing_together() -> None:
    article = parse(
        '{| class="wikitable"\n|+ Harvests\n! Year !! Crop\n|-\n| style="x" | 1994\n| Rye<ref>Doe.</ref>\n|-\n'
        "| 1995 || Oats || no<ref>Mill.</ref>\n|}\nText.\n"
    )

    assert cited(article)[:2] == [("1994 | Rye", ["1"]), ("1995 | Oats | no", ["2"])]
    assert "Harvests\n\nYear | Crop\n1994 | Rye[1]\n1995 | Oats | no[2]\n\nText." in article.text


def test_an_infobox_gives_a_row_per_argument_that_cites_and_says_that_the_order_is_a_guess() -> None:
    article = parse("{{Infobox farm\n| name = Rye Farm\n| area = 12 ha<ref>Doe.</ref>\n}}\n" + PROSE)

    assert cited(article)[0] == ("area | 12 ha", ["1"])
    assert "Rye Farm" not in article.text
    assert [(each.kind, each.text) for each in article.remarks] == [("order-approximate", "infobox farm")]


@pytest.mark.parametrize(
    ("written", "labels", "lists"),
    [
        ("A.{{efn|Note.}} B.<ref>Doe.</ref>{{notelist}}{{reflist}}", ["a", "1"], ["lower-alpha", ""]),
        ('A.{{#tag:ref|Note.<ref>Doe.</ref>|group="n"}}<references group=n /><references />', ["n 1", "1"], ["n", ""]),
        ("A.{{refn|group=n|Note.|name=x}}{{refn|group=n|name=x}}{{reflist|group=n}}", ["n 1", "n 1"], ["n"]),
        ("A.<ref name=x>Doe.</ref> B.{{r|x|y}} C.<ref name=y>Mill.</ref>", ["1", "1", "2", "2"], [""]),
        ("A.{{sfn|Doe|1994|p=4}} B.{{sfn|Doe|1994|p=4}} C.{{sfn|Doe|1994|p=5}}", ["1", "1", "2"], [""]),
        ("A.{{refn|group=注釈|Note.}} B.<ref group=n>Doe.</ref>{{Notelist}}", ["注釈 1", "n 1"], ["注釈"]),
        ("A.<ref>Doe.</ref>\n{{সূত্র তালিকা}}\n<references />", ["1"], [""]),
        ("A.<ref name=x />{{reflist|refs=\n<ref name=x>Doe.</ref>\n}}", ["1"], [""]),
        ("A.<ref>Doe.</ref>\n<references />\nB.<ref>Mill.</ref>\n<references />", ["1", "1"], ["", ""]),
    ],
)
def test_templates_and_groups_number_as_on_the_wiki(written: str, labels: list[str], lists: list[str]) -> None:
    article = parse(written)

    assert [marker.label for marker in article.markers] == labels
    assert [each.group for each in article.lists] == lists


def test_a_short_citation_is_printed_in_words() -> None:
    (_, printed), *_ = entries(parse("A.{{sfn|Doe|Mill|1994|pp=4–5}} B.{{sfnm|1a1=Doe|1y=1994|1p=4|2a1=Mill|2y=1995}}"))

    assert [text for _, text in printed] == ["Doe & Mill 1994, pp. 4–5.", "Doe 1994, p. 4; Mill 1995."]


def test_short_citations_of_several_sources_are_one_note_only_if_all_is_equal() -> None:
    first, second = "{{sfnm|1a1=Doe|1y=1994|1p=4|2a1=Mill|2y=1995}}", "{{sfnm|1a1=Roe|1y=1996|2a1=Mill|2y=1995}}"
    article = parse(f"A.{first} B.{second} C.{first} D.{first.replace('1p=4', '1p=5')}")

    assert [marker.label for marker in article.markers] == ["1", "2", "1", "3"]
    assert [each.kind for each in article.remarks] == []


def test_a_link_without_words_is_its_address() -> None:
    ((_, printed),) = entries(parse("A.<ref>[https://example.org/rye]</ref> B.<ref>https://example.org/oats</ref>"))

    assert [text for _, text in printed] == ["https://example.org/rye", "https://example.org/oats"]


def test_pages_behind_a_marker_belong_to_it() -> None:
    article = parse("A.<ref>Doe.</ref>{{rp|12}}\n")

    assert [(marker.label, marker.page) for marker in article.markers] == [("1", "12")]
    assert article.text.startswith("A.[1]:12")
    assert [each.kind for each in parse("A {{rp|12}}").remarks] == ["page-superscript-orphan"]


def test_captions_are_claims_and_hidden_ones_still_take_numbers() -> None:
    article = parse(
        "[[File:A.jpg|thumb|left|A farm<ref>Doe.</ref>]]\n[[File:B.jpg|20px|Nobody sees this<ref>Mill.</ref>]]\n"
        "<gallery>\nC.jpg|A field<ref>Roe.</ref>\n</gallery>\nText.<ref>Ott.</ref>\n"
    )

    assert cited(article)[0] == ("A farm", ["1"])
    assert [(marker.label, marker.hidden) for marker in article.markers] == [
        ("1", False), ("2", True), ("3", False), ("4", False),
    ]  # fmt: skip
    assert "Nobody sees this" not in article.text


def test_what_is_hidden_from_readers_is_not_read() -> None:
    article = parse(
        "A<!-- <ref>no</ref> --> <nowiki><ref>no</ref></nowiki><includeonly><ref>no</ref></includeonly> "
        "<noinclude>B.<ref>Doe.</ref></noinclude> [[Category:Crops]] {{DEFAULTSORT:Rye}}"
    )

    assert [marker.label for marker in article.markers] == ["1"]
    assert article.text.startswith("A <ref>no</ref> B.[1]\n")


def test_links_and_characters_are_read_as_words() -> None:
    article = parse(
        "[https://example.org/a The ''paper''] &amp; [[Rye|rye]]&nbsp;fields, [[oats]]; [https://example.org]"
    )

    assert article.text.startswith("The paper & rye\xa0fields, oats;")


def test_the_address_of_a_source_is_known() -> None:
    (each,) = parse('A.<ref>[https://example.org/rye "Rye"]. The Paper. 3 May 2016.</ref>').lists

    assert each.entries[0].citation.url == "https://example.org/rye"
    assert each.entries[0].text == '"Rye". The Paper. 3 May 2016.'


def test_an_entry_of_templates_that_are_not_known_is_not_empty() -> None:
    ((_, printed),) = entries(parse("A.<ref>{{My archive|12}}.</ref> B.<ref><!-- todo --></ref>"))

    assert printed == [("1", "{{My archive|12}}."), ("2", "")]


def test_a_list_in_the_infobox_is_not_the_list_of_the_text() -> None:
    article = parse("{{Infobox|a=b<ref>Doe.</ref>|c=<references />}}\n" + PROSE + "<references />")

    assert [len(each.entries) for each in article.lists] == [1, 2]
    assert article.main_list is article.lists[1]


def test_the_two_numberings_part_at_a_broken_reference() -> None:
    text = "A.<ref></ref> B.<ref>Doe.</ref>"

    assert [marker.label for marker in parse(text).markers] == ["1"]
    assert [marker.label for marker in parse(text, "parsoid").markers] == ["1", "2"]
    assert [each.kind for each in parse(text).remarks] == ["cite_error_ref_no_input"]


def test_a_note_that_a_template_makes_may_cite_a_source() -> None:
    article = parse("A.<ref name=x>Doe.</ref> B.{{refn|group=n|Note.<ref name=x/>}}{{reflist|group=n}}{{reflist}}")

    assert [marker.label for marker in article.markers] == ["1", "n 1", "1"]
    assert article.remarks == ()


def test_definitions_where_nobody_looks_are_told() -> None:
    article = parse("A.<ref name=x />\n{{Reflist|<ref name=x>Doe.</ref>}}")

    assert ["cite_error_references_no_text", "list-definition-misplaced"] == sorted(
        each.kind for each in article.remarks
    )


def test_templates_nested_too_deep_are_told_and_do_not_crash() -> None:
    article = parse("{{a|" * 1000 + "<ref>Doe.</ref>" + "}}" * 1000 + PROSE)

    assert [marker.label for marker in article.markers] == ["1", "2", "1"]
    assert "nesting-too-deep" in {each.kind for each in article.remarks}


@pytest.mark.parametrize(
    ("text", "is_wikitext"),
    [
        (PROSE, True),
        ("'''Crops''' are [[grain]]s. {{citation needed}}\n\n== History ==\nNone.", True),
        ("Rye fell.[1] Oats rose.[2]\n\nReferences\n\n1. Doe.\n2. Mill.\n", False),
        ("# Crops\n\nRye fell.[^1]\n\n[^1]: Doe.\n", False),
        ("<!DOCTYPE html><html><body>&lt;ref> {{reflist}}</body></html>", False),
    ],
)
def test_wikitext_is_recognised_by_what_it_holds(text: str, is_wikitext: bool) -> None:
    assert is_wikitext == (PARSER.recognises(text, ".txt") > PLAINTEXT.recognises(text, ".txt"))


def test_the_words_that_lead_to_a_source_are_its_title() -> None:
    (each,) = parse(
        "A.<ref>A. B. Doe: [https://example.org/rye Rye &amp; ''oats''. A tale]. The Paper, 2016.</ref>"
    ).lists

    assert each.entries[0].citation.title == "Rye & oats. A tale"


def test_numbers_typed_by_hand_are_read_on_a_page_without_references() -> None:
    text = (
        "'''Rye''' fell in [[May]].[1] Oats rose.[2][3]\n\n== References ==\n"
        "# [https://news.example.org/a \"Rye\"]. ''The Miller''. 2016.\n# Doe, Ann (2017). \"Oats\".\n## p. 5\n\n"
        "[[Category:Rye]]\n"
    )
    article = parse(text)

    assert [each.label for each in article.markers] == ["1", "2", "3"]
    assert entries(article) == [("", [("1", '"Rye". The Miller. 2016.'), ("2", 'Doe, Ann (2017). "Oats". p. 5')])]
    assert article.lists[0].entries[0].citation.url == "https://news.example.org/a"
    places = [article.origin.places(each.span.start, each.span.end) for each in article.markers]
    assert [text[start:end] for start, end in places] == ["[1]", "[2]", "[3]"]
    assert parse(text + "Hay.<ref>Hay.</ref>").lists[0].entries[0].text == "Hay."
    assert parse(text.replace("[1]", "").replace("[2][3]", "")).lists == ()
