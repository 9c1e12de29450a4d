"""What a page shows and states is read in bounded time from whatever it is made of."""

import json
import time

import pytest

from verifier.pages.reading import read
from verifier.support import judge
from verifier.support.index import Index
from verifier.support.language import language

HTML = "text/html; charset=utf-8"
LONG_TIME = 120.0  # seconds: six times the limit in verifier/assessing.py, for coverage is measured on busy machines
STORY = "The council of Ellin opened the new pier on 7 April 2018. It is 240 metres long. "
CLAIM = "The council of Ellin opened its pier on 7 April 2018, 240 metres long."


def verdict(body: bytes, claim: str = CLAIM) -> str:
    page = read(body, HTML)
    index = Index(
        page.text, page.sentences, language("en"), elsewhere=[(each.place, each.text) for each in page.outside]
    )
    return judge.assess("c", "r", claim, index).verdict


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>" + b"pier 240 of Ellin, " * 550_000,
        f"<html><body><p>Boats.</p><script type='application/ld+json'>{json.dumps(['x' * 5_000_000])}".encode(),
        b"<html><body><script type='application/ld+json'>" + b'{"a":[' * 900_000,
        b"<html><body><p>" + b"9" * 1_000_000 + b" 1e999999 " + b"1,000" * 200_000 + b"</p></body></html>",
        b"<html><body>" + b"<b>April</b> 7 <i>2018</i> " * 200_000 + b"</body></html>",
    ],
    ids=["one-line-of-10-MB", "5-MB-JSON-LD", "broken-JSON-LD", "a-million-digits", "a-million-dates"],
)
def test_a_page_made_to_cost_time_gets_a_verdict_within_the_limit(body: bytes) -> None:
    begin = time.process_time()

    assert verdict(body) != "supported"
    assert time.process_time() - begin < LONG_TIME


def test_a_page_cut_in_the_middle_is_not_whole_and_lacks_nothing() -> None:
    whole = f"<html><body><p>{STORY}</p><p>The ferry sails twice a day.</p></body></html>".encode()
    page = read(whole[: len(whole) // 2], HTML)
    index = Index(page.text, page.sentences, language("en"), whole=page.whole)

    assert not page.whole
    made = judge.assess("c", "r", "The ferry of Holm sails nine times a day.", index)
    assert not {"never-occurs", "conflict"} & {each.status for each in made.facts}


def test_broken_json_still_states_its_headline_and_day() -> None:
    head = '<script type=\'application/ld+json\'>{"headline": "Pier opened", "datePublished": "2018-04-08", oops'
    stated = read(f"<html><head>{head}</script></head><body><p>{STORY}</p></body></html>".encode(), HTML).metadata

    assert "Pier opened" in {each.value for each in stated.titles}
    assert "2018-04-08" in {each.value for each in stated.dates}


def test_what_is_hidden_or_around_is_not_the_main_text() -> None:
    body = (
        f"<html><body><nav>Nine killed in Holm</nav><article><p>{STORY * 3}</p>"
        "<p style='display:none'>The mayor fled.</p></article></body></html>"
    )
    page = read(body.encode(), HTML)

    assert "opened the new pier" in page.text
    assert "mayor fled" not in page.text
    assert "Nine killed" not in page.text


def test_character_references_left_in_a_plain_text_are_read() -> None:
    told = read(b"The quick capture of Sana&#039;a &amp; its port", "text/plain; charset=utf-8")

    assert told.text == "The quick capture of Sana'a & its port"
    assert told.sentences == ((0, len(told.text)),)
