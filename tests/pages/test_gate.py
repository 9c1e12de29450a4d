"""Each reason for not judging a page has a page that gives it, and one that comes near and is judged."""

import pytest

from verifier.pages import gate
from verifier.pages.reading import read
from verifier.support.language import language

STORY = "The boats leave the harbour in the morning and come back before it is dark, as they have always done. "


def reason(body: str, *, kind: str = "text/html; charset=utf-8", tag: str = "en") -> str:
    found = gate.of(read(body.encode(), kind), language(tag).function_words, tag)
    return found.reason if found else ""


def page(text: str, *, lang: str = "en", head: str = "") -> str:
    return f"<html lang='{lang}'><head><title>Boats of Ellin</title>{head}</head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        ("no-body", ""),
        ("captcha", page("Checking your browser before accessing the site.")),
        ("consent-wall", page("Before you continue: we use cookies.")),
        ("login-wall", page("Already a subscriber? Sign in to continue.")),
        ("thin-page", page(STORY)),
        ("other-language", page("Les bateaux quittent le port le matin et rentrent avant la nuit. " * 20, lang="fr")),
        ("index-page", page("".join(f"<a href='/{at}'>{STORY}</a>" for at in range(12)))),
    ],
)
def test_each_reason_has_its_page(expected: str, body: str) -> None:
    assert reason(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        page(STORY * 12),
        page(STORY * 12 + "We use cookies. Already a subscriber? Are you a robot?"),
        page(STORY * 12, lang="fr"),
        page(STORY * 12 + "".join(f"<a href='/{at}'>{STORY}</a>" for at in range(6))),
        page(STORY, head=f'<script type="application/ld+json">{{"articleBody": "{STORY * 12}"}}</script>'),
    ],
    ids=["story", "words-of-a-wall", "wrong-language-declared", "some-links", "body-in-json"],
)
def test_a_near_miss_is_judged(body: str) -> None:
    assert reason(body) == ""


def test_a_picture_is_no_page() -> None:
    assert gate.of(read(b"\x89PNG\r\n\x1a\n" + b"\x00" * 500, "image/png"), frozenset(), "en") is not None
