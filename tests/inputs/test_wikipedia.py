"""Reading a page of a wiki: one revision, named; and each way to fail said as what it means."""

import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wikis import (
    HOST,
    RYE,
    RYE_PERMANENT,
    RYE_URL,
    SEEN,
    WIKI,
    Answers,
    Scripted,
    failed,
    html,
    newest,
    parsed,
    said,
    text,
    which,
)

from verifier.errors import ArticleError, NotRecorded, StoreError, TransportError, Unreachable, VerifierError
from verifier.inputs.wikipedia import INPUT
from verifier.model.article import Provenance
from verifier.web import Response

PERMANENT = f"https://{HOST}/wiki/Special:Permalink/123"


def test_the_newest_revision_is_asked_for_and_then_just_that_one() -> None:
    transport = Scripted(WIKI)

    read = INPUT.read(f"{RYE_URL}#History", transport)

    assert transport.asked == [which("Rye"), text(123)]
    assert (read.path, read.suffix, read.notes) == (RYE_PERMANENT, ".html", ())
    assert read.provenance == Provenance(f"{RYE_URL}#History", RYE_PERMANENT, "123", SEEN)
    assert read.text.startswith('<!DOCTYPE html><html lang="en"><head>')
    assert f'<title>Rye</title></head><body><h1 id="firstHeading">Rye</h1>\n{RYE}\n</body>' in read.text


@pytest.mark.parametrize("url", [RYE_PERMANENT, PERMANENT, f"{RYE_URL}?oldid=123"])
def test_a_named_revision_is_asked_for_at_once(url: str) -> None:
    transport = Scripted(WIKI)

    read = INPUT.read(url, transport)

    assert transport.asked == [text(123)]
    assert (read.path, read.text) == (RYE_PERMANENT, INPUT.read(RYE_URL, Scripted(WIKI)).text)


def test_the_report_names_the_page_that_a_redirect_led_to() -> None:
    redirects = [{"from": "Secale cereale", "to": "Rye", "tofragment": "Grain"}]
    answers = {**WIKI, which("Secale%20cereale"): newest("Rye", 123, redirects=redirects)}

    read = INPUT.read(f"https://{HOST}/wiki/Secale_cereale", Scripted(answers))

    assert read.provenance == Provenance(f"https://{HOST}/wiki/Secale_cereale", RYE_PERMANENT, "123", SEEN)


def test_a_page_number_is_as_good_as_a_title() -> None:
    answers = {**WIKI, which("7", name="pageids"): newest("Rye", 123)}

    assert INPUT.read(f"https://{HOST}/?curid=7", Scripted(answers)).path == RYE_PERMANENT


def test_a_variant_is_asked_for_and_stays_in_the_address() -> None:
    host, more = "zh.wikipedia.org", "&variant=zh-hant"
    answers = {which("Ra", host, more=more): newest("Ra", 5), text(5, host, more): parsed("Ra", 5)}

    read = INPUT.read(f"https://{host}/zh-hant/Ra", Scripted(answers))

    assert read.path == f"https://{host}/w/index.php?title=Ra&oldid=5&variant=zh-hant"
    assert INPUT.read(read.path, Scripted(answers)).path == read.path


def test_a_wiki_that_moved_is_followed_and_named() -> None:
    old, new = "be-x-old.wikipedia.org", "be-tarask.wikipedia.org"
    answers = {
        which("Ra", old): html("", 301, location=which("Ra", new)),
        which("Ra", new): newest("Ra", 5),
        text(5, new): parsed("Ra", 5),
    }

    assert INPUT.read(f"https://{old}/wiki/Ra", Scripted(answers)).path == f"https://{new}/w/index.php?title=Ra&oldid=5"


def special(title: str, host: str = HOST) -> Answers:
    page = {"ns": -1, "title": title.replace("_", " "), "special": True}
    return {which(quote(title.replace("_", " "), safe=":"), host): said({"query": {"pages": [page]}})}


