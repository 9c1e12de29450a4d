"""Whole pages judged: what each hostile page must lead to, and what holds of every assessment."""

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import assessing
from verifier.model.support import Assessment
from verifier.pages import citation
from verifier.pages.citation import Cited
from verifier.pages.reading import of_text
from verifier.support import judge, work
from verifier.support.index import Index
from verifier.support.language import language

CLAIM = "The minister resigned on Monday."
STORY = (
    "The council of Ellin opened the new pier on 7 April 2018. It is 240 metres long and cost $3.2 million. "
    "Mayor Ilse Brandt thanked the workers. The ferry to Holm sails twice a day, and the fare is 4 crowns."
)


def job(
    body: bytes, claim: str = CLAIM, tag: str = "en", kind: str = "text/html", *, truncated: bool = False
) -> work.Job:
    return {
        "body": base64.b64encode(body).decode(),
        "content_type": kind,
        "url": "http://daily.example/pier",
        "truncated": truncated,
        "language": tag,
        "reference": "r",
        "title": "",
        "claims": [("c", claim)],
        "cited": citation.as_json(Cited()),
    }


def judged(body: bytes, claim: str = CLAIM, tag: str = "en", *, truncated: bool = False) -> Assessment:
    return work.judge(job(body, claim, tag, truncated=truncated))[0][0]


HOSTILE = {
    "p00-control-yes": {"supported"},
    "p01-control-no": {"not-found"},
    "p02-soft-404": {"page-unavailable"},
    "p03-consent": {"page-unavailable"},
    "p04-excluded": {"page-unavailable"},
    "p05-toolbar-only": {"not-found"},
    "p06-not-text": {"not-found", "partial"},
    "p07-negation": {"not-judged", "partial"},
    "p08-sidebar": {"not-found", "partial"},
    "p09-meta-refresh": {"page-unavailable", "not-judged"},
    "p10-js-only": {"page-unavailable", "not-judged"},
    "p12-surrogate": {"supported", "not-judged", "page-unavailable"},
    "p13-cut": {"not-judged"},
    "p14-split-words": {"supported"},
    "p15-wrong-number": {"not-found", "partial", "contradicted"},
    "p16-403-body-200": {"page-unavailable"},
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_page_leads_to_no_false_support(name: str, shared: Path) -> None:
    body = (shared / "data/hostile/pages" / f"{name}.html").read_bytes()

    assert judged(body).verdict in HOSTILE[name]


def test_a_page_whose_letters_are_guessed_is_never_said_to_lack_a_claim(shared: Path) -> None:
    body = (shared / "data/hostile/pages/p11-cp1251-undeclared.html").read_bytes()

    assert judged(body, "Министр подал в отставку в понедельник.", "ru").verdict in ("not-judged", "page-unavailable")


def page(text: str, head: str = "") -> bytes:
    filler = (
        "<p>Boats leave the harbour in the morning and come back before it is dark, as they have always done.</p>" * 8
    )
    return f"<html lang='en'><head>{head}</head><body><article>{text}{filler}</article></body></html>".encode()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        page("<p>" + "x" * 2_000_000),
        ("<p>" + "word " * 200_000).encode(),
        page("", "<script type='application/ld+json'>{\"headline\": [[[[" + "[" * 5_000 + "</script>"),
        page("", "<script type='application/ld+json'>" + "{" * 100_000 + "</script>"),
        page("<div>" * 20_000 + "deep"),
        page("<p>\u202eright to left\u202c \u0627\u0644\u0648\u0632\u064a\u0631</p>"),
        page("<p>" + "9" * 1_000_000 + " 1e999999</p>"),
        page("<p>In 0000, in 9999999, on 31 February 0 and 99/99/9999.</p>"),
    ],
    ids=["empty", "bare", "one-word", "one-line", "broken-json", "open-braces", "deep", "rtl", "digits", "years"],
)
@pytest.mark.parametrize(
    "claim", ["Word", CLAIM, "The council " * 2_500, "In 9999999 it cost 1e999999 " + "9" * 100_000]
)
def test_any_page_and_any_claim_give_a_verdict(body: bytes, claim: str) -> None:
    made = judged(body, claim)

    assert made.verdict not in ("supported", "contradicted") or made.facts
    assert made.why


