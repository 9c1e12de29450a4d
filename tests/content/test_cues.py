"""Cues of pages that stand in for a missing one, and titles that are or are not the citation's."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.content import cues, phrases
from verifier.content.likeness import Likeness, of_titles
from verifier.content.page import Page, read

LONG = "<p>" + "The harvest of rye and oats began on Monday in the northern fields. " * 40
SHELL = '<div id="app"></div><script src="/app.js"></script>'
RYE = "Rye harvest begins in the northern fields"


def page(source: str, *, truncated: bool = False) -> Page:
    return read(source.encode(), "text/html; charset=utf-8", truncated=truncated)


def decided(source: str, cited: str = "", *, truncated: bool = False) -> str:
    seen = page(source, truncated=truncated)
    cue = cues.decide(cues.of_page(seen, cited, of_titles(cited, seen), "www.grain.test"))
    return cue.name if cue else ""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"<title>Page not found</title>{LONG}", "phrase-title"),
        (f"<title>Grain Daily</title><h1>Sorry, the page you requested cannot be found.</h1>{LONG}", "phrase-title"),
        (f"<title>404 - Grain Daily</title>{LONG}", "phrase-title"),
        (f"<title>Seite nicht gefunden | Korn</title>{LONG}", "phrase-title"),
        (f"<title>Страница не найдена</title>{LONG}", "phrase-title"),
        (f"<title>Nie znaleziono strony - Zboże</title>{LONG}", "phrase-title"),
        (f"<title>Η σελίδα δεν βρέθηκε</title>{LONG}", "phrase-title"),
        (f"<title>404-页面未找到</title>{LONG}", "phrase-title"),
        (f"<title>404 - Siden finnes ikke</title>{LONG}", "phrase-title"),
        ("<title>お探しのページは見つかりませんでした | 新聞</title>", "phrase-title"),
        ("<title>Before you continue to Grain Daily</title><p>We and our partners use cookies", "phrase-title"),
        ("<title>Subscribe to read | Grain Daily</title><p>Subscribe now", "phrase-title"),
        ("<title>grain.test</title><p>Please enable JS and disable any ad blocker", "phrase-body"),
        ("<title>grain.test</title><p>This domain is parked free, courtesy of a registrar.", "parked"),
        ('<title>grain.test</title><a href="https://www.hugedomains.com/x">Buy now</a>', "parked"),
        ("<title>Just a moment...</title><p>Checking your browser", "phrase-title"),
        ("<title>Grain</title><p>Sorry, this page no longer exists.", "phrase-body"),
        ("<title>Grain</title><p>For members<form><input type=password></form>", "login-wall"),
        ("<title></title><body></body>", "blank"),
        ("", "blank"),
        ("<title>grain.test</title><p>This domain may be for sale.", "parked"),
        ("<title>Wir benötigen Ihre Zustimmung</title><p>Wir und unsere Partner verwenden Cookies.", "phrase-title"),
        ("<title>Korn Zeitung</title><h1>Zustimmung erforderlich</h1><p>Lesen Sie mit Werbung.", "phrase-title"),
        ("<title>Korn Zeitung: Zustimmung</title><p>Mit Werbung weiterlesen oder ein Abo.", "phrase-title"),
        ("<title>We value your privacy</title><p>We and our partners store cookies.", "phrase-title"),
        (f"<title>Zustimmung – Lexikon</title>{LONG}", ""),
        ("<title>Roggenernte</title><h1>Cookie-Einstellungen</h1><h1>Die Ernte beginnt</h1><p>Am Montag.", ""),
        ("<title>Kanzler bekommt breite Zustimmung</title><p>Der Bundestag stimmte am Montag ab.", ""),
        ("<title>Wir benötigen Ihre Zustimmung für die neue Straße</title><p>Der Rat fragt die Bürger.", ""),
        (f"<title>grain.test is for sale | HugeDomains</title>{LONG}", "parked"),
        (f"<title>www.grain.test steht zum Verkauf - Sedo GmbH</title>{LONG}", "parked"),
        (f"<title>The domain name grain.test is for sale | Dan.com</title>{LONG}", "parked"),
        (f"<title>Shop</title><h1>This domain is for sale</h1>{LONG}", "parked"),
        (f"<title>Twitter.com is for sale</title>{LONG}", ""),
        (f"<title>Farm is for sale | Grain Daily</title>{LONG}", ""),
        (f"<title>grain.test is for sale, and the rye with it</title>{LONG}", ""),
        (f"<title>Rye harvest begins</title>{LONG}", ""),
        ("<title>Rye</title><p>A short note on rye.", ""),
        ('<title>Rye</title><div id="app"></div><script src="/app.js"></script>', ""),
        ('<frameset><frame src="left.html"><frame src="right.html"></frameset>', ""),
        (f"<title>Grain Daily</title>{LONG} The 1901 file is not available. Page not found in the codex.", ""),
        (f"<title>Before you continue to plough: a guide</title>{LONG}", ""),
        (f"<title>404 fields of rye</title>{LONG}<p>We verify you are human, the sign at the gate says.", ""),
        (f"<title>Members</title><input type=password>{LONG}", ""),
        (f"<title>Rye harvest begins</title>{LONG}<div class=box><h1>Sign in</h1></div>", ""),
        ("<title>Grain Daily</title><h1>Sign in</h1><p>Members only", "phrase-title"),
        (f"<title>Domains</title>{LONG}<p>This domain may be for sale, the seller wrote.", ""),
        ("Error establishing a database connection", "phrase-body"),
        ("<title>Database Error</title><h1>Error establishing a database connection</h1>", "phrase-title"),
        ("<title>Site under maintenance | Grain Daily</title><h1>We'll be back soon!</h1>", "phrase-title"),
        ("<title>Apache2 Ubuntu Default Page: It works</title><p>This is the default page", "phrase-title"),
        ("<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>", "phrase-title"),
        ("<title>451: Unavailable due to legal reasons</title><p>We recognize where you are", "phrase-title"),
        ("<title>Grain Daily</title><h1>Sorry, you have been blocked</h1>", "phrase-title"),
        (f"<title>It works!</title>{LONG}", ""),
        (f"<title>Site under maintenance for a year reopens</title>{LONG}", ""),
        ("<title>Bridge under maintenance</title><p>The bridge is closed on Monday.", ""),
        ('<script>window.location = "http://grain.test/";</script>', "blank"),
        ('<script>if (top) { location.replace("/rye") }</script><body></body>', "blank"),
        ('<script>if (location == "x") draw()</script>', ""),
        ('<script>location.href = "/rye";</script><div id="app"></div><script src="/app.js"></script>', ""),
        (f"<script>location = '/rye'; {'draw(); ' * 200}</script>", ""),
    ],
)
def test_one_strong_or_two_weak_cues_decide(source: str, expected: str) -> None:
    assert decided(source) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("404 page not found\n", "phrase-title"),
        ("Not Found", "phrase-title"),
        ("Internal Server Error", "phrase-title"),
        ("Not found: rye in the northern fields of the county", ""),
        ("The harvest of rye began on Monday.", ""),
    ],
)
def test_a_text_of_one_line_may_be_all_that_a_server_says(text: str, expected: str) -> None:
    seen = read(text.encode(), "text/plain", truncated=False)
    cue = cues.decide(cues.of_page(seen, RYE, of_titles(RYE, seen), "www.grain.test"))

    assert (cue.name if cue else "") == expected


def test_a_page_at_a_seller_of_domains_offers_whatever_it_names() -> None:
    seen = page(f"<title>Barley.test is for sale</title>{LONG}")

    assert [each.name for each in cues.of_page(seen, "", Likeness.UNSURE, "www.hugedomains.com")] == ["parked"]
    assert cues.of_page(seen, "", Likeness.UNSURE, "news.test") == ()


def test_words_of_the_citation_are_no_cue_and_its_title_clears_the_page() -> None:
    assert decided("<title>Error 404</title><p>The page was not found", "Error 404") == ""
    assert decided(f"<title>{RYE}</title><form><input type=password>", RYE) == ""
    assert decided(f"<title>{RYE}</title><p>This domain may be for sale", RYE) == "parked"


def test_a_page_that_is_not_whole_is_never_blank() -> None:
    assert decided("<title></title>", truncated=True) == ""
    assert decided("<title>404</title>", truncated=True) == "phrase-title"


@pytest.mark.parametrize(
    "title",
    [
        *("Pilot error blamed for crash", "Why error 404 means page not found", "404 people counted in the fields"),
        *(
            "Missing document could not be found, says minister",
            "Robots take over the harvest",
            "Forbidden City reopens",
        ),
        *("Plane not found after search", "Nothing found in search for wreck", "Human error: the story of a page"),
        *("Redirect of the river approved", "Error 404: a history", "Not found: the search for the lost ship"),
        *(
            "Site of battle found",
            "File on minister missing",
            "Rye",
        ),
    ],
)
def test_titles_of_articles_are_no_cue(title: str) -> None:
    expected = "Error 404" if title.startswith("Error 404") else ""
    assert phrases.in_title(title) in ("", expected)


def test_the_collected_phrases_are_known(shared: Path) -> None:
    known = json.loads((shared / "data/archives/soft404-phrases.json").read_text("utf-8"))
    title, body = known["title"], known["body"]
    # A title that is just "Wayback" or "robots" is not worth a false alarm, and redirects are told by their status.
    unwanted = {"wayback", "internet archive", "robots", "not be found", "301", "302"}
    wanted = [*title["phrases"], *title["words"], *map(str, title["http_codes_as_word"])]
    sentences = [each.replace("{noun}", noun) for each in body["templates"] for noun in body["nouns"]]

    assert {each for each in wanted if not phrases.in_title(each)} <= unwanted
    assert [each for each in (*sentences, *body["fixed"]) if not phrases.in_text(f"Sorry, the {each}. Bye")] == []
    assert [each for each in body["other_languages"] if not phrases.in_text(f"Hm. {each} !")] == []
    assert [each for each in known["domain_parked"]["phrases"] if not phrases.of_parking(each)] == []


@pytest.mark.parametrize(
    ("cited", "source", "expected"),
    [
        (RYE, f"<title>{RYE} | Grain Daily</title>", Likeness.SAME),
        (RYE, "<title>Grain Daily</title><h1>RYE harvest begins in northern field</h1>", Likeness.SAME),
        ("Überraschung", "<title>Uberraschung!</title>", Likeness.SAME),
        ("Volcano erupts in Iceland", f"<title>{RYE}</title>{LONG}", Likeness.OTHER),
        ("Volcano erupts in Iceland", f"<title>Grain Daily</title>{LONG}", Likeness.UNSURE),
        ("Volcano erupts", f"<title>{RYE}</title>", Likeness.UNSURE),
        ("Volcano erupts in Iceland", "<title>Обильный урожай ржи на севере</title>", Likeness.UNSURE),
        ("Volcano erupts in Iceland", f"<title>{RYE}</title><p>Volcano erupts in far Iceland", Likeness.UNSURE),
        ("Volcano erupts in Iceland", "<p>rye", Likeness.UNSURE),
        ("", f"<title>{RYE}</title>", Likeness.UNSURE),
        ("Rye harvest fails in southern hills", f"<title>{RYE}</title>", Likeness.UNSURE),
        ("The end of cheap oats", f'<html lang="es"><title>Termina la avena barata</title>{LONG}', Likeness.UNSURE),
        ("The end of cheap oats", f'<html lang="en-GB"><title>Volcano erupts</title>{LONG}', Likeness.OTHER),
        ("Volcano erupts in Iceland", f"<title>{RYE}</title>{SHELL}", Likeness.UNSURE),
        ("Volcano erupts in Iceland", f"<title>Volcano erupts in Iceland</title>{SHELL}", Likeness.SAME),
        ("Volcano erupts in Iceland", f"<title>{RYE}</title><h1>{RYE}</h1>{SHELL}", Likeness.OTHER),
        ("Volcano erupts in Iceland", f"<title>{RYE}</title>{LONG}{SHELL}", Likeness.OTHER),
        ("Volcano erupts in Iceland", f"<title>Untitled Document</title>{LONG}", Likeness.UNSURE),
        ("Volcano erupts in Iceland", f"<title>React App</title>{LONG}{SHELL}", Likeness.UNSURE),
        ("Termina avena barata", '<html lang="es"><title>Sube el centeno</title><p>Centeno', Likeness.OTHER),
    ],
)
def test_titles_alike_other_or_unsure(cited: str, source: str, expected: Likeness) -> None:
    assert of_titles(cited, page(source), ("Grain Daily",)) is expected


def test_another_title_is_never_said_of_a_page_that_is_not_whole_or_in_doubt() -> None:
    source = f"<title>{RYE}</title>"

    assert of_titles("Volcano erupts in Iceland", page(source, truncated=True)) is Likeness.UNSURE
    assert (
        of_titles("Volcano erupts in Iceland", read(source.encode() + b"\xff", "", truncated=False)) is Likeness.UNSURE
    )


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_crashes(cited: str, text: str) -> None:
    seen = page(f"<title>{text}</title><p>{text}")

    assert of_titles(cited, seen) in Likeness
    assert all(cue.found for cue in cues.of_page(seen, cited, Likeness.UNSURE))


def test_hostile_pages_are_gone_only_where_they_say_so(shared: Path) -> None:
    folder = shared / "data/hostile/pages"
    decided_on = {}
    for path in sorted(folder.iterdir()):
        seen = read(path.read_bytes(), "text/html", truncated=False)
        cue = cues.decide(cues.of_page(seen, "", Likeness.UNSURE))
        decided_on[path.name[:3]] = cue.name if cue else ""

    found = {name for name, cue in decided_on.items() if cue}
    assert found == {"p02", "p03", "p16"}  # p03 is a wall that asks for consent: no page, either
    assert {decided_on[name] for name in found} == {"phrase-title"}
    assert len(decided_on) == 17