def test_a_permanent_link_in_the_wikis_own_language_is_followed() -> None:
    host, title = "de.wikipedia.org", "Spezial:Permanentlink/123"
    answers = {
        **special(title, host),
        f"https://{host}/wiki/{title}": html("", 302, location=f"https://{host}/w/index.php?oldid=123"),
        text(123, host): parsed("Roggen", 123),
    }

    read = INPUT.read(f"https://{host}/wiki/{title}", Scripted(answers))

    assert read.path == f"https://{host}/w/index.php?title=Roggen&oldid=123"


def test_a_special_page_that_leads_to_a_page_is_that_page() -> None:
    url = f"https://{HOST}/wiki/Special:Random"
    answers = {**WIKI, **special("Special:Random"), url: html("", 302, location="/wiki/Rye")}

    assert INPUT.read(url, Scripted(answers)).path == RYE_PERMANENT


@pytest.mark.parametrize(
    "answer",
    [
        html("<p>Recent changes"),
        html("", 302, location="https://example.org/"),
        html("", 302, location="/wiki/Special:Watchlist"),
    ],
)
def test_other_special_pages_are_no_articles(answer: Response) -> None:
    url = f"https://{HOST}/wiki/Special:Watchlist"
    with pytest.raises(ArticleError, match="is a special page") as caught:
        INPUT.read(url, Scripted({**special("Special:Watchlist"), url: answer}))
    assert caught.value.message.startswith(f"{url}: ")


def test_a_special_page_that_cannot_be_had_is_not_known() -> None:
    url = f"https://{HOST}/wiki/Special:Random"
    with pytest.raises(Unreachable, match=r"has trouble \(503\)"):
        INPUT.read(url, Scripted({**special("Special:Random"), url: html("", 503)}))


def missing(**page: object) -> Answers:
    return {which("Rye"): said({"query": {"pages": [page]}})}


@pytest.mark.parametrize(
    ("answers", "says", "hint"),
    [
        (missing(ns=0, title="Rye", missing=True), 'has no page "Rye"', "spelling"),
        (missing(pageid=7, missing=True), "has no such page", "spelling"),
        (missing(title="<b>", invalid=True, invalidreason="It has <"), '"<b>" is no title: It has <', "address"),
        ({which("Rye"): said({"query": {"interwiki": [{"title": "fr:Rye"}]}})}, "another wiki", "the page has there"),
        ({which("Rye"): html("", 404)}, "has no such page (404)", "address"),
        (
            {which("Rye"): newest("Rye", 5), text(5): failed("nosuchrevid", "No\nrevision 5.")},
            "No revision 5.",
            "address",
        ),
        ({which("Rye"): newest("Rye", 5), text(5): failed("permissiondenied", "no")}, "no such page: no", "address"),
    ],
)
def test_what_is_no_page_is_an_error_that_says_what_to_do(answers: Answers, says: str, hint: str) -> None:
    with pytest.raises(ArticleError) as caught:
        INPUT.read(RYE_URL, Scripted(answers))
    assert caught.value.message.startswith(f"{RYE_URL}: ")
    assert says in caught.value.message
    assert hint in caught.value.hint


BUSY = failed("maxlag", "Waiting for db1: 9 seconds lagged", mediawiki_api_error="maxlag")


