"""Titles as addresses have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import urls
from verifier.lost import slugs


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Harbour plan approved", "harbour-plan-approved"),
        ("Rebels take on Syria's mountains", "rebels-take-on-syrias-mountains"),
        ("The #Group' attack \u2026 The Latter", "the-group-attack-the-latter"),
        ("\u00dcberraschung im Hafen", "uberraschung-im-hafen"),
    ],
)
def test_the_likeliest_slug_is_wordpress_own(title: str, first: str) -> None:
    assert slugs.variants(title)[0] == first


def test_a_tail_behind_a_dash_and_apostrophes_make_other_variants() -> None:
    made = slugs.variants("Council's plan approved \u2013 Map update")

    assert made == ("councils-plan-approved-map-update", "councils-plan-approved", "council-s-plan-approved-map-update")


@pytest.mark.parametrize("title", ["", "\u0645\u0639\u0627\u0631\u0643", "???"])
def test_a_title_without_latin_letters_has_none(title: str) -> None:
    assert slugs.variants(title) == slugs.telling(title) == ()


def test_the_longest_words_tell_and_stop_words_do_not() -> None:
    assert slugs.telling("The plan for the harbour was approved by a council") == (
        "approved",
        "harbour",
        "council",
        "plan",
    )
    assert slugs.share(("approved", "harbour", "council", "plan"), "http://a.example/x/harbour-plan-approved/") == 0.75
    assert slugs.share(("approved", "harbour"), "http://a.example/harbour-approved") == 0.0  # two words tell nothing


@given(st.text(max_size=80))
def test_any_title_makes_parts_of_addresses_only(title: str) -> None:
    for slug in slugs.variants(title):
        assert urls.parse(f"https://example.org/{slug}/").target == f"/{slug}/"
    assert len(slugs.telling(title)) <= slugs.LONGEST


def test_a_short_slug_leaves_small_words_out() -> None:
    title = "Islamic State loses ground to rebels in a suburb"

    assert slugs.short(title) == "islamic-state-loses-ground-rebels-suburb"
    assert slugs.filled("https://a.example/{short}/", title) == (f"https://a.example/{slugs.short(title)}/",)
    assert slugs.filled("https://a.example/{slug}/", title)[0].endswith(
        "/islamic-state-loses-ground-to-rebels-in-a-suburb/"
    )
    assert slugs.short("\u0645\u0639\u0627\u0631\u0643") == ""
