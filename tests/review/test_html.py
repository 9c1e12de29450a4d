"""Markup of our own, and what is put into it."""

import pytest
from markupsafe import Markup

from verifier.review import html


def test_what_is_put_into_markup_is_escaped_unless_it_is_markup() -> None:
    made = html.put("<p>{} {}{}</p>", "<script>&", Markup("<b>bold</b>"), 3)

    assert made == "<p>&lt;script&gt;&amp; <b>bold</b>3</p>"
    assert isinstance(made, Markup)


@pytest.mark.parametrize("parts", [(), ("one",), ("one", "two", "three")])
def test_as_many_parts_are_put_as_there_are_places(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="argument"):
        html.put("<p>{} {}</p>", *parts)


def test_an_element_escapes_its_name_attributes_and_words() -> None:
    assert html.tag("p", html.plain('"<'), title='"<', class_="a") == '<p title="&#34;&lt;" class="a">&#34;&lt;</p>'