@pytest.mark.parametrize(
    ("answer", "says", "hint"),
    [
        (BUSY, "is too busy (maxlag): Waiting for db1: 9 seconds lagged", "later"),
        (failed("ratelimited", "Too fast"), "is too busy (ratelimited): Too fast", "later"),
        (failed("internal_api_error_DBQueryError", "x"), "is too busy", "later"),
        (failed("unknown_action", "y" * 999), "does not give the page (unknown_action): yyy", "browser"),
        (html("", 429), "asks us to slow down (429)", "later"),
        (html("", 503), "has trouble (503)", "later"),
        (html("Please set a user-agent", 403), "does not give it (403)", "--contact"),
        (html("<p>Maintenance"), "does not answer as a wiki does", "later"),
        (said([1]), "does not answer as a wiki does", "later"),
        (html("[" * 100_000), "does not answer as a wiki does", "later"),
        (said({"query": {"pages": [{"title": "Rye", "lastrevid": "5"}]}}), "names no revision", "later"),
        (said({"query": {"pages": []}}), "names no revision", "later"),
        (said({"query": 3}), "names no revision", "later"),
    ],
)
def test_trouble_says_nothing_about_the_page(answer: Response, says: str, hint: str) -> None:
    with pytest.raises(Unreachable) as caught:
        INPUT.read(RYE_URL, Scripted({which("Rye"): answer}))
    assert caught.value.message.startswith(f"{RYE_URL}: {HOST} ")
    assert says in caught.value.message
    assert hint in caught.value.hint
    assert len(caught.value.message) < 400


@pytest.mark.parametrize(
    "parse", [3, {}, {"title": "Rye", "revid": 124, "text": ""}, {"title": 1, "revid": 123, "text": ""}]
)
def test_an_answer_without_a_page_is_trouble(parse: object) -> None:
    with pytest.raises(Unreachable, match="does not answer as a wiki does"):
        INPUT.read(PERMANENT, Scripted({text(123): said({"parse": parse})}))


@pytest.mark.parametrize("asked", [0, 1])
def test_what_is_not_recorded_names_the_page_that_was_wanted(asked: int) -> None:
    answers = dict(list(WIKI.items())[:asked])
    with pytest.raises(NotRecorded, match="its answer is not recorded in the store") as caught:
        INPUT.read(RYE_URL, Scripted(answers))
    assert caught.value.message.startswith(f"{RYE_URL}: ")


@pytest.mark.parametrize(
    "error", [Unreachable("x is down", "later", "timeout"), StoreError("f: is damaged", "delete it")]
)
def test_faults_keep_their_kind_and_name_the_page(error: VerifierError) -> None:
    with pytest.raises(type(error), match=f"{RYE_URL}: {error.message}") as caught:
        INPUT.read(RYE_URL, Scripted({which("Rye"): error}))
    assert caught.value.hint == error.hint
    assert getattr(caught.value, "kind", "") == getattr(error, "kind", "")


def test_a_title_cannot_write_into_the_document() -> None:
    page = parsed("</title><script>", 123, shown="<i>Rye</i>")

    read = INPUT.read(PERMANENT, Scripted({text(123): page}))

    assert "<title>&lt;/title&gt;&lt;script&gt;</title>" in read.text
    assert '<h1 id="firstHeading"><i>Rye</i></h1>' in read.text
    assert read.path == f"https://{HOST}/w/index.php?title=%3C/title%3E%3Cscript%3E&oldid=123"


def test_a_lone_surrogate_or_a_nul_in_the_answer_breaks_nothing() -> None:
    read = INPUT.read(PERMANENT, Scripted({text(123): parsed("R\ud800", 123, "a\ud800b\0c")}))

    assert "a?b\ufffdc" in read.text
    assert read.path.encode()
    assert len(read.notes) == 1


WORDS = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("maxlag")
JSON = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from("query pages title lastrevid parse revid text error code special missing".split()), inner
        )
    ),
    max_leaves=12,
)


@given(JSON, JSON)
def test_any_answer_is_a_page_or_an_error_that_names_it(first: object, second: object) -> None:
    body = [Response(200, {}, json.dumps(each).encode()) for each in (first, second)]
    transport = Scripted({which("Rye"): body[0], text(123): body[1]})
    for url in (RYE_URL, PERMANENT):
        try:
            assert INPUT.read(url, transport).text
        except (ArticleError, TransportError) as error:
            assert error.message.startswith(f"{url}: ")
            assert error.hint
