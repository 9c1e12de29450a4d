"""Pages that nobody would write: read in linear time, numbered as the rules say, and nothing is lost in silence."""

import time
from pathlib import Path

import pytest
from places import must_hold

from verifier.articles.wikitext import parse

from .pages import body_markers
from .test_mutations import findings, fired

PROSE = "Rye fell.<ref name=a>Doe. Rye.</ref> Oats rose.<ref>Mill. Oats.</ref> Hay burned.<ref name=a />\n"
HOSTILE = {
    "references never closed": "<ref>" * 20_000,
    "tags never ended": "<ref name=a " * 8_000,
    "references": "<ref>a</ref>" * 8_000,
    "uses of one name": "<ref name=a>b</ref>" + "<ref name=a />" * 7_000,
    "uses in one row": "|<ref name=a />" * 6_500,
    "lists": "<ref>a</ref><references />" * 3_800,
    "lists never closed": "<references>" * 8_000,
    "definitions": "<references>" + "<ref name=a>b</ref>" * 5_000 + "</references>",
    "details": "<ref name=a>b</ref>" + "<ref name=a details=p />" * 4_000,
    "continued texts": "<ref name=a>b</ref>" + "<ref follow=a>c</ref>" * 4_500,
    "templates never closed": "{{a|" * 25_000,
    "templates in templates": "{{a|" * 14_000 + "}}" * 14_000,
    "notes in notes": "{{efn|" * 10_000 + "}}" * 10_000,
    "citations": "<ref>{{cite web|title=a|url=https://example.org}}</ref>" * 1_800,
    "short citations": "{{sfn|Doe|1994}}" * 6_000,
    "braces": "{" * 100_000,
    "links never closed": "[[a|" * 25_000,
    "pictures in pictures": "[[File:a.jpg|thumb|" * 5_000,
    "brackets": "[" * 100_000,
    "comments never closed": "<!-- " * 20_000,
    "hidden tags": "<nowiki><pre>" * 7_600,
    "tables in tables": "{|\n|a\n" * 14_000,
    "cells": "{|\n|-\n|a||b\n" * 7_600,
    "quotes": "''a'''b" * 14_000,
    "indents": ":" * 100_000,
    "headings": "==a==\n" * 16_000,
    "parameters": "{{{a|" * 20_000,
    "one attribute": '<ref name="' + "x " * 49_000 + '">a</ref>',
    "attributes": "<ref " + "a=b " * 25_000 + ">a</ref>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_takes_linear_time(name: str) -> None:
    page = HOSTILE[name]
    half = _seconds(page[: len(page) // 2])
    whole = _seconds(page)

    assert whole < 60  # under a second on a quiet machine; bench/growth.py measures
    assert whole < 6 * half + 1  # twice, if it is linear


def _seconds(page: str) -> float:
    start = time.process_time()
    must_hold(page, parse(page, "a.wiki"))
    return time.process_time() - start


def test_a_hundred_thousand_references_are_numbered() -> None:
    article = parse("".join(f"R<ref>T{number}.</ref>\n" for number in range(100_000)) + "<references />", "a.wiki")

    assert (100_000, 100_000) == (len(body_markers(article)), len(article.lists[0].entries))
    assert article.lists[0].entries[-1].label == article.markers[-1].label == "100000"
    assert article.lists[0].entries[-1].text == "T99999."


def test_a_thousand_nested_templates_are_told_and_what_stands_around_them_is_read(tmp_path: Path) -> None:
    page = PROSE + "{{a|" * 1000 + "<ref>Deep.</ref>" + "}}" * 1000 + "\n<references />"
    (told,) = [each for each in findings(page, tmp_path) if each["rule"] == "nesting-too-deep"]

    assert (told["line"], told["severity"]) == (2, "warning")
    assert [marker.label for marker in body_markers(parse(page, "a.wiki"))] == ["1", "2", "1"]


def test_a_reference_in_a_reference_is_told(tmp_path: Path) -> None:
    page = "A<ref>x <ref>inner</ref> y</ref> B.<ref>z</ref>\n<references />"

    assert "ref-unclosed" in fired(page, tmp_path)
    assert [entry.text for each in parse(page, "a.wiki").lists for entry in each.entries] == ["z"]


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n\r\n", "\u2028"])
def test_mixed_line_ends_change_no_number(ends: str, tmp_path: Path) -> None:
    page = PROSE + f"Barley.{ends}<ref>Roe.</ref>{ends}" + PROSE.replace("=a", "=b") + "<references />"
    path = tmp_path / "page.wiki"
    path.write_bytes(page.encode("utf-8"))
    article = parse(page, "a.wiki")
    must_hold(page, article)

    assert [marker.label for marker in body_markers(article)] == ["1", "2", "1", "3", "4", "5", "4"]


@pytest.mark.parametrize(
    "page",
    [
        "هبط الجاودار.<ref name=ا>دو.</ref> ارتفع الشوفان.<ref>ميل.</ref> احترق التبن.<ref name=ا />\n<references />",
        "השיפון ירד.<ref name=א>דו.</ref> השיבולת עלתה.<ref>מיל.</ref> החציר נשרף.<ref name=א />\n<references />",
        "রাই কমেছে।<ref name=ক>ডো।</ref> ওট বেড়েছে।<ref>মিল।</ref> খড় পুড়েছে।<ref name=ক />\n<references />",
    ],
)
def test_pages_in_other_scripts_and_directions_are_numbered(page: str, tmp_path: Path) -> None:
    article = parse(page, "a.wiki")
    must_hold(page, article)

    assert [marker.number for marker in body_markers(article)] == [1, 2, 1]
    assert [len(each.entries) for each in article.lists] == [2]
    assert [rule for rule in fired(page, tmp_path) if rule.startswith(("citation", "ref-name", "list"))] == []


def test_nothing_closed_at_all_is_told(tmp_path: Path) -> None:
    page = "A [[b {{c '''d <ref>e <!-- f <nowiki> {| \n| g <references>"

    assert "ref-unclosed" in fired(page, tmp_path)
