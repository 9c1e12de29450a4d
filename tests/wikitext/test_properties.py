"""Whatever a page is, it is read: nothing raises, and everything that is said of it stands inside it."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from places import must_hold

from verifier.articles import LEGACY, NUMBERINGS
from verifier.articles.wikitext import parse

from .test_mutations import SOUND

PIECES = [
    *"""<ref> </ref> <ref/> <references> </references> <references/> <!-- --> <nowiki> </nowiki> <pre> </pre> {{ }} {{a|
    {{efn| {{reflist {{reflist|refs= {{notelist}} {{r|a|b}} {{rp|2}} {{sfn|Doe|1994}} {{#tag:ref| {{#tag:references|
    |name=a | = [[ ]] [[File:a.jpg|thumb| [https://example.org {| |} |- ||
    ! '' ''' == : ; * # {{{ }}} <gallery> </gallery>
    <includeonly> </includeonly> <noinclude> <onlyinclude> </onlyinclude> <section
    &amp; &#91; <poem> x Rye. <b> < >""".split(),
    *["<ref name=a>", '<ref name="b c" group=n>', "<ref name=a />", "<ref follow=a>", "<ref name=a details=p>"],
    *["<references group=n />", "\n", "\n\n", " ", "\r\n", "{{cite web|title=Rye|url=https://example.org/rye}}", "١٢"],
]
WIKITEXT = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(WIKITEXT, st.sampled_from(NUMBERINGS))
def test_any_wikitext_is_read(text: str, numbering: str) -> None:
    must_hold(text, parse(text, "a.wiki", numbering))


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    must_hold(text, parse(text, "a.wiki"))


@given(st.integers(0, len(SOUND)), st.integers(0, 60), st.sampled_from(["", "<", "<ref>", "{{", "-->", "<nowiki>"]))
def test_a_damaged_page_is_read(start: int, length: int, written: str) -> None:
    text = SOUND[:start] + written + SOUND[start + length :]
    must_hold(text, parse(text, "a.wiki"))


@given(st.sampled_from(range(len(re.findall("<[^>]*>", SOUND)))))
def test_a_page_without_one_of_its_tags_is_read(number: int) -> None:
    gone = list(re.finditer("<[^>]*>", SOUND))[number]
    text = SOUND[: gone.start()] + SOUND[gone.end() :]
    must_hold(text, parse(text, "a.wiki"))


@given(WIKITEXT)
def test_numbers_of_a_group_are_given_one_after_the_other(text: str) -> None:
    """Between two lists of a group no number is left out, whatever is written."""
    article = parse(text, "a.wiki")
    for each in article.lists:
        numbers = [int(entry.label) for entry in each.entries if entry.label is not None and entry.label.isdecimal()]
        assert numbers == sorted(numbers)
        assert len(set(numbers)) == len(numbers)


@given(WIKITEXT)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert parse(text, "a.wiki") == parse(text, "a.wiki")


def test_every_letter_of_a_real_page_stands_where_it_says(shared: Path) -> None:
    text = (shared / "data/numbering/wikitext/Bodmin.txt").read_text("utf-8")
    article = parse(text, "a.wiki", LEGACY)
    spans = [claim.span for claim in article.claims]
    lines = text.split("\n")
    wrong = []
    for span in spans:
        line, column = article.origin.at(span.start)
        if article.text[span.start].isalpha() and lines[line - 1][column - 1] != article.text[span.start]:
            wrong.append((line, column))

    assert len(spans) > 40
    assert wrong == []