def test_a_claim_of_the_story_is_supported_and_its_passages_are_slices() -> None:
    made = judged(page(f"<p>{STORY}</p>"), "On 7 April 2018 the council of Ellin opened its new pier.")

    assert (made.verdict, made.level) == ("supported", "high")
    assert "opened the new pier on 7 April 2018" in made.passages[0].text


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The new pier of Ellin is 260 metres long.", "contradicted"),
        ("The council of Ellin and Torvald Sund opened the new pier on 7 April 2018.", "partial"),
        ("The trawler Margrethe sank off Cape Sund on 12 March 2011.", "not-found"),
    ],
)
def test_what_the_story_does_not_say_is_flagged(claim: str, verdict: str) -> None:
    assert judged(page(f"<p>{STORY}</p>"), claim).verdict == verdict


def test_a_cut_page_proves_no_absence() -> None:
    made = judged(page(f"<p>{STORY}</p>"), "Torvald Sund opened it on 9 May 2011.", truncated=True)

    assert made.verdict == "not-judged"
    assert not {"never-occurs", "conflict"} & {fact.status for fact in made.facts}


def test_a_german_claim_is_judged_on_a_german_page() -> None:
    text = "<p>Am 7. April 2018 eröffnete der Rat von Ellin die neue Mole. Sie ist 240 Meter lang.</p>"
    filler = (
        "<p>Die Boote fahren am Morgen aus dem Hafen und kommen vor der Nacht wieder, wie sie es immer getan haben.</p>"
        * 8
    )
    body = f"<html lang='de'><body>{text}{filler}</body></html>".encode()

    assert judged(body, "Die neue Mole von Ellin wurde am 7. April 2018 vom Rat eröffnet.", "de").verdict == "supported"
    assert judged(body, "Die neue Mole von Ellin ist 260 Meter lang.", "de").verdict in ("partial", "contradicted")
    assert judged(body, CLAIM).reason == "other-language"
    assert judged(body, "La jetée a été ouverte en 2018.", "fr").reason in ("language", "other-language")


words = st.text(alphabet=st.sampled_from("abc ABC 12 .,\n\u00e9\u0301\ufb01\u200f\U0001d400\r\x00"), max_size=400)


@given(words, words)
@settings(max_examples=60)
def test_every_offset_is_a_slice_of_claim_or_page(text: str, claim: str) -> None:
    reading = of_text(text)
    index = Index(reading.text, reading.sentences, language("en"))

    made = judge.assess("c", "r", claim, index)

    assert all(claim[fact.start : fact.end] == fact.text for fact in made.facts)
    assert all(text[each.start : each.end] == each.text for each in made.passages)
    assert all(fact.page_text is None or text[fact.page_start : fact.page_end] == fact.page_text for fact in made.facts)


@given(
    st.lists(st.sampled_from(STORY.split(". ")), max_size=4),
    st.sampled_from(["Ilse Brandt paid 240 crowns in 2018.", CLAIM]),
)
def test_more_text_never_makes_a_fact_absent(more: list[str], claim: str) -> None:
    def absent(text: str) -> set[int]:
        reading = of_text(text)
        made = judge.assess("c", "r", claim, Index(reading.text, reading.sentences, language("en")))
        return {fact.start for fact in made.facts if fact.status in ("never-occurs", "conflict")}

    assert absent(STORY + "\n" + ".\n".join(more)) <= absent(STORY)


def test_a_page_that_takes_too_long_is_given_up_and_the_next_one_is_judged() -> None:
    with assessing.Worker(0.001) as slow:
        assert "error" in slow.ask(dict(job(page("<p>" + "word 12 " * 100_000))))
    with assessing.Worker(60) as worker:
        answer = worker.ask(dict(job(page(f"<p>{STORY}</p>"), "The pier opened on 7 April 2018.")))

    assert json.dumps(answer)
    assert answer["assessments"][0]["verdict"] == "supported"


@pytest.mark.skipif(os.name != "posix", reason="groups of processes are POSIX's")
def test_what_the_terminal_sends_to_the_run_does_not_end_the_judging() -> None:
    """Ctrl-C goes to all processes of a terminal; the run has time to write what is known."""
    program = f"""
import os, signal
from verifier.assessing import Worker
signal.signal(signal.SIGINT, lambda *_: None)
with Worker(60) as worker:
    worker.ask({dict(job(b"<p>A."))!r})
    os.killpg(0, signal.SIGINT)
    print(sorted(worker.ask({dict(job(b"<p>A."))!r})))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, start_new_session=True, check=True
    )

    assert done.stdout == "['assessments', 'check']\n"
    assert done.stderr == ""
