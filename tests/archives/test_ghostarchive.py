"""Ghostarchive: the page tells the address in a field named term, and the day in words."""

import pytest

from .kept import GHOST, look, shown
from .scripted import PAGE


@pytest.mark.parametrize(
    ("text", "played"),
    [
        (f'<input name=term value="{PAGE}"><p>Archive date: 2020-01-02', "20200102000000"),
        (f"<p>Archived on Thu, 2 Jan 2020<input type=text value='{PAGE}' name='term'>", "20200102000000"),
        (f'<input name="term" value="{PAGE}">', None),
        (f'<input name="term" value="{PAGE}"><p>Archived on a rainy day', None),
    ],
)
def test_page_and_day(text: str, played: str | None) -> None:
    lookup = look(GHOST, shown(text))

    assert (lookup.name, lookup.played) == ("present", played)


@pytest.mark.parametrize(
    "text", ["<input name=query value='http://example.org/'>", "<input name=term>", "<input name=term value=''>"]
)
def test_without_an_address_nothing_is_known(text: str) -> None:
    assert look(GHOST, shown(text)).name == "unknown/unrecognised"
