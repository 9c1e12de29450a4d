"""Undo what copying does to URLs, one step at a time.

The steps are WaybackMedic's (https://github.com/greencardamom/WaybackMedic): a repaired URL is only ever proposed.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import unquote

_STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("percent-encoded twice", lambda url: re.sub("%25([0-9A-Fa-f]{2})", r"%\1", url)),
    ("with HTML's way of writing", lambda url: unescape(url) if re.search("&(?:amp|#[0-9]{1,4}|quot);", url) else url),
    ("with a line break in it", lambda url: re.sub("%0[DdAa]", "", url)),
    ("with a mark of the sentence at its end", lambda url: re.sub("[.,\\-:;'\"]$", "", url)),
    ("with an encoded character at its end", lambda url: re.sub("%[0-9A-Fa-f]{2}$", "", url)),
    ("with a blank written as %20", lambda url: url.replace("%20", "+")),
    ("with a blank written as +", lambda url: url.replace("+", "%20")),
    ("percent-encoded whole", lambda url: unquote(url) if re.match("https?%3A", url, re.I) else url),
)


def of(url: str) -> Iterator[tuple[str, str]]:
    """Yield (repaired URL, what was wrong with it); nothing for a URL without damage. Each repair comes once."""
    seen = {url}
    for what, step in _STEPS:
        repaired = step(url)
        if repaired not in seen:
            seen.add(repaired)
            yield repaired, what
